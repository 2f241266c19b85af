import * as vscode from 'vscode';

/** In the editor group that shows the file already; else beside the panel, in the group that was left for it. */
export async function showSource(uri: vscode.Uri, selection: vscode.Range, preserveFocus: boolean): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  const viewColumn = visible?.viewColumn ?? group?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
    viewColumn,
    preserveFocus,
    selection,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
