import type { SurveyTable } from '../answers/surveyTable.ts';

/** Finds rows that are in an earlier file too, the same in every cell: `reviews (1).csv` is often `reviews.csv` once more. */
export class CopiedRows {
  readonly #firstIn = new Map<string, SurveyTable>();
  readonly #isNeeded: boolean;

  constructor(tables: readonly SurveyTable[]) {
    this.#isNeeded = tables.length > 1;
  }

  /** Whether a row does not count, because an earlier file has it. Within one file, people may write the same. */
  isCopy(table: SurveyTable, cells: readonly string[], duplicates: 'once' | 'all' | undefined): boolean {
    if (!this.#isNeeded || duplicates === 'all') return false;
    const content = JSON.stringify([table.rows[0], cells]);
    const first = this.#firstIn.get(content);
    if (!first) this.#firstIn.set(content, table);
    return first !== undefined && first !== table;
  }
}
