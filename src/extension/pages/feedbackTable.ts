import * as vscode from 'vscode';
import { encodingNames } from '../../survey/tables/decodeText.ts';

/** How to read files as tables, as a reader chose it. */
export interface FeedbackTableChoice {
  readonly encoding?: string;
  readonly sheet?: string;
}

/** What a reader can choose. */
export interface TableChoices {
  /** Of the workbooks among the files. */
  readonly sheets: readonly string[];
  readonly hasText: boolean;
  /** Whether the files can be read as they are, or nothing here would help. */
  readonly isSettled: boolean;
}

/** Asks for a sheet or an encoding; `undefined` where the user turns back, or there is nothing to choose. */
export async function askForTable({ sheets, hasText }: TableChoices): Promise<FeedbackTableChoice | undefined> {
  const kinds = [
    { label: vscode.l10n.t('Sheets'), choices: sheets.map((sheet) => ({ label: sheet, choice: { sheet } })) },
    {
      label: vscode.l10n.t('Encodings'),
      choices: hasText ? encodingNames.map((encoding) => ({ label: encoding, choice: { encoding } })) : [],
    },
  ].filter(({ choices }) => choices.length > 0);
  if (kinds.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to choose: the workbook has one sheet.'));
    return undefined;
  }
  const items = kinds.flatMap(({ label, choices }) => [{ label, kind: vscode.QuickPickItemKind.Separator, choice: undefined }, ...choices]);
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly choice: FeedbackTableChoice | undefined }>(items, {
    title: vscode.l10n.t('Import Feedback: sheet of workbooks, encoding of texts'),
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

/** Whether a file is a workbook, by its name. */
export function isWorkbookName(path: string): boolean {
  return /\.(?:xlsx|xlsm|ods)$/i.test(path);
}
