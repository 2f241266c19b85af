import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, writeFile } from './workspaceFiles.ts';

const shop = `kano: 1 # for us only
product: Shop
features:
  - id: search
    title: Search
    owner: "@somebody"
    tally: { M: 10, O: 5, A: 61, I: 20 }
`;

interface Repository {
  setConfig(key: string, value: string): Promise<unknown>;
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
  getCommit(ref: string): Promise<{ readonly hash: string }>;
}

describe('Kano: Export Report…', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('writes the page of one file, in every language', async () => {
    const uri = await writeFile('reported 100%/shop.kano.yaml', shop);
    const page = await exported(uri, 'report.html');
    expect(page).to.match(/^<!doctype html>\n<!-- Written by kano report. -->\n<html lang="en">/);
    expect(page).to.contain('Build next').and.to.contain('接下来做');
    expect(page).to.contain('"opened":"report:///shop.kano.yaml"').and.to.contain('@somebody').and.to.contain('for us only');
    expect(page).not.to.contain('sourceMappingURL');
    expect(await exported(uri, 'again.html')).to.equal(page);
  });

  it('leaves out what is not for the public, and writes Markdown where the name says so', async () => {
    const uri = await writeFile('published/shop.kano.yaml', shop);
    const page = await exported(uri, 'public.html', true);
    expect(page).not.to.contain('@somebody').and.not.to.contain('for us only');
    expect(page).to.contain('this report was made without owners');
    const markdown = await exported(uri, 'public.md', true);
    expect(markdown)
      .to.match(/^# Shop: what to decide\n/)
      .and.to.contain('▲\u00a0Search: Attractive');
  });

  it('has what the editor has, also before it is saved', async () => {
    const uri = await writeFile('unsaved/shop.kano.yaml', shop);
    const editor = await vscode.window.showTextDocument(uri);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '  - { id: voice, title: Voice search, tally: { R: 60, I: 10 } }\n'));
    expect(await exported(uri, 'unsaved.md')).to.contain('▽\u00a0Voice search: Reverse');
  });

  it('warns about a broken .kanorc.yaml, as the command does', async () => {
    const uri = await writeFile('configured/shop.kano.yaml', shop);
    expect(await exported(uri, 'before.md')).not.to.contain('.kanorc.yaml (2 errors)');
    await writeFile('configured/.kanorc.yaml', 'analysis: { rule: none }\nproblem: {}\n');
    await eventually(
      () => exported(uri, 'configured.md'),
      (text) => text.includes('.kanorc.yaml (2 errors)'),
    );
  });

  it('says what changed since a revision', async function () {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): { init(root: vscode.Uri): Promise<Repository | null> } }>(
      'vscode.git',
    );
    const git = (await extension?.activate())?.getAPI(1);
    if (!git) return this.skip();
    const uri = await writeFile('versions/shop.kano.yaml', shop);
    const repository = await git.init(vscode.Uri.joinPath(uri, '..'));
    if (!repository) throw new Error('Git made no repository.');
    for (const [key, value] of [
      ['user.name', 'Test'],
      ['user.email', 'test@example.org'],
      ['commit.gpgsign', 'false'],
    ] as const)
      await repository.setConfig(key, value);
    await repository.add([uri.fsPath]);
    await repository.commit('one');
    const { hash } = await repository.getCommit('HEAD');
    await writeFile('versions/shop.kano.yaml', shop.replace('M: 10', 'M: 90'));
    const since = { name: 'for-somebody', commit: hash };
    await eventually(
      () => exported(uri, 'since.md', false, since),
      (text) => text.includes('## What changed since for-somebody\n\n- ■\u00a0Search: Attractive → Must-be'),
    );
    const page = await exported(uri, 'since.html', true, since);
    expect(page).to.contain('What changed since the version before').and.not.to.contain('for-somebody');
  });
});

async function exported(uri: vscode.Uri, name: string, isPublic = false, since: object | null = null): Promise<string> {
  const target = vscode.Uri.joinPath(uri, '..', name);
  await vscode.commands.executeCommand('kano.exportReport', uri, { target, isPublic, since });
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
}
