import { expect } from 'chai';
import * as vscode from 'vscode';
import { gitExtension, initialised } from './gitRepository.ts';
import { eventually, writeFile } from './workspaceFiles.ts';

const before = `kano: 1
product: Shop
uses: [journey.kano.yaml]
features:
  - id: search
    title: Search
    tally: { M: 10, O: 5, A: 61, I: 20 }
  - id: voice
    title: Voice search
`;
const after = before.replace('M: 10', 'M: 90').replace('id: voice', 'id: filters').replace('Voice search', 'Filters');
const journey = 'kano: 1\nproduct: Journey\ntouchpoints: [{ id: shop, name: Shop }]\n';

describe('a comparison with Git', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is silently done without where there is no Git, or no repository', async () => {
    const uri = await writeFile('no-git.kano.yaml', after.replace('uses: [journey.kano.yaml]\n', ''));
    await vscode.window.showTextDocument(uri);
    const lenses = await eventually(
      () => lensesOf(uri),
      (found) => found.length === 3,
    );
    expect(lenses.join()).not.to.match(/was|since/);
    // A message would stay until somebody closes it: the command does not wait for that.
    await vscode.commands.executeCommand('kano.compareWith', uri);
  });

  it('says in lenses, hovers and hints what changed since the branch left main', async function () {
    const api = await gitExtension();
    if (!api) return this.skip();
    const uri = await writeFile('repository/功能 1/shop.kano.yaml', before);
    const root = vscode.Uri.joinPath(uri, '..', '..');
    const used = await writeFile('repository/功能 1/journey.kano.yaml', journey);
    const repository = await initialised(api, root);
    await repository.add([uri.fsPath, used.fsPath]);
    await repository.commit('one');
    await repository.createBranch('side', true);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
    await repository.add([uri.fsPath]);
    await repository.commit('two');
    const editor = await vscode.window.showTextDocument(uri);
    const since = await eventually(
      () => lensesOf(uri),
      (found) => found.join().includes('was'),
    );
    expect(since).to.deep.equal([
      '$(graph-scatter) Open prioritisation matrix · 1 added and 1 removed since main',
      '■\u00a0Must-be · was Attractive in main · 51% of 176',
      '○\u00a0not surveyed · new since main',
    ]);
    const [shown] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(4, 9));
    expect((shown?.contents[0] as vscode.MarkdownString | undefined)?.value).to.include(
      '**Since main** Attractive → Must-be (Decay, beyond the intervals)',
    );

    await configure('inlayHints', 'always');
    expect(
      await eventually(
        () => hintsOf(uri),
        (found) => found.length === 2,
      ),
    ).to.deep.equal(['▲\u00a0Attractive → ■\u00a0Must-be', '○\u00a0Not surveyed']);
    await configure('inlayHints', 'off');
    expect(
      await eventually(
        () => hintsOf(uri),
        (found) => found.length === 0,
      ),
    ).to.deep.equal([]);
    await configure('inlayHints', undefined);

    await configure('compareWith', 'HEAD');
    await eventually(
      () => lensesOf(uri),
      (found) => !found.join().includes('since'),
    );
    await editor.edit((edit) => edit.replace(new vscode.Range(6, 16, 6, 18), '10'));
    await eventually(
      () => lensesOf(uri),
      (found) => found[1]?.includes(' · was Must-be in HEAD · ') === true,
    );
    await configure('compareWith', 'off');
    await eventually(
      () => lensesOf(uri),
      (found) => found[1]?.endsWith('Worse −0.16') === true,
    );
    await configure('compareWith', undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('finds the file under the name it had, once Git knows that it was renamed', async function () {
    const api = await gitExtension();
    if (!api) return this.skip();
    const old = await writeFile('renamed/old name.kano.yaml', before);
    const used = await writeFile('renamed/journey.kano.yaml', journey);
    const repository = await initialised(api, vscode.Uri.joinPath(old, '..'));
    await repository.add([old.fsPath, used.fsPath]);
    await repository.commit('one');
    await repository.createBranch('side', true);
    const uri = vscode.Uri.joinPath(old, '..', 'moved', '新 name.kano.yaml');
    // Git takes it for the same file as long as half of it stays.
    const text = before.replace('M: 10', 'M: 90').replace('[journey', '[../journey');
    await vscode.workspace.fs.rename(old, uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri);
    await eventually(
      () => lensesOf(uri),
      (found) => found.length === 3,
    );
    await repository.add([old.fsPath, uri.fsPath]);
    const since = await eventually(
      () => lensesOf(uri),
      (found) => found.join().includes('was'),
    );
    expect(since[1]).to.match(/was Attractive in main · /);
    expect(since.join()).not.to.match(/since|new/);
    await repository.commit('two');
    expect((await lensesOf(uri))[1]).to.match(/was Attractive in main · /);
  });
});

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('kano').update(name, value, vscode.ConfigurationTarget.Workspace);
}

async function lensesOf(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return lenses.map(({ command }) => command?.title ?? '');
}

async function hintsOf(uri: vscode.Uri): Promise<string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    new vscode.Range(0, 0, 99, 0),
  );
  return hints.map(({ label }) => String(label));
}
