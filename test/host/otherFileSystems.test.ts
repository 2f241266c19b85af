import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, problemsOf } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';
const shop = `${head}uses: [parts/journey.kano.yaml]\nfeatures:\n  - { id: a, title: A, touchpoints: [home], tally: { M: 40 } }\n`;
const journey = (id: string) => `${head}touchpoints: [{ id: ${id}, name: Home }]\n`;

describe('files that are no files of this machine', () => {
  it('have problems and lenses, and follow what they use', async () => {
    const files = new MemoryFiles();
    const provider = vscode.workspace.registerFileSystemProvider('kano-memory', files, { isCaseSensitive: true });
    const [uri, used] = ['/repo/shop.kano.yaml', '/repo/parts/journey.kano.yaml'].map((path) =>
      vscode.Uri.from({ scheme: 'kano-memory', authority: 'some+where', path }),
    ) as [vscode.Uri, vscode.Uri];
    files.writeFile(uri, new TextEncoder().encode(shop));
    files.writeFile(used, new TextEncoder().encode(journey('home')));
    const editor = await vscode.window.showTextDocument(uri);
    const lenses = await eventually(
      () => lensesOf(uri),
      (found) => found.length === 2,
    );
    expect(lenses[1]).to.equal('■\u00a0Must-be · 100% of 40 · Better 0.00 · Worse −1.00');
    expect(problemsOf(uri)).to.deep.equal([]);
    await editor.edit((edit) => edit.replace(new vscode.Range(4, 37, 4, 41), 'hall'));
    await eventually(
      () => problemsOf(uri),
      (found) => found.length === 1 && found[0] === 'kano/unknown-reference 4:37-4:41',
    );
    const document = await vscode.workspace.openTextDocument(used);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(used, new vscode.Range(0, 0, document.lineCount, 0), journey('hall'));
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => problemsOf(uri),
      (found) => found.length === 0,
    );
    await document.save();
    await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    provider.dispose();
  });
});

describe('files outside the workspace', () => {
  it('follow changes on disk in files that they use', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('No workspace folder is open.');
    const [uri, used] = ['shop.kano.yaml', 'parts/journey.kano.yaml'].map((path) =>
      vscode.Uri.joinPath(folder.uri, '..', 'outside', path),
    ) as [vscode.Uri, vscode.Uri];
    const write = (to: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text));
    await write(used, journey('hall'));
    await write(uri, shop);
    await vscode.window.showTextDocument(uri);
    await eventually(
      () => problemsOf(uri),
      (found) => found.length === 1 && found[0]?.startsWith('kano/unknown-reference') === true,
    );
    let attempt = 0;
    await eventually(
      async () => {
        // The watcher may not be there yet: until it is, nobody hears of a change.
        if (attempt++ % 50 === 0) await write(used, `${journey('home')}# ${attempt}\n`);
        return problemsOf(uri);
      },
      (found) => found.length === 0,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('files that the user calls something else', () => {
  afterEach(() => configure(undefined));

  it('have problems, lenses and suggestions, whatever their language', async () => {
    await configure({ '*.kano.yaml': 'plaintext' });
    const { document } = await openFile(
      'associated.kano.yaml',
      `${head}features:\n  - { id: a, title: A, stauts: idea, tally: { M: 40 } }\n`,
    );
    expect(document.languageId).to.equal('plaintext');
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.join() === 'kano/schema 3:23-3:29',
    );
    expect(await lensesOf(document.uri)).to.have.length(2);
    const position = new vscode.Position(3, 23);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    expect(items.map(({ label }) => label)).to.include('status');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

async function configure(associations: Record<string, string> | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('files').update('associations', associations, vscode.ConfigurationTarget.Workspace);
}

async function lensesOf(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return lenses.map(({ command }) => command?.title ?? '').filter((title) => /^(?:\$\(|[■●▲◆▽✕○])/u.test(title));
}

/** A repository as github.dev shows it: files behind a scheme of their own. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = [...this.#files.keys()].some((path) => path.startsWith(`${uri.path}/`));
    if (isFolder) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.#files.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}
