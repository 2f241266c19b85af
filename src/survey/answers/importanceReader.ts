/**
 * Reads a cell as importance, 1 to 9, perhaps with words behind the number (`9 = extremely important`). `null` where there is none, `undefined`
 * where it cannot be told. Such a number is a rating, even where a map leaves it out as an answer.
 */
export function readImportance(cell: string, isNoAnswer: (cell: string) => boolean): number | null | undefined {
  const number = /^(\d+(?:[.,]\d+)?)(?:\s*(?:[-–—:=.](?!\s*\d)|\().*)?$/su.exec(cell.normalize('NFKC').trim())?.[1];
  const value = number === undefined ? Number.NaN : Number(number.replace(',', '.'));
  if (value >= 1 && value <= 9) return value;
  return isNoAnswer(cell) ? null : undefined;
}
