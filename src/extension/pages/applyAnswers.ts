import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { respondentCount } from '../../survey/answers/featureParts.ts';
import { isEditedMap } from '../../survey/answers/mapMark.ts';
import type { UnderstoodImport } from '../../survey/importView/understandImport.ts';
import { count } from '../../terms/numbers.ts';
import { toTextEdits } from '../documents/conversions.ts';
import { exists, openText } from '../documents/kanoFiles.ts';
import { isReadOnly } from '../documents/readOnly.ts';
import { Refusal } from '../output/failures.ts';
import { openMatrixCommand } from '../panel/matrixCommand.ts';

interface AppliedImport {
  readonly into: vscode.Uri;
  /** The file as the reader knows it. */
  readonly path: string;
  readonly found: UnderstoodImport;
  /** Where to save what was understood. */
  readonly map: vscode.Uri | undefined;
}

/** Writes answers into their file, as one edit that can be undone, shows the file and says what it got. */
export async function applyAnswers({ into, path, found, map }: AppliedImport): Promise<void> {
  const { done } = found;
  const document = await openText(into);
  if (await isReadOnly(document)) throw new Refusal(vscode.l10n.t('{0} is read-only in this window: nothing was changed.', path));
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, toTextEdits(done.edits));
  if (!(await vscode.workspace.applyEdit(change)))
    throw new Refusal(vscode.l10n.t('{0} could not be changed. Perhaps it changed at the same moment.', path));
  const saved = map && (await saveMap(map, done.written?.text ?? ''));
  await vscode.window.showTextDocument(document);
  const { reading, plan } = done;
  const respondents = (reading ? respondentCount(reading.rows.rows) : 0) - (reading?.withoutPersona ?? 0);
  const features = new Set(plan?.tallies.map(({ feature }) => feature)).size;
  const text = l10n.t('{path} has the answers of {respondents} respondents about {features} features. Save it to keep them.', {
    ...{ path, respondents: count(respondents), features: count(features) },
  });
  void offerMatrix([text, ...(saved === undefined ? [] : [saved])].join(' '), into);
}

async function offerMatrix(text: string, into: vscode.Uri): Promise<void> {
  const show = l10n.t('Open the Matrix');
  if ((await vscode.window.showInformationMessage(text, show)) === show) await vscode.commands.executeCommand(openMatrixCommand, into);
}

/** Saves a map, over nothing but one that nobody has filled in. Says what became of it. */
async function saveMap(uri: vscode.Uri, text: string): Promise<string> {
  const path = vscode.workspace.asRelativePath(uri);
  if ((await exists(uri)) && isEditedMap((await openText(uri)).getText()))
    return l10n.t('{path} was changed by hand, so it stays as it is.', { path });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return l10n.t('What was understood is in {path}.', { path });
}
