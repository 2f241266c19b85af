import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';
const journey = `${head}surveys:\n  - { id: spring, date: 2026-03-01 }\n  - { id: autumn, date: 2026-09-01 }\n`;
const shop = `${head}uses: [journey.kano.yaml]
features:
  - id: search
    title: Search
    tallies:
      - { survey: autumn, counts: { M: 90 } }
      - { survey: spring, counts: { A: 90 } }
`;

describe('past versions of a file', () => {
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(
      'past',
      new PastVersions({ '/p/shop.kano.yaml': shop, '/p/journey.kano.yaml': journey }),
      {
        isReadonly: true,
      },
    );
  });
  after(() => provider.dispose());

  it('are read with the past versions of the files they use, which lie behind the query', async () => {
    const [left, right] = ['HEAD~1', 'HEAD'].map((ref) => versionOf('/p/shop.kano.yaml', ref)) as [vscode.Uri, vscode.Uri];
    await vscode.commands.executeCommand('vscode.diff', left, right);
    const hints = await eventually(
      () => hintsOf(right),
      (found) => found.length > 0,
    );
    expect(hints).to.deep.equal(['■\u00a0Must-be']);
  });

  it('show no category where those files cannot be found: their surveys may come in another order', async () => {
    const [left, right] = [1, 2].map((version) =>
      vscode.Uri.from({ scheme: 'past', path: '/p/shop.kano.yaml', query: `version=${version}` }),
    );
    if (!left || !right) throw new Error('unreachable');
    await vscode.commands.executeCommand('vscode.diff', left, right);
    await vscode.workspace.openTextDocument(right);
    expect(await hintsOf(right)).to.deep.equal([]);
  });
});

/** As the Git extension names the version of a file. */
function versionOf(path: string, ref: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'past', path, query: JSON.stringify({ path: vscode.Uri.file(path).fsPath, ref }) });
}

async function hintsOf(uri: vscode.Uri): Promise<unknown[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, range);
  return hints.map(({ label }) => label);
}

/** Reads the path from the query if it is there, as the Git extension does. */
class PastVersions implements vscode.FileSystemProvider {
  readonly #files: Readonly<Record<string, string>>;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = files;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const path = uri.query.startsWith('{') ? JSON.parse(uri.query).path.replaceAll('\\', '/') : uri.path;
    const text = this.#files[path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {}
  writeFile(): void {}
  delete(): void {}
  rename(): void {}
}
