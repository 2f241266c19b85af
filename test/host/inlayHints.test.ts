import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, writeFile } from './workspaceFiles.ts';

const before = `kano: 1
product: Shop
features:
  - id: search
    title: Search
    tally: { M: 10, O: 5, A: 61, I: 20 }
`;
const after = before.replace('M: 10', 'M: 90');

describe('inlay hints', () => {
  it('show on the changed side of a diff the category and what it was, and nothing on the other', async () => {
    const left = await writeFile('before.kano.yaml', before);
    const right = await writeFile('after.kano.yaml', after);
    await vscode.commands.executeCommand('vscode.diff', left, right);
    const hints = await eventually(
      () => hintsOf(right),
      (found) => found.length === 1,
    );
    expect(hints).to.deep.equal(['3:14 ▲\u00a0Attractive → ■\u00a0Must-be']);
    expect(await hintsOf(left)).to.deep.equal([]);
  });

  it('stay away outside diffs, where the lens says more', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await openFile('plain.kano.yaml', after);
    expect(await hintsOf(document.uri)).to.deep.equal([]);
  });
});

async function hintsOf(uri: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, range);
  return hints.map(({ position, label }) => `${position.line}:${position.character} ${label}`);
}
