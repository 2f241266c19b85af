import * as l10n from '@vscode/l10n';
import { finish } from '../../base/steps.ts';
import { count } from '../../terms/numbers.ts';
import type { ImportWords } from '../answers/importWords.ts';
import { decodeText, type Refused } from './decodeText.ts';
import { readDelimitedTextInSteps } from './delimitedText.ts';
import { headerAt } from './titleRows.ts';
import { isOldWorkbook, isWorkbook, readWorkbook } from './workbook.ts';

export interface TableOptions {
  /** As it is shown to the user. */
  readonly path: string;
  /** The encoding of text; found where it is absent. */
  readonly encoding?: string | undefined;
  /** The sheet of a workbook, by name or by position: `#2` is the second. */
  readonly sheet?: string | undefined;
  /** Whether a text is one of those that a table of this kind has: decides between encodings, and between sheets. */
  readonly isKnown?: ((text: string) => boolean) | undefined;
  /** Whether nothing but known texts counts, so that others may be read wrongly. */
  readonly onlyKnownCounts?: boolean | undefined;
  /** Whose words refusals use. */
  readonly words?: ImportWords | undefined;
  /** Why a table is refused that has only a header, where its rows are no answers. */
  readonly refusedWithoutRows?: string | undefined;
  /** Does work that comes in steps; without a pause where it is absent. */
  readonly run?: (<Result>(steps: Generator<undefined, Result>) => Promise<Result>) | undefined;
}

/** A table from a file, and what had to be found out to read it. */
export interface ReadTable {
  /** From the header on. */
  readonly rows: readonly (readonly string[])[];
  /** The number of rows above the header. */
  readonly rowsAbove: number;
  /** The encoding, where only the meaning of the text told it. */
  readonly foundEncoding?: string;
  /** The encoding that is as good as any other, because nothing that counts depends on it. */
  readonly assumedEncoding?: string;
  /** The sheet, where the workbook has several. */
  readonly sheet?: string;
  /** The names of all its sheets, where it has several. */
  readonly sheets?: readonly string[];
}

/** Reads a file as a table: delimited text in any usual encoding, XLSX or ODS. What is unclear is refused with the reason: nothing is guessed. */
export async function readTable(bytes: Uint8Array, options: TableOptions): Promise<ReadTable | Refused> {
  const { path } = options;
  if (isOldWorkbook(bytes))
    return {
      refused: l10n.t(
        '{path} is a workbook of the format before XLSX, or encrypted. Save it as XLSX without a password, or as “CSV UTF-8”.',
        { path },
      ),
    };
  if (isWorkbook(bytes)) {
    const found = await readWorkbook(bytes, options);
    return 'refused' in found
      ? found
      : belowTitles(found.rows, options, found.sheet === undefined ? {} : { sheet: found.sheet, sheets: found.sheets ?? [] });
  }
  const found = decodeText(bytes, options);
  if ('refused' in found) return found;
  const steps = readDelimitedTextInSteps(found.text);
  const parsed = options.run ? await options.run(steps) : finish(steps);
  if (parsed.misplacedQuote !== undefined)
    return {
      refused: l10n.t('Row {row} of {path} has a misplaced quotation mark, so it is unclear where cells end. Export it again.', {
        path,
        row: count(parsed.misplacedQuote),
      }),
    };
  const { text: _, ...encoding } = found;
  return belowTitles(parsed.rows, options, encoding);
}

function belowTitles(
  all: readonly (readonly string[])[],
  { path, refusedWithoutRows }: TableOptions,
  found: Pick<ReadTable, 'foundEncoding' | 'assumedEncoding' | 'sheet' | 'sheets'>,
): ReadTable | Refused {
  if (!all.some((row) => row.length > 1) && all.length > 0)
    return {
      refused: l10n.t('{path} has only one column: it may not be CSV. Commas, semicolons and tabs separate columns.', { path }),
    };
  const rowsAbove = headerAt(all);
  const rows = all.slice(rowsAbove);
  if (rows.length < 2)
    return { refused: refusedWithoutRows ?? l10n.t('{path} has no answers: there is no row below the header.', { path }) };
  return { rows, rowsAbove, ...found };
}
