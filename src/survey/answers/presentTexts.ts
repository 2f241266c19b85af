import { comparableText } from './comparableText.ts';
import { withoutNumber } from './publishedAnswers.ts';
import { type SurveyTable, surveyRows } from './surveyTable.ts';

/** The texts by which sets are recognised are in the first rows. */
const searchedRows = 20_000;
/** Longer cells are free text. */
const longestAnswer = 200;

/** The distinct short texts of an export, as `comparableText`, also without a number before or after them. */
export function presentTexts(tables: readonly SurveyTable[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const table of tables) {
    for (const { cells } of surveyRows({ ...table, rows: table.rows.slice(0, searchedRows) }))
      for (const cell of cells) if (cell.length <= longestAnswer) texts.add(cell);
  }
  return new Set([...texts].flatMap((text) => [comparableText(text), comparableText(withoutNumber(text))]));
}
