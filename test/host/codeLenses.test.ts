import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile } from './workspaceFiles.ts';

const text = `kano: 1
product: Shop
features:
  - id: accurate-description
    title: Description matches the product
    tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }
  - id: voice-search
    title: Voice search
  - id: gift-wrap
    title: Gift wrap
    assumed: A
`;

describe('code lenses', () => {
  it('stand above the list and above every feature, in the words of the design', async () => {
    const { document } = await openFile('lenses.kano.yaml', text);
    const lenses = await eventually(
      () => lensesOf(document.uri),
      (found) => found.length === 4,
    );
    expect(lenses).to.deep.equal([
      '2 $(graph-scatter) Open prioritisation matrix',
      '3 ■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86',
      '6 ○\u00a0not surveyed',
      '8 ▲\u00a0Attractive? · not surveyed',
    ]);
  });

  it('stay away where a setting turns them off', async () => {
    const { document } = await openFile('lenses-off.kano.yaml', text);
    const settings = vscode.workspace.getConfiguration('kano', document);
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    await eventually(
      () => lensesOf(document.uri),
      (found) => found.length === 0,
    );
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(
      () => lensesOf(document.uri),
      (found) => found.length === 4,
    );
  });

  it('follow typing', async () => {
    const editor = await openFile('lens-typing.kano.yaml', text);
    await editor.edit((edit) => edit.replace(new vscode.Range(5, 16, 5, 18), '16'));
    const lenses = await eventually(
      () => lensesOf(editor.document.uri),
      (found) => found[1]?.includes('One-dimensional') === true,
    );
    expect(lenses[1]).to.equal('3 ●\u00a0One-dimensional or Must-be · 40% / 29% of 55');
  });

  it('of a large file stand around what is in view, and follow it', async () => {
    const features = Array.from(
      { length: 1_000 },
      (_, index) => `  - id: f${index}\n    title: F\n    status: idea\n    effort: 1\n    tags: [a]\n    owner: b\n`,
    );
    const editor = await openFile('large.kano.yaml', `kano: 1\nproduct: Shop\nfeatures:\n${features.join('')}`);
    const first = await eventually(
      () => lensesOf(editor.document.uri),
      (found) => found.length > 1,
    );
    expect(first[1]).to.match(/^3 /);
    expect(first.length).to.be.below(150);
    editor.revealRange(new vscode.Range(5_990, 0, 5_990, 0));
    const last = await eventually(
      () => lensesOf(editor.document.uri),
      (found) => found.at(-1)?.startsWith('5997 ') === true,
    );
    expect(last.length).to.be.below(150);
  });

  it('follow a paste of thousands of features, and what is typed right behind it', async () => {
    const editor = await openFile('large-paste.kano.yaml', text);
    const lines = ['    title: Pasted', '    status: idea', ...Array.from({ length: 5 }, () => '    # A note.')];
    const pasted = Array.from({ length: 2_500 }, (_, index) => [`  - id: pasted-${index}`, ...lines, ''].join('\n')).join('');
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), pasted));
    await editor.edit((edit) => edit.replace(new vscode.Range(20_010, 13, 20_010, 14), 'M'));
    editor.revealRange(new vscode.Range(20_010, 0, 20_010, 0));
    const lenses = await eventually(
      () => lensesOf(editor.document.uri),
      (found) => found.at(-1)?.startsWith('20008 ') === true,
    );
    expect(lenses.at(-1)).to.equal('20008 ■\u00a0Must-be? · not surveyed');
    expect(lenses.at(-3)).to.equal('20003 ■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86');
    expect(lenses.at(-4)).to.equal('19995 ○\u00a0not surveyed');
  });

  it('lead to tickets on the web, and only name those whose address is not known', async () => {
    const { document } = await openFile('lens-tickets.kano.yaml', `${text}    tracker: [PROJ-12, team/shop#7]\n`);
    const tickets = await eventually(
      async () =>
        (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100)).filter(
          ({ command }) => command !== undefined && command.command !== 'kano.openMatrix',
        ),
      (found) => found.length === 2,
    );
    const shown = tickets.map(({ range, command }) => [range.start.line, command?.title, `${command?.arguments?.[0] ?? ''}`]);
    expect(shown).to.deep.equal([
      [8, 'PROJ-12', ''],
      [8, '$(link-external) team/shop#7', 'https://github.com/team/shop/issues/7'],
    ]);
    // VS Code gives its own commands other names here.
    expect(tickets[1]?.command?.command).to.match(/open$/);
  });

  it('of a feature whose tally cannot be read show no number', async () => {
    const { document } = await openFile('unreadable.kano.yaml', text.replace('M: 61', 'M: many'));
    const lenses = await eventually(
      () => lensesOf(document.uri),
      (found) => found.length === 4,
    );
    expect(lenses[1]).to.equal('3 $(error) tally has an error, not counted');
  });
});

async function lensesOf(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return lenses
    .filter(({ command }) => command?.command === 'kano.openMatrix')
    .sort((a, b) => a.range.start.line - b.range.start.line)
    .map(({ range, command }) => `${range.start.line} ${command?.title}`);
}
