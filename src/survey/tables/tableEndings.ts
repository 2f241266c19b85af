/** How the names of files end that may be tables. */
export const tableEndings: readonly string[] = ['csv', 'tsv', 'txt', 'xlsx', 'ods'];

/** Whether a file may be a table, by its name or path. */
export function isTableName(path: string): boolean {
  return tableEndings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
}
