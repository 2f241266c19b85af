import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, problemsOf, writeFile } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';
const journey = `${head}touchpoints:\n  - { id: till, name: Till }\n`;

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

async function move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
}

/** Waits until the search knows a file that has just come. By a word of its own: the search gives only so many. */
async function isKnown(file: vscode.Uri): Promise<void> {
  await eventually(
    () => vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'xylophone'),
    (symbols) => symbols.some(({ location }) => location.uri.toString() === file.toString()),
  );
}

describe('a renamed file', () => {
  const shop = `${head}uses: [journey.kano.yaml] # where people pay\nfeatures:\n  - { id: xylophone, title: Xylophone, touchpoints: [till] }\n`;

  it('is still found by the files that use it, also closed ones', async () => {
    const used = await writeFile('moved/journey.kano.yaml', journey);
    const user = await writeFile('moved/shop.kano.yaml', shop);
    await isKnown(user);
    await move(used, vscode.Uri.joinPath(used, '../deep/way.kano.yaml'));
    await eventually(
      () => textOf(user),
      (text) => text === shop.replace('journey', 'deep/way'),
    );
    await (await vscode.workspace.openTextDocument(user)).save();
  });

  it('still finds what it uses, with a folder that moves around it', async () => {
    await writeFile('around/journey.kano.yaml', journey);
    const user = await writeFile('around/in/shop.kano.yaml', shop.replace('journey', '../journey'));
    await isKnown(user);
    const folder = vscode.Uri.joinPath(user, '..');
    await move(folder, vscode.Uri.joinPath(folder, '../a/b'));
    const moved = vscode.Uri.joinPath(folder, '../a/b/shop.kano.yaml');
    await eventually(
      () => textOf(moved),
      (text) => text === shop.replace('journey', '../../journey'),
    );
    await (await vscode.workspace.openTextDocument(moved)).save();
  });
});

describe('a file that a setting gives another language', () => {
  it('has problems, lenses and suggestions all the same', async () => {
    const editor = await openFile(
      'foreign.kano.yaml',
      `${head}features:\n  - { id: a, title: A, touchpoints: [nowhere], tally: { M: 40 } }\n`,
    );
    const document = await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await eventually(
      () => problemsOf(document.uri),
      (problems) => problems.some((problem) => problem.startsWith('kano/unknown-reference 3:')),
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    expect(lenses.length).to.equal(2);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(2, 0),
    );
    expect(items.map(({ label }) => label)).to.include('stages');
  });
});

describe('ranges in text of every script', () => {
  // Surrogate pairs, a combining accent, right-to-left words with marks, a family of joined emoji.
  const titles = ['😀 pay', 'cafe\u0301', '\u202bשלום\u202c עולם', '👨‍👩‍👧 family', '𠜎 漢字'];

  it('end where the editor counts that they end', async () => {
    const items = titles.map((title, index) => `  - { id: a${index}, title: "${title}", touchpoints: [s${index}] }\n`);
    const { document } = await openFile('scripts.kano.yaml', `${head}features:\n${items.join('')}`);
    await eventually(
      () => problemsOf(document.uri).filter((problem) => problem.startsWith('kano/unknown-reference')),
      (problems) => problems.length === titles.length,
    );
    for (const { code, range } of vscode.languages.getDiagnostics(document.uri)) {
      if ((code as { readonly value: string }).value === 'kano/unknown-reference') expect(document.getText(range)).to.match(/^s[0-4]$/);
    }
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      new vscode.Position(3, 10),
      'first',
    );
    expect(edit.get(document.uri).map(({ range }) => document.getText(range))).to.deep.equal(['a0']);
  });
});

describe('a file with conflict markers', () => {
  it('says that it cannot be read there, and keeps all else', async () => {
    const items = ['a', 'b', 'c'].map((id) => `  - { id: ${id}, title: ${id.toUpperCase()}, tally: { M: 40 } }\n`);
    const conflict = `<<<<<<< HEAD\n${items[1]}=======\n${items[1]?.replace('40', '50')}>>>>>>> other\n`;
    const { document } = await openFile('conflict.kano.yaml', `${head}features:\n${items[0]}${conflict}${items[2]}`);
    const problems = await eventually(
      () => problemsOf(document.uri),
      (found) => found.some((problem) => problem.startsWith('kano/syntax')),
    );
    expect(problems.every((problem) => !problem.startsWith('kano/schema 3:') && !problem.startsWith('kano/schema 9:'))).to.equal(true);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    expect(symbols[0]?.children[0]?.children.map(({ name }) => name)).to.include.members(['A', 'B', 'C']);
  });
});

describe('the information for a bug report', () => {
  it('has versions, the extension host and timings, and nothing from files', async () => {
    const { document } = await openFile('secret.kano.yaml', `${head}features:\n  - { id: hidden-id, title: Hidden title }\n`);
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    void vscode.commands.executeCommand('kano.copyBugReport');
    const copied = await eventually(
      () => vscode.env.clipboard.readText(),
      (text) => text.includes('extension host'),
    );
    expect(copied).to.match(/^- Kano \d+\.\d+\.\d+\n- .+ \d+\.\d+\.\d+, /);
    expect(copied)
      .to.contain('Nothing failed since the start.')
      .and.to.match(/\| outline \| \d+ \|/);
    expect(copied.toLowerCase()).not.to.contain('hidden').and.not.to.contain('secret.kano');
  });
});

describe('settings for files', () => {
  const set = (section: string, name: string, value: unknown) =>
    vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Workspace);

  it('closed files are read by files.encoding', async () => {
    await set('files', 'encoding', 'windows1252');
    const uri = await writeFile('encoded/places.kano.yaml', '');
    const bytes = [...`${head}touchpoints: [{ id: zebra-cafe, name: "Caf\u00e9" }]\n`].map((letter) => letter.charCodeAt(0));
    await vscode.workspace.fs.writeFile(uri, Uint8Array.from(bytes));
    const search = () => vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'zebra-cafe');
    await eventually(search, ([found]) => found?.name === 'Caf\u00e9 · zebra-cafe');
    await set('files', 'encoding', undefined);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
  });

  it('a rename changes files that files.exclude hides too', async () => {
    const used = await writeFile('hiding/journey.kano.yaml', journey);
    const user = await writeFile(
      'hiding/hidden/shop.kano.yaml',
      `${head}uses: [../journey.kano.yaml]\nfeatures:\n  - { id: a, title: A, touchpoints: [till] }\n`,
    );
    await set('files', 'exclude', { '**/hidden': true });
    await vscode.window.showTextDocument(used);
    const edit = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          used,
          new vscode.Position(3, 11),
          'desk',
        ),
      ({ size }) => size === 2,
    );
    expect(
      edit
        .entries()
        .map(([uri]) => uri.toString())
        .sort(),
    ).to.deep.equal([user, used].map(String).sort());
    await set('files', 'exclude', undefined);
  });
});
