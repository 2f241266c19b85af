import * as vscode from 'vscode';
import type { AgentFiles } from '../../agents/agentTool.ts';
import { localDay } from '../../base/localDay.ts';
import type { Services } from '../documents/services.ts';
import { currentProducts } from '../documents/workspaceProducts.ts';
import { compareWorkspace } from './compareWorkspace.ts';

/** The files of the workspace for one call of an agent, as they are in editors or else stored. */
export function agentWorkspace({ files, models: open, source }: Services, token: vscode.CancellationToken): AgentFiles {
  const pathOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const stopIfCancelled = () => {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  };
  const read = async () => {
    const { models: listed, unreadable } = await files.content(token);
    // A file that was made a moment ago is in an editor before VS Code finds it.
    const known = new Set(listed.map(({ uri }) => uri));
    const others = open.documents.filter(
      ({ uri }) => !known.has(uri.toString()) && vscode.workspace.getWorkspaceFolder(uri) && isEditableFile(uri),
    );
    const models = [...listed, ...(await Promise.all(others.map((document) => open.read(document))))];
    return { products: await currentProducts(models, models, source), unreadable: unreadable.map(pathOf) };
  };
  return {
    read,
    today: localDay(new Date()),
    pathOf,
    stopIfCancelled,
    async compare(base, head, path) {
      const { products } = await read();
      return compareWorkspace({ base, head, path }, { products, source, pathOf, stopIfCancelled });
    },
  };
}

/** Not a past version of a file, nor one of another extension. */
function isEditableFile({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
