import { expect } from 'chai';
import * as vscode from 'vscode';
import { codeOf, eventually, openFile, problemsOf, writeFile } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';

describe('the Problems view', () => {
  it('shows problems at their place when a file is opened', async () => {
    const { document } = await openFile(
      'problems.kano.yaml',
      `${head}features:\n  - id: search\n    title: Search\n    stauts: idea\n    tally: { M: 30 }\n`,
    );
    const problems = await eventually(
      () => problemsOf(document.uri),
      (found) => found.length > 0,
    );
    expect(problems).to.deep.equal(['kano/schema 5:4-5:10']);
  });

  it('follows typing, before anything is saved', async () => {
    const editor = await openFile('typing.kano.yaml', `${head}features:\n  - id: search\n    title: Search\n    tally: { M: 30 }\n`);
    await editor.edit((edit) => edit.insert(new vscode.Position(6, 0), '  - id: search\n    title: Again\n    tally: { M: 3 }\n'));
    const problems = await eventually(
      () => problemsOf(editor.document.uri),
      (found) => found.length === 2,
    );
    expect(problems).to.deep.equal(['kano/duplicate-id 6:8-6:14', 'kano/small-sample 6:8-6:14']);
    expect(editor.document.isDirty).to.equal(true);
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => problemsOf(editor.document.uri),
      (found) => found.length === 0,
    );
  });

  it('keeps every other feature analysed while one is broken', async () => {
    const { document } = await openFile(
      'broken.kano.yaml',
      `${head}features:\n  - id: a\n    title: "A\n    tally: { M: 40 }\n  - id: b\n    title: B\n    tally: { O: 3 }\n`,
    );
    const problems = await eventually(
      () => problemsOf(document.uri),
      (found) => found.length >= 2,
    );
    expect(problems).to.deep.equal(['kano/syntax 4:11-4:13', 'kano/small-sample 6:8-6:9']);
  });

  it('reads what a file uses, and follows changes there', async () => {
    await writeFile('journey.kano.yaml', `${head}touchpoints:\n  - id: search\n    name: Search\n`);
    const { document } = await openFile(
      'using.kano.yaml',
      `${head}uses: [journey.kano.yaml, missing.kano.yaml]\nfeatures:\n  - id: a\n    title: A\n    touchpoints: [search]\n    tally: { M: 30 }\n`,
    );
    const unresolved = await eventually(
      () => problemsOf(document.uri),
      (found) => found.length > 0,
    );
    expect(unresolved).to.deep.equal(['kano/unresolved-use 2:26-2:43']);
    await writeFile('missing.kano.yaml', `${head}`);
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 0,
    );
    await writeFile('journey.kano.yaml', `${head}touchpoints:\n  - id: browse\n    name: Browse\n`);
    const unknown = await eventually(
      () => problemsOf(document.uri),
      (found) => found.length > 0,
    );
    expect(unknown).to.deep.equal(['kano/unknown-reference 6:18-6:24']);
  });

  it('shows problems in an untitled document that begins with kano:', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'kano: 1\n' });
    const problems = await eventually(
      () => problemsOf(document.uri),
      (found) => found.length > 0,
    );
    expect(problems).to.deep.equal(['kano/schema 0:0-0:4']);
  });

  it('shows hints as hints, and fades what nothing refers to', async () => {
    const { document } = await openFile(
      'hints.kano.yaml',
      `${head}stages:\n  - { id: discover, name: Discover }\nfeatures:\n  - { id: a, title: A }\n`,
    );
    const hints = await eventually(
      () => vscode.languages.getDiagnostics(document.uri),
      (found) => found.length === 2,
    );
    expect(hints.map(({ code, severity, tags }) => [codeOf(code), severity, tags ?? []])).to.deep.equal([
      ['kano/unused-definition', vscode.DiagnosticSeverity.Hint, [vscode.DiagnosticTag.Unnecessary]],
      ['kano/not-surveyed', vscode.DiagnosticSeverity.Hint, []],
    ]);
  });

  it('leads from a problem to the page that explains it', async () => {
    const { document } = await openFile('explained.kano.yaml', `${head}features:\n  - { id: a, title: A, tally: { M: 3 } }\n`);
    const [problem] = await eventually(
      () => vscode.languages.getDiagnostics(document.uri),
      (found) => found.length === 1,
    );
    const { code } = problem ?? {};
    if (typeof code !== 'object') throw new Error('The code has no link.');
    expect(code.value).to.equal('kano/small-sample');
    const page = await vscode.workspace.openTextDocument(code.target);
    expect(page.getText()).to.match(/^# kano\/small-sample\n\n- \*\*When\*\*: there are answers, but fewer than 30\./);
    expect(page.getText()).to.contain('# The method: every number and every problem');
    // As a click on the code does.
    await vscode.commands.executeCommand('vscode.open', code.target);
    const shown = await eventually(
      () => describeTab(vscode.window.tabGroups.activeTabGroup.activeTab),
      (tab) => tab.includes('small-sample'),
    );
    expect(shown).to.match(/^vscode\.markdown\.preview\.editor in .*small-sample/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('is silent in YAML files that are not ours', async () => {
    const { document } = await openFile('other.yaml', 'kano: 1\nstauts: [\n');
    await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    expect(problemsOf(document.uri)).to.deep.equal([]);
  });
});

function describeTab(tab: vscode.Tab | undefined): string {
  const kind = tab?.input instanceof vscode.TabInputCustom ? tab.input.viewType : 'another editor';
  return `${kind} in ${tab?.label}`;
}
