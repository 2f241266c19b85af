import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, problemsOf } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';

async function lensesOf(uri: vscode.Uri): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`);
}

describe('one file over two ways', () => {
  it('counts once, under its own name', async function () {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const link = folder && vscode.Uri.joinPath(folder.uri, 'a-link-to-the-shop/shop.kano.yaml');
    // Windows lets few people make links.
    if (!link || !(await vscode.workspace.fs.stat(link).then(Boolean, () => false))) return this.skip();
    expect((await vscode.workspace.findFiles('**/shop.kano.yaml')).map(String)).to.include(String(link));
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'guest-checkout',
    );
    expect(
      symbols.filter(({ name }) => / · guest-checkout$/.test(name)).map(({ location }) => location.uri.path.split('/').slice(-2).join('/')),
    ).to.deep.equal(['web-shop/shop.kano.yaml', 'web-shop-zh/shop.kano.yaml']);
    const shop = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'web-shop/shop.kano.yaml'));
    const place = shop.positionAt(shop.getText().indexOf('id: guest-checkout') + 'id: g'.length);
    const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      shop.uri,
      place,
      'renamed',
    );
    const changed = rename.entries().map(([uri]) => uri.path);
    expect(changed).to.include(shop.uri.path);
    expect(changed.filter((path) => path.includes('a-link-to-'))).to.deep.equal([]);
  });
});

describe('editing by other ways than a key', () => {
  it('a formatter that writes the whole file anew on save, beside our fixes, leaves what a fresh file would show', async () => {
    const settings = vscode.workspace.getConfiguration();
    const set = (name: string, value: unknown) => settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    const indented = (text: string) =>
      text
        .replace(/^ {4}- \{ /gm, '  - { ')
        .replace(/ {2,}(?=[a-z]+:)/g, (blanks, at, all) => (/\n$/.test(all.slice(0, at)) ? blanks : ' '));
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { language: 'yaml' },
      {
        provideDocumentFormattingEdits: (document) => [
          vscode.TextEdit.replace(new vscode.Range(0, 0, document.lineCount, 0), indented(document.getText())),
        ],
      },
    );
    await set('editor.formatOnSave', true);
    await set('editor.codeActionsOnSave', { 'source.fixAll.kano': 'explicit' });
    try {
      const editor = await openFile('formatted.kano.yaml', `${head}features:\n    - { id: a,   title: A, tally: { M: 40 } }\n`);
      const { document } = editor;
      // A number in quotes is a harmless fix.
      await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '    - { id: b,  title: B, effort: "3", tally: { O: 40 } }\n'));
      await eventually(
        () => problemsOf(document.uri),
        (problems) => problems.some((problem) => / 4:/.test(problem)),
      );
      await document.save();
      await eventually(
        () => document.getText(),
        (text) => /^ {2}- \{ id: b, title: B, effort: 3, tally: \{ O: 40 \} \}$/m.test(text) && /^ {2}- \{ id: a, title: A,/m.test(text),
      );
      const fresh = await openFile('formatted-fresh.kano.yaml', document.getText());
      const shown = await eventually(
        () => lensesOf(fresh.document.uri),
        (lenses) => lenses.length === 3,
      );
      await eventually(
        () => lensesOf(document.uri),
        (lenses) => lenses.join('\n') === shown.join('\n'),
      );
      await eventually(
        () => problemsOf(document.uri).join('\n'),
        (problems) => problems === problemsOf(fresh.document.uri).join('\n'),
      );
    } finally {
      formatter.dispose();
      await set('editor.formatOnSave', undefined);
      await set('editor.codeActionsOnSave', undefined);
    }
  });

  it('several cursors at once, with carriage returns', async () => {
    const items = ['a', 'b', 'c'].map((id) => `  - { id: ${id}, title: Title, tally: { M: 4 } }\r\n`);
    const editor = await openFile('cursors.kano.yaml', `${head.replaceAll('\n', '\r\n')}features:\r\n${items.join('')}`);
    const { document } = editor;
    const behindTheNumber = [3, 4, 5].map((line) => {
      const place = new vscode.Position(line, document.lineAt(line).text.indexOf(' } }'));
      return new vscode.Selection(place, place);
    });
    editor.selections = behindTheNumber;
    await vscode.commands.executeCommand('type', { text: '0' });
    expect(document.getText().match(/M: 40 /g)).to.have.length(3);
    await eventually(
      () => lensesOf(document.uri),
      (lenses) => lenses.filter((lens) => /100\D?%.* 40/.test(lens)).length === 3,
    );
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => lensesOf(document.uri),
      (lenses) => lenses.filter((lens) => /4 of 4/.test(lens)).length === 3,
    );
  });

  it('a fix is offered for the text as it is now, not as it was when the problem came', async () => {
    const editor = await openFile('changed.kano.yaml', `${head}features:\n  - { id: a, title: A, tally: { P: 40 } }\n`);
    const { document } = editor;
    await eventually(
      () => problemsOf(document.uri),
      (problems) => problems.length > 0,
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), '  - { id: new, title: New }\n'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(4).range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit }) => edit?.get(document.uri).some(({ range }) => range.start.line === 4));
    expect(fix?.edit?.get(document.uri).map(({ range }) => [range.start.line, document.getText(range)])).to.deep.equal([[4, 'P']]);
  });
});
