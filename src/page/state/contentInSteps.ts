import { isOpen, shownRanks } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import { settingsSentence, surveyedSentence } from '../../terms/settingsLabels.ts';
import type { Content, Question } from './content.ts';
import { contentAfterEdit } from './contentAfterEdit.ts';
import { Definitions } from './definitions.ts';
import { productLists } from './lists.ts';
import { type PanelRow, panelRow } from './rows.ts';
import { inBuildOrder, type ShownFeature, shownFeatures, shownProduct } from './shownFeatures.ts';

/**
 * Computes the content. Rows that did not change are the same objects as before, so that only what an edit touched is computed and drawn again. In
 * steps, because at first that is everything.
 *
 * @param before what the page showed last
 */
export function* contentInSteps(question: Question, before?: Content): Generator<undefined, Content> {
  const edited = before && contentAfterEdit(question, before);
  if (edited) return edited;
  const { products, answers } = question;
  const shown = products.map((product) => shownProduct(product, answers));
  const features = yield* shownFeatures(shown, answers);
  const definitions = new Definitions(products);
  const files = filesOfDuplicates(features.values());
  const comparesPersonas = new Set([...definitions.personas.values()].map(({ value }) => value.id)).size > 1;
  yield;
  const ordered = inBuildOrder(features);
  yield;
  const rows: PanelRow[] = [];
  const open = ordered.filter(({ feature }) => isOpen(feature));
  const ranks = shownRanks(open.map(({ feature, numbers }) => effectiveCategory(feature, numbers).category));
  for (const [index, feature] of ordered.entries()) {
    // Open features come first.
    const place = { rank: index < ranks ? index + 1 : null, file: files.get(feature) ?? null };
    if (rows.push(panelRow(feature, place, { definitions, comparesPersonas })) % rowsAtOnce === 0) yield;
  }
  yield;
  const lists = productLists(shown, features.values(), definitions, answers.persona);
  // Several files may describe parts of one product.
  const name = [...new Set(products.flatMap(({ opened }) => opened.header.product ?? []))].join(' · ');
  return { question, shown, features, definitions, comparesPersonas, name, ...basisOf(products, features), lists, rows };
}

const rowsAtOnce = 25;

/** The files of features whose id another file has too, which may be another product's. */
function filesOfDuplicates(features: Iterable<ShownFeature>): ReadonlyMap<ShownFeature, string> {
  const first = new Map<string, ShownFeature>();
  const duplicates = new Set<ShownFeature>();
  for (const shown of features) {
    const { id = '' } = shown.item.value;
    const other = first.get(id);
    if (!other) first.set(id, shown);
    else if (other.uri !== shown.uri) duplicates.add(other).add(shown);
  }
  const names = shortNames([...duplicates].map(({ uri }) => uri));
  return new Map([...duplicates].map((shown) => [shown, names.get(shown.uri) ?? '']));
}

/** The paths without the folders that all of them have in common. */
function shortNames(uris: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map(uris.map((uri) => [uri, decodeURI(uri).split('/')]));
  const [first = []] = paths.values();
  const differing = first.findIndex((folder, index) => [...paths.values()].some((path) => path[index] !== folder));
  return new Map([...paths].map(([uri, path]) => [uri, path.slice(Math.min(differing, path.length - 1)).join('/')]));
}

function basisOf(products: readonly Product[], features: ReadonlyMap<string, ShownFeature>): Pick<Content, 'footer' | 'newestSurvey'> {
  const surveys = products.flatMap((product) => productList(product, 'surveys').map(({ item }) => item.value));
  const newest = surveys.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')).at(-1);
  let answered = 0;
  for (const { numbers } of features.values()) answered = Math.max(answered, numbers.n);
  return {
    footer: [
      ...new Set(products.map((product) => settingsSentence(settingsOf(product)))),
      surveyedSentence(new Set(surveys.map(({ id }) => id)).size, products.length === 1 ? (newest?.invited ?? null) : null, answered),
    ],
    newestSurvey: newest?.date ?? null,
  };
}
