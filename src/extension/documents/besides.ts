import * as vscode from 'vscode';

/** `shop-backlog.md` in the folder of `shop.kano.yaml`; for an untitled file in the workspace folder, or where the dialog likes. */
export function besides(uri: vscode.Uri, ending: string): vscode.Uri {
  const name = (uri.path.split('/').at(-1) ?? 'product').replace(/(?:\.kano)?\.ya?ml$/, '');
  // For a past version, the folder of today's file.
  const home = uri.query === '' ? uri : vscode.Uri.file(uri.path);
  const folder = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(home, '..');
  return folder ? vscode.Uri.joinPath(folder, `${name}-${ending}`) : vscode.Uri.file(`${name}-${ending}`);
}
