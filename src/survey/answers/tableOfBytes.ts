import * as l10n from '@vscode/l10n';
import { questionColumns } from '../surveyFormat.ts';
import type { Refused } from '../tables/decodeText.ts';
import { readTable, type TableOptions } from '../tables/readTable.ts';
import { tableSizeLimit, tooLargeText } from '../tables/tableLimit.ts';
import { isWorkbook } from '../tables/workbook.ts';
import type { SurveyTable } from './surveyTable.ts';

/** Why an export is not read, in a sentence for the user. */
export class UnreadableTable extends Error {
  /** What would settle it: one of these sheets, or an encoding. */
  readonly settledBy: Pick<Refused, 'sheets' | 'isEncodingOpen'>;

  constructor(message: string, settledBy: UnreadableTable['settledBy'] = {}) {
    super(message);
    this.settledBy = settledBy;
  }
}

/** Reads the content of an export: text, XLSX or ODS. Throws `UnreadableTable` if it is not a table, or unclear: nothing is guessed. */
export async function tableOfBytes(path: string, bytes: Uint8Array, options: Omit<TableOptions, 'path'> = {}): Promise<SurveyTable> {
  if (bytes.length > tableSizeLimit) throw tooLarge(path);
  const table = await readTable(bytes, { ...options, path });
  if ('refused' in table) throw new UnreadableTable(table.refused, table);
  if (questionColumns.every((name, index) => table.rows[0]?.[index] === name))
    throw new UnreadableTable(
      l10n.t('{path} holds the questions of a questionnaire, not answers to them. Import what people answered.', { path }),
    );
  return { path, ...table, ...(isWorkbook(bytes) ? {} : { isDelimited: true }) };
}

export function tooLarge(path: string): UnreadableTable {
  return new UnreadableTable(tooLargeText(path));
}
