/**
 * Reads a cell as importance, 1 to 9, perhaps with words behind the number (`9 = extremely important`). `null` where there is none, `undefined`
 * where it cannot be told.
 */
export function readImportance(cell: string, isNoAnswer: (cell: string) => boolean): number | null | undefined {
  if (isNoAnswer(cell)) return null;
  const number = /^(\d+(?:[.,]\d+)?)(?:\s*[-–—:=.(].*)?$/su.exec(cell.normalize('NFKC').trim())?.[1];
  const value = number === undefined ? Number.NaN : Number(number.replace(',', '.'));
  return value >= 1 && value <= 9 ? value : undefined;
}
