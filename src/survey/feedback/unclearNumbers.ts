import { groupBy } from '../../base/groupBy.ts';
import { comparableText } from '../answers/comparableText.ts';
import { columnName } from '../answers/surveyTable.ts';
import type { FeedbackMeaning, FeedbackTable } from './feedbackColumns.ts';
import type { WayReaders } from './readWays.ts';

/** More different numbers are no scale that anybody would list. */
const limit = 1000;

/**
 * Takes the meaning away from columns whose numbers may be something else than −1, 0 and 1: flags, or a longer scale. Columns of the same name in
 * several files are one column.
 */
export function withoutUnclearNumbers(tables: readonly FeedbackTable[], { plainNumber }: WayReaders): readonly FeedbackTable[] {
  const signed = tables.flatMap(({ table, columns, meanings }) =>
    columns.flatMap((column) => {
      const meaning = meanings[column.index];
      return isUnexplained(meaning) ? [{ table, column }] : [];
    }),
  );
  const unclear = new Map<string, readonly number[]>();
  for (const [name, found] of groupBy(signed, ({ column }) => comparableText(columnName(column)))) {
    const numbers = new Set<number>();
    for (const { table, column } of found)
      for (let row = 1; row < table.rows.length && numbers.size < limit; row++) {
        const number = plainNumber(table.rows[row]?.[column.index] ?? '');
        if (number !== undefined) numbers.add(number);
      }
    if (numbers.size > 0 && !isSentiment(numbers))
      unclear.set(
        name,
        [...numbers].sort((a, b) => a - b),
      );
  }
  if (unclear.size === 0) return tables;
  return tables.map((each) => ({
    ...each,
    meanings: each.columns.map((column, index) => {
      const meaning = each.meanings[index] ?? { kind: 'other' };
      const numbers = unclear.get(comparableText(columnName(column)));
      return numbers && isUnexplained(meaning) ? { kind: 'numbers', numbers } : meaning;
    }),
  }));
}

/** Whether numbers of the column count as 1, 0 and −1, because the map has no scale for it. */
function isUnexplained(meaning: FeedbackMeaning | undefined): boolean {
  return (meaning?.kind === 'aspect' || meaning?.kind === 'sentiment') && meaning.scale === undefined;
}

/** Complaints tell: without them, 0 and 1 may be flags. */
function isSentiment(numbers: ReadonlySet<number>): boolean {
  return numbers.has(-1) && [...numbers].every((number) => [-2, -1, 0, 1].includes(number));
}
