import type { AnswerFilter } from '../../analysis/answerFilter.ts';
import { isOpen, shownRanks } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import { unaskedSentence } from '../../terms/featureSentences.ts';
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
  const unasked = unaskedOf(answers, definitions);
  yield;
  const ordered = inBuildOrder(features);
  yield;
  const rows: PanelRow[] = [];
  const open = ordered.filter(({ feature }) => isOpen(feature));
  const ranks = shownRanks(open.map(({ feature, numbers }) => effectiveCategory(feature, numbers).category));
  for (const [index, feature] of ordered.entries()) {
    // Open features come first.
    const place = { rank: index < ranks ? index + 1 : null, file: files.get(feature) ?? null };
    if (rows.push(panelRow(feature, place, { definitions, comparesPersonas, unasked })) % rowsAtOnce === 0) yield;
  }
  yield;
  const lists = productLists(shown, features.values(), definitions, answers.persona);
  // Several files may describe parts of one product.
  const name = [...new Set(products.flatMap(({ opened }) => opened.header.product ?? []))].join(' · ');
  const basis = basisOf(products, features, answers);
  return { question, shown, features, definitions, comparesPersonas, unasked, name, ...basis, lists, rows };
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

/** By the names that the files give. */
function unaskedOf({ persona, survey }: AnswerFilter, { personas, surveys }: Definitions): string | null {
  if (persona === null && survey === null) return null;
  const personaName = [...personas.values()].find(({ value }) => value.id === persona)?.value.name ?? persona;
  const surveyTitle = [...surveys.values()].find(({ value }) => value.id === survey)?.value.title ?? survey;
  return unaskedSentence(personaName, surveyTitle);
}

function basisOf(
  products: readonly Product[],
  features: ReadonlyMap<string, ShownFeature>,
  { persona, survey }: AnswerFilter,
): Pick<Content, 'footer' | 'newestSurvey'> {
  const surveys = products.flatMap((product) => productList(product, 'surveys').map(({ item }) => item.value));
  const asked = survey === null ? surveys : surveys.filter(({ id }) => id === survey);
  const newest = asked.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')).at(-1);
  // How many of those who were invited are of a persona is not written anywhere.
  const invited = products.length === 1 && persona === null ? (newest?.invited ?? null) : null;
  let answered = 0;
  for (const { numbers } of features.values()) answered = Math.max(answered, numbers.n);
  return {
    footer: [
      ...new Set(products.map((product) => settingsSentence(settingsOf(product)))),
      surveyedSentence(new Set(asked.map(({ id }) => id)).size, invited, answered),
    ],
    newestSurvey: newest?.date ?? null,
  };
}
