/** What the header of a column in a matrix question may say: the question that all rows share, and the row that the column is for. */
export interface MatrixHeader {
  readonly stem: string;
  readonly row: string;
}

/** Longer headers are free text. */
const longestHeader = 1000;

/**
 * Ways to read headers as those of a matrix question: `stem [row]` (Google Forms, LimeSurvey), `row [stem]`, `stem - row` (Qualtrics), `stem >> row`
 * (Jotform), `stem—row` with any number of dashes (Wenjuanxing and others), and the stem above the row (SurveyMonkey).
 *
 * @param texts of all rows of the header, from above
 */
export function matrixHeaders(texts: readonly string[]): readonly MatrixHeader[] {
  const [above = '', below = ''] = texts;
  return [
    ...(texts.length > 1 ? [{ stem: above, row: below }] : []),
    ...texts.flatMap((text) => within(text.slice(0, longestHeader).trim())),
  ];
}

function within(text: string): readonly MatrixHeader[] {
  const bracket = text.endsWith(']') ? text.lastIndexOf('[') : -1;
  const [before, inside] = [text.slice(0, bracket), text.slice(bracket + 1, -1)];
  const bracketed = bracket > 0 ? [headerOf(before, inside), headerOf(inside, before)] : [];
  const separated = [' >> ', ' - ', ' – '].flatMap((separator) => {
    const at = text.lastIndexOf(separator);
    return at > 0 ? [headerOf(text.slice(0, at), text.slice(at + separator.length))] : [];
  });
  // Either side may have such a dash of its own.
  const dashed = [...text.matchAll(/—+/g)].map(({ 0: dash, index }) => headerOf(text.slice(0, index), text.slice(index + dash.length)));
  return [...bracketed, ...separated, ...dashed].filter(({ stem, row }) => stem !== '' && row !== '');
}

function headerOf(stem: string, row: string): MatrixHeader {
  return { stem: stem.trim(), row: row.trim() };
}

/**
 * Headers with the question that Microsoft Forms leaves out: it names the rows of a matrix question only, and those of a second one with a number after them
 * (`Voice search`, `Voice search2`). The questions are called `1`, `2` and so on; in every other table, the headers stay as they are.
 *
 * @param isRow whether a row of a matrix may be called so
 */
export function withRepeatedRows<Column extends { readonly texts: readonly string[] }>(
  columns: readonly Column[],
  isRow: (text: string) => boolean,
): readonly Column[] {
  const texts = columns.map(({ texts: [text = '', ...more] }) => (more.length === 0 ? text.trim() : ''));
  const first = texts.filter((text) => text !== '' && isRow(text));
  const isRepeated =
    first.length > 0 && first.every((text) => texts.filter((each) => each === text).length === 1 && texts.includes(`${text}2`));
  if (!isRepeated) return columns;
  const rows = new Set(first);
  return columns.map((column, index) => {
    const text = texts[index] ?? '';
    if (rows.has(text)) return { ...column, texts: [`1 >> ${text}`] };
    const [, row = '', number = ''] = /^(.+)([2-9])$/su.exec(text) ?? [];
    return rows.has(row) ? { ...column, texts: [`${number} >> ${row}`] } : column;
  });
}
