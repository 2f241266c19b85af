import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { localDay } from '../../base/localDay.ts';
import { UnreadableTable } from '../../survey/answers/tableOfBytes.ts';
import { tableSizeLimit, tooLargeText } from '../../survey/tables/tableLimit.ts';
import { isDropped, shownPath } from '../documents/droppedFiles.ts';

/** When exports were last changed. */
export interface ExportState {
  /** The day on which the newest of them was changed. */
  readonly day: string;
  /** Another one after any change of any of them. */
  readonly key: string;
}

/** The state of files on disk. One that cannot be asked for it is read all the same. */
export async function exportState(files: readonly vscode.Uri[]): Promise<ExportState> {
  const states = await Promise.all(
    files.map((file) =>
      Promise.resolve(vscode.workspace.fs.stat(file)).then(
        ({ mtime, size }) => ({ mtime, size }),
        () => ({ mtime: 0, size: 0 }),
      ),
    ),
  );
  return { day: localDay(new Date(Math.max(...states.map(({ mtime }) => mtime)))), key: JSON.stringify(states) };
}

/** The bytes of an export. One that is too large is not read at all. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > tableSizeLimit) throw new UnreadableTable(tooLargeText(shownPath(uri)));
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    // Only for as long as the page is there.
    if (isDropped(uri))
      throw new UnreadableTable(
        l10n.t('{file} was dropped on the panel, and is not there any more. Drop it again.', { file: shownPath(uri) }),
      );
    throw new UnreadableTable(error instanceof Error ? error.message : String(error));
  }
}
