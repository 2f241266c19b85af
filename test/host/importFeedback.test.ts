import { expect } from 'chai';
import { writeXlsx } from 'hucre/xlsx';
import * as vscode from 'vscode';
import { eventually, openFile, writeFile } from './workspaceFiles.ts';

const shop = `kano: 1
product: Shop
features:
  - id: delivery-time # the oldest wish
    title: Delivery within two days
  - id: fast-search
    title: Fast search
`;
const reviews = 'Date,Stars,Review\n2026-08-01,1,"came late, again"\n2026-08-30,5,never late\n2026-08-31,2,nothing\n';

describe('Kano: Import Feedback…', () => {
  it('shows what an export says and changes, applies it as one edit, and takes it back', async () => {
    const { document } = await openFile('feedback.kano.yaml', shop);
    const file = await writeFile('reviews.csv', reviews);
    const map = await writeFile('feedback-map.yaml', 'terms: { delivery-time: [late] }\n');
    const request = { files: [file.toString()], source: 'app reviews', map: map.toString() };
    await vscode.commands.executeCommand('kano.importFeedback', document.uri, request);
    const page = await eventually(openPage, (uri) => uri !== undefined);
    if (!page) throw new Error('there is no page');
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    expect(text).to.contain('| delivery-time |  | 2026-08-30 | 1 | 1 | 0 | new |'.replace('|  |', '| |'));
    expect(text).to.contain('came late, again').and.to.contain('Rows about none of the features: 1.');
    expect(document.getText()).to.equal(shop);
    await vscode.commands.executeCommand('kano.applyFeedback', page);
    const written = document.getText();
    expect(written).to.contain('    evidence:\n      - { source: app reviews, date: 2026-08-30, complaints: 1, compliments: 1 }\n');
    expect(written.replace(/ {4}evidence:\n.*\n/, '')).to.equal(shop);
    expect(vscode.window.activeTextEditor?.document).to.equal(document);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(shop);
  });

  it('reads workbooks and texts in other encodings, another way where the reader chooses one', async () => {
    const { document } = await openFile('files.kano.yaml', shop);
    const rows = [
      ['Date', 'Stars', 'Tags'],
      ['2026-08-01', '1', 'delivery-time'],
    ];
    const sheets = [
      { name: 'Old', rows },
      { name: 'New', rows: [...rows, ['2026-08-02', '5', 'fast-search']] },
    ];
    // 差评 in GBK.
    const chinese = new Uint8Array([
      ...new TextEncoder().encode('Date,Rating,Tags\n2026-08-03,'),
      0xb2,
      0xee,
      0xc6,
      0xc0,
      ...new TextEncoder().encode(',fast-search\n'),
    ]);
    const files = [await writeFile('book.xlsx', await writeXlsx({ sheets })), await writeFile('gbk.csv', chinese)].map(String);
    await vscode.commands.executeCommand('kano.importFeedback', document.uri, { files, source: 'both' });
    const unclear = await eventually(openPage, (uri) => uri?.path === '/both.md');
    if (!unclear) throw new Error('there is no page');
    expect((await vscode.workspace.openTextDocument(unclear)).getText()).to.contain('“Kano: Choose Sheet or Encoding…”');
    await vscode.commands.executeCommand('kano.readFeedbackAs', unclear, { sheet: 'New' });
    const page = await eventually(openPage, (uri) => uri !== undefined && uri.query !== unclear.query);
    if (!page) throw new Error('there is no page');
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    expect(text).to.contain('book.xlsx is read from the sheet “New”.').and.to.contain('Rows counted: 3.');
    await vscode.commands.executeCommand('kano.applyFeedback', page);
    expect(document.getText()).to.contain('{ source: both, date: 2026-08-03, complaints: 1, compliments: 1 }');
    await vscode.commands.executeCommand('undo');
  });

  it('says why an export cannot be applied, and changes nothing', async () => {
    const { document } = await openFile('refused.kano.yaml', shop);
    const file = await writeFile('unrelated.csv', 'a,b\n1,2\n');
    await vscode.commands.executeCommand('kano.importFeedback', document.uri, { files: [file.toString()], source: 'others' });
    const page = await eventually(openPage, (uri) => uri?.path === '/others.md');
    if (!page) throw new Error('there is no page');
    expect((await vscode.workspace.openTextDocument(page)).getText()).to.contain('No column says which feature of');
    const refused = await vscode.commands.executeCommand('kano.applyFeedback', page).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(refused).to.contain('No column says which feature of');
    expect(document.getText()).to.equal(shop);
  });
});

function openPage(): vscode.Uri | undefined {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs
    .flatMap((input) =>
      (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) && input.uri.scheme === 'kano-feedback'
        ? [input.uri]
        : [],
    )
    .at(-1);
}
