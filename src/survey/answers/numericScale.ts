import { categorise } from '../../analysis/categoryRules.ts';
import { countsFromAnswers } from '../../analysis/evaluationTable.ts';
import type { AnalysisSettings } from '../../document/format/model.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { givesNumbers } from './cellReaders.ts';
import { sumOfAnswers } from './featureTally.ts';
import type { ReadCell } from './readCell.ts';
import type { SurveyReading } from './readSurvey.ts';
import { type Contradiction, contradiction, type LabelledReading, type LabelledScale, labelledScale } from './scaleLabels.ts';
import { codesOf, seenNumbers } from './seenNumbers.ts';
import type { OwnAnswerWords } from './surveyMap.ts';

/** A way to read numbers as the five answers. */
export interface NumericReading {
  /** The numbers or codes of each answer. */
  readonly codes: OwnAnswerWords;
  readonly like: number;
  /** Features that would be Reverse. */
  readonly reverse: number;
}

/** Answers by number alone whose meaning is in doubt. */
export interface NumericScale {
  /**
   * Five numbers whose direction nothing states, fewer or others than a scale of five has, numbers of which labels say nothing or only those of some columns,
   * or that labels contradict: each other, or what the survey map says.
   */
  readonly kind: 'five' | 'few' | 'others' | 'labels' | 'partly' | 'contrary' | 'contradicted';
  readonly lowest: number;
  readonly highest: number;
  /** The cells with numbers, as they are written. */
  readonly texts: ReadonlySet<string>;
  /** The most frequent of these cells, where most other answers are words. */
  readonly amongWords?: ReadCell;
  /** The number of these cells. */
  readonly cells: number;
  /** Both directions of each scale that the numbers may be on. */
  readonly readings: readonly NumericReading[];
  /** Features with answers. */
  readonly features: number;
  readonly contradiction?: Contradiction;
  /** Labels that are no scale of five, or contradict each other, or are not in all columns. */
  readonly labels?: LabelledScale;
}

type NumbersReading = LabelledReading & Pick<SurveyReading, 'tallies'>;

/**
 * The numbers of an export whose meaning is in doubt; `undefined` where there are none, or the survey map gives them a meaning that no label contradicts.
 * @param read reads the same export with other words for the answers
 */
export function* undirectedNumbers(
  reading: NumbersReading,
  own: OwnAnswerWords,
  read: (answers: OwnAnswerWords) => Generator<undefined, Pick<SurveyReading, 'tallies'>>,
  settings: AnalysisSettings,
): Generator<undefined, NumericScale | undefined> {
  const seen = seenNumbers(reading.answers);
  if (seen === undefined) return undefined;
  const labelled = labelledScale(reading, own);
  const contradicted = labelled && contradiction(labelled, own);
  const isGiven = givesNumbers(own) && !labelled?.contrary;
  if (isGiven && !contradicted) return undefined;
  const { lowest, highest, cells } = seen;
  const sum = (found: readonly ReadCell[]) => found.reduce((total, { count }) => total + count, 0);
  const words = reading.answers.filter((cell) => typeof cell.answer === 'number' && !cells.includes(cell));
  const scale = {
    lowest,
    highest,
    texts: new Set(cells.map(({ text }) => text)),
    cells: sum(cells),
    ...(cells[0] && sum(words) > sum(cells) && { amongWords: cells[0] }),
    features: reading.tallies.filter(({ groups }) => groups.length > 0).length,
  };
  if (labelled?.contrary) return { ...scale, kind: 'contrary', labels: labelled, readings: [] };
  const codes = labelled?.codes === undefined ? [] : [{ codes: labelled.codes, like: labelled.like ?? 1, reverse: 0 }];
  if (isGiven && contradicted) return { ...scale, kind: 'contradicted', contradiction: contradicted, readings: codes };
  if (labelled) return { ...scale, kind: labelled.codes === undefined ? 'labels' : 'partly', labels: labelled, readings: codes };
  // A 0 or a 9 alone is not understood, and says nothing of a scale.
  if (!cells.some(({ answer }) => typeof answer === 'number')) return undefined;
  const readings: NumericReading[] = [];
  for (const first of seen.firsts) {
    for (const isFirstLike of [true, false]) {
      const codes = codesOf(seen, first, isFirstLike);
      // As they are read without a map.
      const isAsRead = first === 1 && isFirstLike;
      const reverse = reverseFeatures(isAsRead ? reading : yield* read(withCodes(own, codes)), settings);
      readings.push({ codes, like: isFirstLike ? first : first + 4, reverse });
    }
  }
  return { ...scale, kind: seen.firsts.length === 0 ? 'others' : seen.areFew ? 'few' : 'five', readings };
}

/** The reading with the fewest Reverse features, where the numbers may be the five answers. */
export function likelyReading({ kind, readings }: NumericScale): NumericReading | undefined {
  if (kind === 'few') return undefined;
  return readings.reduce<NumericReading | undefined>((best, each) => (best && best.reverse <= each.reverse ? best : each), undefined);
}

/** The words of a survey map, with what numbers mean. */
export function withCodes(own: OwnAnswerWords, codes: OwnAnswerWords): OwnAnswerWords {
  return { ...own, ...Object.fromEntries(answerKeys.map((key) => [key, [...(own[key] ?? []), ...(codes[key] ?? [])]])) };
}

function reverseFeatures({ tallies }: Pick<SurveyReading, 'tallies'>, { table, rule, lead }: AnalysisSettings): number {
  return tallies.filter(({ groups }) => {
    if (groups.length === 0) return false;
    return categorise(countsFromAnswers(sumOfAnswers(groups.map(({ answers }) => answers)), table), rule, lead) === 'R';
  }).length;
}
