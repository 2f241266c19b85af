import * as l10n from '@vscode/l10n';
import { nameList } from '../../terms/numbers.ts';
import type { ImportWords } from '../answers/importWords.ts';
import { cellText } from '../answers/shownTexts.ts';
import type { Refused } from './decodeText.ts';

export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  /** The name of the sheet, where the workbook has several. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
}

interface WorkbookOptions {
  /** As it is shown to the user. */
  readonly path: string;
  /** The name of a sheet, or its position: `#2` is the second. */
  readonly sheet?: string | undefined;
  /** Whether a text is one of those that a table of this kind has. */
  readonly isKnown?: ((text: string) => boolean) | undefined;
  readonly words?: ImportWords | undefined;
}

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Whether bytes are a ZIP archive, which XLSX and ODS are. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Whether bytes are of a format before XLSX, or an encrypted workbook. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** The rows of a sheet of an XLSX or ODS workbook, with cells as they are shown. Loads the reader of workbooks when it is needed. */
export async function readWorkbook(bytes: Uint8Array, { path, sheet, isKnown, words }: WorkbookOptions): Promise<SheetRows | Refused> {
  const { sheetsOf } = await import('./workbookSheets.ts');
  let sheets: readonly Sheet[];
  try {
    sheets = await sheetsOf(bytes);
  } catch {
    return {
      refused: l10n.t('{path} is not a workbook that can be read. Open it in a spreadsheet, save it as “CSV UTF-8”, and import that.', {
        path,
      }),
    };
  }
  const found =
    sheet === undefined ? sheetWithTable(sheets, isKnown) : sheets.filter(({ name }, index) => name === sheet || `#${index + 1}` === sheet);
  const [only] = found;
  const names = nameList(sheets.map(({ name }) => `“${cellText(name)}”`));
  if (only && found.length === 1)
    return sheets.length > 1 ? { rows: only.rows, sheet: only.name, sheets: sheets.map(({ name }) => name) } : { rows: only.rows };
  if (sheet !== undefined)
    return {
      refused: l10n.t('{path} has no sheet “{sheet}”. It has {names}.', { path, sheet: cellText(sheet), names }),
      sheets: sheets.map(({ name }) => name),
    };
  return found.length === 0
    ? { refused: l10n.t('{path} has no table: its sheets are empty.', { path }) }
    : {
        refused:
          words === 'editor'
            ? l10n.t('{path} has several sheets, and it is unclear which has the answers.', { path })
            : l10n.t('{path} has several sheets, and it is unclear which has the answers: {names}. Name it with --sheet.', { path, names }),
        sheets: sheets.map(({ name }) => name),
      };
}

/** Those with at least two rows and columns; of several, those that have known texts. */
function sheetWithTable(sheets: readonly Sheet[], isKnown: WorkbookOptions['isKnown'] = () => false): readonly Sheet[] {
  const tables = sheets.filter(({ rows }) => rows.length > 1 && rows.some((row) => row.filter((cell) => cell.trim() !== '').length > 1));
  if (tables.length < 2) return tables;
  const known = tables.filter(({ rows }) => rows.slice(0, 200).some((row) => row.some((cell) => cell.trim() !== '' && isKnown(cell))));
  return known.length > 0 ? known : tables;
}
