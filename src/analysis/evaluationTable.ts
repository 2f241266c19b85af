import type { Answers, Category, Counts, EvaluationTable } from '../document/format/model.ts';
import { noCounts } from './counts.ts';

/**
 * Rows are the functional, columns the dysfunctional question, each like, must-be, neutral, live-with, dislike.
 * `standard`: Kano 1984; Berger et al. 1993; Sauerwein et al. 1996, Fig. 6. `pouliot`: Pouliot in Berger et al. 1993, p. 33.
 */
const tables: Readonly<Record<EvaluationTable, readonly string[]>> = {
  standard: ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'],
  pouliot: ['QAAAO', 'RQIIM', 'RIIIM', 'RIIQM', 'RRRRQ'],
};

/**
 * The category of one respondent's answer pair.
 * @param functional and dysfunctional answers as 0 (like) to 4 (dislike)
 * @throws RangeError for other numbers: a wrong pairing must not turn into a category
 */
export function categoryOfAnswers(functional: number, dysfunctional: number, table: EvaluationTable): Category {
  const category = tables[table][functional]?.[dysfunctional];
  if (category === undefined) throw new RangeError(`No answer pair ${functional}, ${dysfunctional}`);
  return category as Category;
}

/** Counts by category of a 5×5 table of answer pairs; absent and invalid cells count 0. */
export function countsFromAnswers(answers: Answers, table: EvaluationTable): Counts {
  const counts = { ...noCounts };
  forEachCell(answers, (functional, dysfunctional, count) => {
    counts[categoryOfAnswers(functional, dysfunctional, table)] += count;
  });
  return counts;
}

/** Visits the cells of a table of answer pairs that hold a count above 0; rows and columns beyond the fifth are ignored. */
export function forEachCell(answers: Answers, visit: (functional: number, dysfunctional: number, count: number) => void): void {
  for (let functional = 0; functional < 5; functional++) {
    for (let dysfunctional = 0; dysfunctional < 5; dysfunctional++) {
      const count = answers[functional]?.[dysfunctional];
      if (count !== undefined && Number.isFinite(count) && count > 0) visit(functional, dysfunctional, count);
    }
  }
}
