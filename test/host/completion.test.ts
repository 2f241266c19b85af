import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, problemsOf } from './workspaceFiles.ts';

describe('completion', () => {
  it('accepted at ten places and more gives a file without problems', async () => {
    const editor = await openFile('completion.kano.yaml', 'kano: 1\npro');
    await acceptAfter(editor, '');
    await acceptAfter(editor, 'Shop\nsta');
    await acceptAfter(editor, '\ntou');
    await acceptAfter(editor, '\nsurv');
    await acceptAfter(editor, '\nfea');
    await acceptAfter(editor, '\n    statu');
    await acceptAfter(editor, 'plan');
    await acceptAfter(editor, '\n  - id: other\n    tit');
    await acceptAfter(editor, 'Other\n    tallie');
    await acceptAfter(editor, '\n    dependsOn: [', ']');
    await acceptAfter(editor, '\nmet');
    await acceptAfter(editor, '\n    touchpoint: ');
    await acceptAfter(editor, '\n# kano-disable-file kano/sma');
    const { document } = editor;
    expect(document.getText().replace(/\d{4}-\d{2}-\d{2}/, 'TODAY')).to.equal(written);
    await editor.edit((edit) => {
      for (const { index } of document.getText().matchAll(/(?<=M: )0/g)) {
        edit.replace(new vscode.Range(document.positionAt(index), document.positionAt(index + 1)), '61');
      }
    });
    await eventually(
      () => problemsOf(document.uri),
      (problems) => problems.length === 0,
    );
  });

  it('offers the files of the workspace under uses', async () => {
    const { document } = await openFile('completion-uses.kano.yaml', 'kano: 1\nproduct: Shop\nuses: []\n');
    const items = await itemsAt(document.uri, 2, 7);
    expect(items).to.include.members(['multi-file/journey.kano.yaml', 'web-shop/shop.kano.yaml']);
    expect(items).not.to.include('completion-uses.kano.yaml');
  });

  it('knows the settings', async () => {
    const { document } = await openFile('.kanorc.yaml', 'rules:\n  kano/small-sample: \n');
    expect(await itemsAt(document.uri, 1, 22)).to.deep.equal(['off', 'hint', 'info', 'warning', 'error']);
    await vscode.workspace.fs.delete(document.uri);
  });

  it('offers a first file in an empty document, and nothing of ours in other YAML', async () => {
    const empty = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    expect(await itemsAt(empty.uri, 0, 0)).to.include('A first Kano file, with examples and explanations');
    const other = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'name: x\n' });
    // Words of other documents are offered by the editor, descriptions of keys only by us.
    const { items } = await completionAt(other.uri, 1, 0);
    expect(items.filter(({ documentation }) => documentation !== undefined)).to.deep.equal([]);
  });
});

describe('"Kano: New File"', () => {
  it('opens an unsaved file of ours without problems, the name of the product selected', async () => {
    await vscode.commands.executeCommand('kano.newFile');
    const editor = await eventually(
      () => vscode.window.activeTextEditor,
      (active) => active?.document.isUntitled === true && !active.selection.isEmpty,
    );
    if (!editor) throw new Error('No editor is open.');
    const { document, selection } = editor;
    expect(document.uri.path).to.match(/\/product\.kano\.yaml$/);
    expect(document.languageId).to.equal('yaml');
    expect(document.getText(selection)).to.equal('My product');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const lines = lenses.map(({ range }) => document.lineAt(range.start).text.trim());
    expect(lines).to.include.members(['- id: accurate-description', '- id: voice-search']);
    expect(problemsOf(document.uri)).to.deep.equal([]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

const written = `kano: 1
product: Shop
stages:
  - id: new-stage
    name: Name
touchpoints:
  - id: new-touchpoint
    name: Name
    stage: new-stage
surveys:
  - id: new-survey
    date: TODAY
features:
  - id: new-feature
    title: Title
    touchpoints: [new-touchpoint]
    tally: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }
    status: planned
  - id: other
    title: Other
    tallies:
      - survey: new-survey
        counts: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }
    dependsOn: [new-feature]
metrics:
  - id: new-metric
    name: Name
    better: higher
    touchpoint: new-touchpoint
# kano-disable-file kano/small-sample`;

/** Types at the end of the file, asks for suggestions between the two texts, and accepts the one that is selected. */
async function acceptAfter(editor: vscode.TextEditor, before: string, after = ''): Promise<void> {
  const { document } = editor;
  await vscode.commands.executeCommand('leaveSnippet');
  await vscode.commands.executeCommand('hideSuggestWidget');
  const end = () => document.positionAt(document.getText().length);
  await editor.edit((edit) => edit.insert(end(), before + after));
  const cursor = document.positionAt(document.getText().length - after.length);
  editor.selection = new vscode.Selection(cursor, cursor);
  const typed = document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually(
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText();
    },
    (text) => text !== typed,
  );
}

/** The labels that are offered at a place, in their order. */
async function itemsAt(uri: vscode.Uri, line: number, character: number): Promise<string[]> {
  const { items } = await completionAt(uri, line, character);
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function completionAt(uri: vscode.Uri, line: number, character: number): Thenable<vscode.CompletionList> {
  return vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, new vscode.Position(line, character));
}
