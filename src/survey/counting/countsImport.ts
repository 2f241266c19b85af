import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import { finish } from '../../base/steps.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import { count } from '../../terms/numbers.ts';
import { doubts } from '../answers/importDoubts.ts';
import { mapProblems } from '../answers/mapProblems.ts';
import { numberRemarks } from '../answers/numberDoubts.ts';
import { type NumericScale, undirectedNumbers, withCodes } from '../answers/numericScale.ts';
import { type ImportPlan, planImport } from '../answers/planImport.ts';
import { planRemarks, replacedAnswers } from '../answers/planRemarks.ts';
import { scaleRemarks } from '../answers/scaleDoubts.ts';
import { statedByLabels } from '../answers/scaleLabels.ts';
import { cellText, some, someNames } from '../answers/shownTexts.ts';
import type { OwnAnswerWords, SurveyMapFile } from '../answers/surveyMap.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import { type WrittenAnswers, writtenAnswers } from '../answers/writtenAnswers.ts';
import { markerSentences, questionSentences, withoutMarkers } from './markers.ts';
import { type CountsReading, readCounts } from './readCounts.ts';

interface CountsInput {
  readonly product: Product;
  /** The file as the reader knows it. */
  readonly path: string;
  readonly tables: readonly SurveyTable[];
  readonly mapFile: SurveyMapFile;
  /** The survey that the answers belong to, where the counts do not say. */
  readonly survey?: string | undefined;
}

/** What an import of counts would do. */
export interface CountsImport extends WrittenAnswers {
  readonly reading: CountsReading;
  /** The same without what no map can explain. */
  readonly askable: CountsReading;
  readonly numbers: NumericScale | undefined;
  /** The plan for each survey. */
  readonly plans: ReadonlyMap<string | undefined, ImportPlan>;
  /** All of them together. */
  readonly plan: ImportPlan;
  readonly doubts: readonly string[];
  readonly uncounted: readonly string[];
  readonly remarks: readonly string[];
  /** What the file loses: answers that the counts do not have. */
  readonly losses: readonly string[];
  readonly planRemarks: readonly string[];
}

/** Reads counts, and plans what they change in a file, with the same checks as for answers. Throws `UnreadableTable`. */
export function importCounts({ product, path, tables, mapFile, survey }: CountsInput): CountsImport | Pick<SurveyMapFile, 'problems'> {
  const features = product.opened.list('features').map(({ value }) => value);
  const personas = productList(product, 'personas').map(({ item }) => item.value);
  const surveys = productList(product, 'surveys').map(({ item }) => item.value);
  const settings = settingsOf(product);
  const problems = mapProblems(mapFile, { features: idsOf(features), personas: idsOf(personas), tables: [] });
  if (problems.length > 0) return { problems };
  const given = mapFile.map;
  const read = (answers: OwnAnswerWords) => readCounts(tables, { features, personas, surveys, map: { ...given, answers } });
  const plain = read(given.answers);
  const labelled = statedByLabels(plain, given.answers);
  const map = labelled ? { ...given, answers: withCodes(given.answers, labelled.codes) } : given;
  const reading = labelled ? read(map.answers) : plain;
  const again = function* (answers: OwnAnswerWords): Generator<undefined, CountsReading> {
    yield;
    return read(answers);
  };
  const numbers = finish(undirectedNumbers(reading, map.answers, again, settings));
  const askable = withoutMarkers(reading);
  const unclear = [
    ...doubts(askable, personas, numbers),
    ...markerSentences(reading, map.respondents.column),
    ...unknownSurveys(reading, idsOf(surveys)),
  ];
  const plans = new Map(
    [...reading.bySurvey].map(([own, tallies]) => [own, planImport(product.opened, tallies, own ?? survey, settings.table)] as const),
  );
  const plan = togetherOf([...plans.values()]);
  const hasSurvey = survey !== undefined || [...reading.bySurvey.keys()].every((own) => own !== undefined);
  return {
    reading,
    askable,
    numbers,
    plans,
    plan,
    doubts: unclear,
    uncounted: [...unknownFeatures(reading, path), ...questionSentences(reading)],
    remarks: [...remarks(reading), ...numberRemarks(reading.answers, map.answers, labelled)],
    losses: replacedAnswers(plan),
    planRemarks: planRemarks(plan, undefined, hasSurvey ? [] : idsOf(surveys)),
    ...(unclear.length > 0 ? { refusals: [], edits: [] } : writtenAnswers(product, path, plan)),
  };
}

function togetherOf(plans: readonly ImportPlan[]): ImportPlan {
  return {
    changes: plans.flatMap(({ changes }) => changes),
    tallies: plans.flatMap(({ tallies }) => tallies),
    unreadable: [...new Set(plans.flatMap(({ unreadable }) => unreadable))],
    overlapping: [...new Set(plans.flatMap(({ overlapping }) => overlapping))],
    kept: plans.flatMap(({ kept }) => kept),
  };
}

function idsOf(items: readonly { readonly id?: string }[]): readonly string[] {
  return items.flatMap(({ id }) => id ?? []);
}

function unknownSurveys({ unknownSurveys: found }: CountsReading, ids: readonly string[]): readonly string[] {
  return some(found, ({ value, first, count: answers }) => {
    const similar = nearest(value, ids);
    const values = { row: count(first.row), path: first.path, value: cellText(value), count: count(answers), nearest: similar ?? '' };
    if (value === '') return l10n.t('Row {row} of {path} names no survey. Answers like this: {count}.', values);
    return similar === null
      ? l10n.t('Row {row} of {path}: no survey is called “{value}”. Answers like this: {count}.', values)
      : l10n.t('Row {row} of {path}: no survey is called “{value}”. Did you mean “{nearest}”? Answers like this: {count}.', values);
  });
}

function unknownFeatures({ unknownFeatures: found }: CountsReading, path: string): readonly string[] {
  return some(found, ({ value, count: answers }) =>
    l10n.t('“{name}” is not a feature of {path}. Answers that are not counted: {count}.', {
      name: cellText(value),
      path,
      count: count(answers),
    }),
  );
}

function remarks(reading: CountsReading): readonly string[] {
  const { tallies, withoutPersona } = reading;
  const halves = tallies.filter((tally) => tally.halves > 0);
  return [
    ...scaleRemarks(reading, 'command'),
    ...(withoutPersona > 0 ? [l10n.t('Answers of personas that the map leaves out: {count}.', { count: count(withoutPersona) })] : []),
    ...(halves.length > 0
      ? [
          l10n.t('Only one of the two questions answered, so not counted: {count} ({list}).', {
            count: count(halves.reduce((sum, tally) => sum + tally.halves, 0)),
            list: someNames(halves.map((tally) => `${tally.feature} ${count(tally.halves)}`)),
          }),
        ]
      : []),
  ];
}
