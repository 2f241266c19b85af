import { type Product, productList } from '../../document/product.ts';
import { type AnswersImport, type AnswersRead, plannedAnswers, readAnswersInSteps } from '../answers/importAnswers.ts';
import type { SurveyMap, SurveyMapFile } from '../answers/surveyMap.ts';
import { surveyMapText } from '../answers/surveyMapText.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import type { NewDefinition } from '../answers/writtenAnswers.ts';
import { type SuggestedSurvey, suggestedSurvey, surveyProblem } from './chosenSurvey.ts';
import type { ImportChoices, SurveyChoice } from './importChoices.ts';
import { mapOfChoices } from './mapOfChoices.ts';
import { newPersonas } from './newPersonas.ts';
import { possibleChoices } from './possibleChoices.ts';

/** Exports, and what a reader chose to be read from them. */
export interface ImportSources {
  readonly product: Product;
  /** The file as the reader knows it. */
  readonly path: string;
  readonly tables: readonly SurveyTable[];
  /** The survey map that the choices come on top of. */
  readonly mapFile: SurveyMapFile;
  readonly choices: ImportChoices;
  /** The day on which the newest of the exports was changed, as `YYYY-MM-DD`. */
  readonly modified: string;
}

/** An import as it was chosen. */
export interface UnderstoodImport {
  readonly done: AnswersImport;
  readonly mapFile: SurveyMapFile;
  readonly suggestion: SuggestedSurvey;
  /** Those that can be followed. */
  readonly choices: ImportChoices;
}

/** Reads exports as a reader chose, with a pause for others after each step. */
export function* understandImport(sources: ImportSources): Generator<undefined, UnderstoodImport> {
  const { product, path, tables, modified } = sources;
  const [personas, surveys] = [productList(product, 'personas'), productList(product, 'surveys').map(({ item }) => item.value)];
  const features = product.opened.list('features').map(({ value }) => value.id);
  const choices = possibleChoices(sources.choices, {
    ...{ tables, features, personas: personas.map(({ item }) => item.value.id), surveys: surveys.map(({ id }) => id) },
  });
  const added = newPersonas(
    choices,
    personas.flatMap(({ item }) => item.value.id ?? []),
  );
  const mapFile = { ...sources.mapFile, map: mapOfChoices(sources.mapFile.map, choices, { tables, newPersonas: added }) };
  const definitions = [...added.values()].map((item): NewDefinition => ({ list: 'personas', item: { ...item } }));
  const input = { product, path, tables, mapFile, drop: [], definitions, words: 'editor' as const };
  const read = yield* readAnswersInSteps(input);
  const suggestion = suggestedSurvey(read.reading, product, modified);
  const survey = choices.survey ?? suggestion.choice;
  const isPossible = surveyProblem(survey, surveys) === undefined;
  // Comparing with the file checks all of it.
  yield;
  const used = new Set(read.reading?.tallies.flatMap(({ groups }) => groups.map(({ persona }) => persona)));
  const written = definitions.filter(({ item }) => used.has(item.id));
  const done = plannedAnswers(
    withoutUnused(read, mapFile.map, { unused: definitions.filter((each) => !written.includes(each)), features }),
    {
      ...{ ...input, definitions: written },
      ...(isPossible && surveyOf(survey, written)),
    },
  );
  return { done, mapFile, suggestion, choices };
}

/** What was read, with a map that does not name personas which the file does not get. */
function withoutUnused(
  read: AnswersRead,
  map: SurveyMap,
  { unused, features }: { readonly unused: readonly NewDefinition[]; readonly features: readonly (string | undefined)[] },
): AnswersRead {
  const { reading, numbers } = read;
  if (!reading || !read.written || unused.length === 0) return read;
  const values = new Map([...map.personas.values].filter(([, id]) => !unused.some(({ item }) => item.id === id)));
  const context = { map: { ...map, personas: { ...map.personas, values } }, numbers, personaColumn: map.personas.column };
  return { ...read, written: surveyMapText(reading, { ...context, features: features.flatMap((id) => id ?? []) }) };
}

function surveyOf(choice: SurveyChoice, definitions: readonly NewDefinition[]) {
  if (choice.kind === 'none') return {};
  if (choice.kind === 'known') return { survey: choice.id };
  const { id, date } = choice;
  return { survey: id, definitions: [...definitions, { list: 'surveys', item: { id, date } } as const] };
}
