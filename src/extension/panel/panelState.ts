import { compareText } from '../../base/compareText.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import type { PanelRow } from '../../page/protocol.ts';
import { settingsSentence } from '../../terms/settingsLabels.ts';
import { surveyedSentence } from '../../wording/panelWording.ts';
import { Definitions } from './panelDefinitions.ts';
import { contentAfterEdit, type PanelContent, type PanelQuestion } from './panelEdited.ts';
import { inBuildOrder, type PanelItem, panelItems, panelProduct } from './panelItems.ts';
import { panelLists } from './panelLists.ts';
import { panelRow } from './panelRows.ts';

export type { PanelContent, PanelQuestion } from './panelEdited.ts';

/**
 * All that the panel shows of the products, in words and numbers of the interface's language. Rows and lists that did not change are the same
 * objects as before, so that only what an edit touched is made anew and sent. In steps, because at first that is everything.
 *
 * @param before what the panel showed last, for what can be taken over from it
 */
export function* panelContentInSteps(question: PanelQuestion, before?: PanelContent): Generator<undefined, PanelContent> {
  const taken = before && contentAfterEdit(question, before);
  if (taken) return taken;
  const { products, scope, look, file, readOnly } = question;
  const shown = products.map((product) => panelProduct(product, look));
  const items = yield* panelItems(shown, look);
  const definitions = new Definitions(products);
  const files = filesOfTwins(items.values());
  const comparesPersonas = new Set([...definitions.personas.values()].map(({ value }) => value.id)).size > 1;
  yield;
  const ordered = inBuildOrder(items);
  yield;
  const rows: PanelRow[] = [];
  for (const panelItem of ordered) {
    if (rows.push(panelRow(panelItem, files.get(panelItem) ?? null, { definitions, comparesPersonas })) % rowsAtOnce === 0) yield;
  }
  yield;
  const names = products.flatMap(({ opened }) => opened.header.product ?? []);
  return {
    items,
    definitions,
    question,
    shown,
    comparesPersonas,
    state: {
      product: scope === 'file' ? (names[0] ?? '') : names.join(' · '),
      file,
      scope,
      look,
      stale: null,
      readOnly,
      footer: footerOf(products, items),
      lists: panelLists(shown, items.values(), definitions),
      rows,
    },
  };
}

const rowsAtOnce = 25;

/** The files of features whose id stands in another file too, which may be another product's. */
function filesOfTwins(items: Iterable<PanelItem>): ReadonlyMap<PanelItem, string> {
  const first = new Map<string, PanelItem>();
  const twins = new Set<PanelItem>();
  for (const panelItem of items) {
    const { id = '' } = panelItem.item.value;
    const twin = first.get(id);
    if (!twin) first.set(id, panelItem);
    else if (twin.uri !== panelItem.uri) twins.add(twin).add(panelItem);
  }
  const names = shortNames([...twins].map(({ uri }) => uri));
  return new Map([...twins].map((panelItem) => [panelItem, names.get(panelItem.uri) ?? '']));
}

/** The paths without the folders that all of them have in common. */
function shortNames(uris: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map(uris.map((uri) => [uri, decodeURI(uri).split('/')]));
  const [first = []] = paths.values();
  const differing = first.findIndex((folder, index) => [...paths.values()].some((path) => path[index] !== folder));
  return new Map([...paths].map(([uri, path]) => [uri, path.slice(Math.min(differing, path.length - 1)).join('/')]));
}

function footerOf(products: readonly Product[], items: ReadonlyMap<string, PanelItem>): readonly string[] {
  const surveys = products.flatMap((product) => productList(product, 'surveys').map(({ item }) => item.value));
  const newest = surveys.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')).at(-1);
  let answered = 0;
  for (const { numbers } of items.values()) answered = Math.max(answered, numbers.n);
  return [
    ...new Set(products.map((product) => settingsSentence(settingsOf(product)))),
    surveyedSentence(new Set(surveys.map(({ id }) => id)).size, products.length === 1 ? (newest?.invited ?? null) : null, answered),
  ];
}
