import { comparableText } from './comparableText.ts';
import type { SurveyColumn } from './surveyTable.ts';
import { weightHeaders, weightParts } from './wordings/exportWords.ts';

// Tools weight respondents, so that the sample looks like the population. A tally counts each of them once.

const names = new Set(weightHeaders.map(comparableText));

const weightPattern = /^\d{0,6}(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;
/** Most columns are no numbers from the first rows on. */
const firstRows = 50;
/** Fewer numbers average 1 by chance. */
const fewestNumbers = 10;

/** Whether a column holds weights, and whether its name says so: its numbers alone do where they average 1. */
export function weightsIn(column: SurveyColumn, rows: readonly { readonly cells: readonly string[] }[]): 'named' | 'unnamed' | undefined {
  const filledIn = (some: typeof rows) => some.map(({ cells }) => (cells[column.index] ?? '').trim()).filter((cell) => cell !== '');
  if (!filledIn(rows.slice(0, firstRows)).every((cell) => weightPattern.test(cell))) return undefined;
  const filled = filledIn(rows);
  if (filled.length === 0 || !filled.every((cell) => weightPattern.test(cell))) return undefined;
  return isCalledLikeWeights(column) ? 'named' : averagesOne(filled) ? 'unnamed' : undefined;
}

/** Whether a column is called like one of weights, also with words beside it: `wgt_final`. */
export function isCalledLikeWeights({ texts }: SurveyColumn): boolean {
  return texts.some((text) => {
    if (names.has(comparableText(text))) return true;
    const words =
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    return words.some((word) => names.has(word)) && words.every((word) => names.has(word) || weightParts.includes(word));
  });
}

/** Weights are mostly broken, and average 1. */
function averagesOne(cells: readonly string[]): boolean {
  if (cells.length < fewestNumbers) return false;
  const numbers = cells.map((cell) => Number(cell.replace(',', '.')));
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.abs(mean - 1) < 0.01 && numbers.filter((number) => !Number.isInteger(number)).length > numbers.length / 2;
}
