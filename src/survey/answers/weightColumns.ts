import { comparableText } from './comparableText.ts';
import type { SurveyColumn } from './surveyTable.ts';
import { weightHeaders, weightParts } from './wordings/exportWords.ts';

// Tools weight respondents, so that the sample looks like the population. A tally counts each of them once.

const names = new Set(weightHeaders.map(comparableText));

/** Whether a column is called like one of weights, also with words beside it: `wgt_final`. Weights are numbers. */
export function isWeightColumn({ texts }: SurveyColumn, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || !filled.every((cell) => weightPattern.test(cell.trim()))) return false;
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

const weightPattern = /^\d{0,6}(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;
const fewestRows = 10;

/** Whether the numbers of a column average 1 and are mostly broken, as weights do: their names are many. */
export function looksLikeWeights(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < fewestRows || !filled.every((cell) => weightPattern.test(cell))) return false;
  const numbers = filled.map((cell) => Number(cell.replace(',', '.')));
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.abs(mean - 1) < 0.01 && numbers.filter((number) => !Number.isInteger(number)).length > numbers.length / 2;
}
