import { isOpen } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { Item } from '../../document/item.ts';
import type { Product } from '../../document/product.ts';
import { changedItems } from '../../document/versions/indexByVersion.ts';
import type { Look, PanelState, Scope } from '../../page/protocol.ts';
import type { PanelItem, PanelProduct } from './panelItems.ts';
import { viewsOf } from './panelLook.ts';
import type { RowContext } from './panelRows.ts';
import { panelRow } from './panelRows.ts';

/** What the panel shows, and what the keys in it mean. */
export interface PanelContent extends RowContext {
  readonly state: PanelState;
  readonly items: ReadonlyMap<string, PanelItem>;
  readonly question: PanelQuestion;
  readonly shown: readonly PanelProduct[];
}

export interface PanelQuestion {
  /** The one of the panel's file first. */
  readonly products: readonly Product[];
  readonly scope: Scope;
  readonly look: Look;
  readonly file: string;
  readonly readOnly: string | null;
}

/**
 * What the panel shows after an edit that concerns no row but those of the features it is in: of titles, owners, tags, notes. Costs these rows and
 * a walk over pointers. `undefined` after any other, which may move ranks, sums and tests.
 */
export function contentAfterEdit(question: PanelQuestion, before: PanelContent): PanelContent | undefined {
  const { products, ...asked } = question;
  const replaced = replacedEntries(before.question, question);
  if (!replaced || JSON.stringify(asked) !== JSON.stringify({ ...before.question, products: undefined })) return undefined;
  const items = new Map(before.items);
  for (const panelItem of before.items.values()) {
    const item = replaced.get(panelItem.item);
    if (!item) continue;
    const views = viewsOf(question.look)(item.value);
    const after = { ...panelItem, ...views, item, numbers: panelItem.of.analysis.featureAnalysis(views.feature) };
    if (isNamed(after, before) || effectsOf(panelItem) !== effectsOf(after)) return undefined;
    items.set(panelItem.key, after);
  }
  const rows = before.state.rows.map((row) => {
    const panelItem = items.get(row.key);
    return panelItem && panelItem !== before.items.get(row.key) ? panelRow(panelItem, row.file, before) : row;
  });
  return { ...before, question, items, state: { ...before.state, rows } };
}

/** The features that were edited, with what they were; `undefined` where more than features changed, or their number. */
function replacedEntries(before: PanelQuestion, after: PanelQuestion): ReadonlyMap<Item, Item<'features'>> | undefined {
  const replaced = new Map<Item, Item<'features'>>();
  const documentsOf = ({ products }: PanelQuestion) => products.flatMap((product) => product.models);
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const settings = ({ products }: PanelQuestion) => products.map(({ models, configuration }) => [models.length, configuration?.analysis]);
  if (JSON.stringify(settings(before)) !== JSON.stringify(settings(after))) return undefined;
  for (const [index, model] of now.entries()) {
    const known = old[index];
    if (known === model) continue;
    if (known?.uri !== model.uri || known.frame !== model.frame) return undefined;
    const { removed, added } = changedItems(known, model);
    if (removed.length !== added.length) return undefined;
    for (const [place, item] of added.entries()) {
      const former = removed[place];
      if (former?.list !== 'features' || item.list !== 'features') return undefined;
      replaced.set(former, item as Item<'features'>);
    }
  }
  return replaced;
}

/** Whether another row may speak of a feature, or its own of others. */
function isNamed({ feature: { id, dependsOn } }: PanelItem, { shown }: PanelContent): boolean {
  return dependsOn !== undefined || (id !== undefined && shown.some(({ analysis }) => analysis.dependencies.isNamed(id)));
}

/** All of a feature that ranks, sums, and the tests of others depend on. */
function effectsOf({ feature, numbers, byPersona, of }: PanelItem): string {
  const { id, effort, touchpoints, dependsOn } = feature;
  const { better, worse, n } = numbers;
  const { personas } = of.analysis.featureAnalysis(byPersona);
  return JSON.stringify([
    id,
    isOpen(feature),
    effort,
    touchpoints,
    dependsOn,
    effectiveCategory(feature, numbers),
    better,
    worse,
    n,
    personas,
  ]);
}
