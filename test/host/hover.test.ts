import { expect } from 'chai';
import * as vscode from 'vscode';
import { openFile } from './workspaceFiles.ts';

const text = `kano: 1
product: Shop
features:
  - id: accurate-description
    title: "[Description](command:workbench.action.quit) <b>matches</b>"
    dependsOn: [search]
    tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }
  - id: search
    title: Search
    tally: { O: 40 }
`;

describe('the hover of a feature', () => {
  it('explains its numbers over the id and over the tally, over keys what the format says, and nothing over texts', async () => {
    const { document } = await openFile('hover.kano.yaml', text);
    const [overId] = await hoversAt(document.uri, 3, 10);
    expect(overId?.range).to.deep.equal(new vscode.Range(3, 8, 3, 28));
    const markdown = textOf(overId);
    expect(markdown.split('\n')[0]).to.equal('**■\u00a0Must-be** · 61% of 100 · rank 2 of 2');
    expect(markdown).to.contain('| ●\u00a0One-dimensional | 22 | 22% |');
    expect(markdown).to.contain('**Worse** −0.86 (95%: −0.91 to −0.77)');
    expect((await hoversAt(document.uri, 6, 16)).map(textOf)).to.deep.equal([markdown]);
    expect((await hoversAt(document.uri, 4, 6)).map(textOf).join()).to.match(/^\*\*Title\*\*\n/);
    expect(await hoversAt(document.uri, 4, 20)).to.deep.equal([]);
    expect(await hoversAt(document.uri, 1, 12)).to.deep.equal([]);
  });

  it('runs no command that a text of the file names', async () => {
    const { document } = await openFile('hover-text.kano.yaml', text);
    const [hover] = await hoversAt(document.uri, 7, 10);
    const [content] = hover?.contents ?? [];
    if (!(content instanceof vscode.MarkdownString)) throw new Error('The hover has no Markdown.');
    expect(content.value).to.contain('needed by “\\[Description]\\(command:workbench.action.quit) \\<b>matches\\</b>”');
    expect(content.isTrusted ?? false).to.equal(false);
    expect(content.supportHtml ?? false).to.equal(false);
  });

  it('follows typing', async () => {
    const editor = await openFile('hover-typing.kano.yaml', text);
    await editor.edit((edit) => edit.replace(new vscode.Range(6, 16, 6, 18), '16'));
    const [hover] = await hoversAt(editor.document.uri, 3, 10);
    expect(textOf(hover).split('\n')[0]).to.equal('**●\u00a0One-dimensional or ■\u00a0Must-be** · 40% / 29% of 55 · rank 2 of 2');
  });
});

/** The hovers of this extension: others may explain YAML too. */
async function hoversAt(uri: vscode.Uri, line: number, character: number): Promise<vscode.Hover[]> {
  const position = new vscode.Position(line, character);
  return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
}

function textOf(hover: vscode.Hover | undefined): string {
  return (hover?.contents ?? []).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
}
