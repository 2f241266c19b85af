import type { Answers } from '../document/format/model.ts';
import { forEachCell } from './evaluationTable.ts';
import type { ContinuousAnalysis, QuestionStatistics } from './results.ts';

/** DuMouchel in Berger et al. 1993, for like, must-be, neutral, live-with, dislike. */
const functionalScores = [4, 2, 0, -1, -2] as const;
const dysfunctionalScores = [-2, -1, 0, 2, 4] as const;

/** Mean, standard deviation and standard error of the answers to both questions; `null` without answers. */
export function continuousAnalysis(tables: readonly Answers[]): ContinuousAnalysis | null {
  if (tables.length === 0) return null;
  const functional = [0, 0, 0, 0, 0];
  const dysfunctional = [0, 0, 0, 0, 0];
  for (const answers of tables) {
    forEachCell(answers, (row, column, count) => {
      functional[row] = (functional[row] ?? 0) + count;
      dysfunctional[column] = (dysfunctional[column] ?? 0) + count;
    });
  }
  const first = statistics(functional, functionalScores);
  const second = statistics(dysfunctional, dysfunctionalScores);
  return first && second && { functional: first, dysfunctional: second };
}

function statistics(frequencies: readonly number[], scores: readonly number[]): QuestionStatistics | null {
  const n = sum(frequencies);
  if (n === 0) return null;
  const mean = sum(frequencies.map((frequency, index) => frequency * (scores[index] ?? 0))) / n;
  const squares = sum(frequencies.map((frequency, index) => frequency * ((scores[index] ?? 0) - mean) ** 2));
  const sd = n > 1 ? Math.sqrt(squares / (n - 1)) : null;
  return { mean, sd, se: sd === null ? null : sd / Math.sqrt(n), n };
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
