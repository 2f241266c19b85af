import { type Product, productList } from '../../document/product.ts';
import { type AnswersImport, plannedAnswers, readAnswersInSteps } from '../answers/importAnswers.ts';
import type { SurveyMapFile } from '../answers/surveyMap.ts';
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
  const suggestion = suggestedSurvey(read.reading, surveys, modified);
  const survey = choices.survey ?? suggestion.choice;
  const isPossible = surveyProblem(survey, surveys) === undefined;
  // Comparing with the file checks all of it.
  yield;
  const done = plannedAnswers(read, {
    ...input,
    ...(isPossible && surveyOf(survey, definitions)),
  });
  return { done, mapFile, suggestion, choices };
}

function surveyOf(choice: SurveyChoice, definitions: readonly NewDefinition[]) {
  if (choice.kind === 'none') return {};
  if (choice.kind === 'known') return { survey: choice.id };
  const { id, date } = choice;
  return { survey: id, definitions: [...definitions, { list: 'surveys', item: { id, date } } as const] };
}
