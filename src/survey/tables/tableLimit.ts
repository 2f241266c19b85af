import * as l10n from '@vscode/l10n';

/** Bytes. Half the longest possible string, and a hundred times what surveys need. */
export const tableSizeLimit = 100_000_000;

/** Why a larger file is not read, and what to do with it. */
export function tooLargeText(path: string): string {
  return l10n.t(
    '{path} is larger than 100 MB. Export fewer columns. Answers of a survey can be counted where they are, however many: “kano survey-sql” prints a statement for DuckDB or a warehouse, and “kano import --counts” takes in what it counts.',
    { path },
  );
}
