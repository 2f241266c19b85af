import { filteredFeature } from '../../analysis/answerFilter.ts';
import { isOpen } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { Item } from '../../document/item.ts';
import { changedItems } from '../../document/versions/indexByVersion.ts';
import type { Content, Question } from './content.ts';
import { panelRow } from './rows.ts';
import type { ShownFeature } from './shownFeatures.ts';

/**
 * The content after an edit that changes no rows but those of the edited features: of titles, owners, tags, notes. Costs these rows and a walk over
 * pointers. `undefined` after any other edit, which may change ranks, sums and tests.
 */
export function contentAfterEdit(question: Question, before: Content): Content | undefined {
  const replaced = replacedItems(before.question, question);
  if (!replaced || question.answers !== before.question.answers) return undefined;
  const features = new Map(before.features);
  const filtered = filteredFeature(question.answers);
  for (const shown of before.features.values()) {
    const item = replaced.get(shown.item);
    if (!item) continue;
    const versions = filtered(item.value);
    const after = { ...shown, ...versions, item, numbers: shown.of.analysis.featureAnalysis(versions.feature) };
    if (isNamed(after, before) || effectsOf(shown) !== effectsOf(after)) return undefined;
    features.set(shown.key, after);
  }
  const rows = before.rows.map((row) => {
    const shown = features.get(row.key);
    return shown && shown !== before.features.get(row.key) ? panelRow(shown, row, before) : row;
  });
  return { ...before, question, features, rows };
}

/** The features that were edited, with what they were before; `undefined` where more than features changed, or their number. */
function replacedItems(before: Question, after: Question): ReadonlyMap<Item, Item<'features'>> | undefined {
  const replaced = new Map<Item, Item<'features'>>();
  const modelsOf = ({ products }: Question) => products.flatMap((product) => product.models);
  const [old, now] = [modelsOf(before), modelsOf(after)];
  const settings = ({ products }: Question) => products.map(({ models, configuration }) => [models.length, configuration?.analysis]);
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

/** Whether another row may name this feature, or its own row others. */
function isNamed({ feature: { id, dependsOn } }: ShownFeature, { shown }: Content): boolean {
  return dependsOn !== undefined || (id !== undefined && shown.some(({ analysis }) => analysis.dependencies.isNamed(id)));
}

/** All of a feature that ranks, sums, and the tests of others depend on. */
function effectsOf({ feature, numbers, byPersona, of }: ShownFeature): string {
  const { id, title, status, shipped, effort, touchpoints, dependsOn, evidence, relieves, moves } = feature;
  const { better, worse, n, importance } = numbers;
  const { personas } = of.analysis.featureAnalysis(byPersona);
  const own = [
    id,
    isOpen(feature),
    effort,
    touchpoints,
    dependsOn,
    effectiveCategory(feature, numbers),
    better,
    worse,
    n,
    importance,
    personas,
    evidence,
    // Pains and metrics tell what shipped for them, and when.
    ...(relieves ? [relieves, status, shipped] : []),
    ...(moves ? [moves, title, status, shipped] : []),
  ];
  return JSON.stringify(own);
}
