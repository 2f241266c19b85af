import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, writeFile } from './workspaceFiles.ts';

const shop = `kano: 1
product: Shop
features:
  - id: fast-search # the oldest wish
    title: Fast search
`;
// Invented answers.
const answers = 'id,Fast search [functional],Fast search [dysfunctional],When\n1,like,dislike,2026-09-01\n2,like,meh,2026-09-02\n';
const none = { columns: {}, stems: {}, words: {}, personas: {}, drop: [], replace: false, withoutMap: false, saveMap: false };

describe('Kano: Import Survey Answers…', () => {
  it('applies what its page shows as one edit that can be undone, and saves the map beside the export', async () => {
    const { document } = await openFile('answered.kano.yaml', shop);
    const file = await writeFile('answers.csv', answers);
    const choices = { ...none, words: { meh: 'live-with' }, saveMap: true };
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [file], choices });
    await eventually(openPages, (labels) => labels.includes('Import: answers.csv'));
    expect(document.getText()).to.equal(shop);
    await vscode.commands.executeCommand('kano.applyAnswers');
    const written = document.getText();
    expect(written).to.contain('surveys:\n  - { id: 2026-09, date: 2026-09-02 }\nfeatures:\n');
    expect(written).to.contain('    tallies:\n      - survey: 2026-09\n');
    expect(written).to.contain('- [0, 0, 0, 1, 1]');
    expect(vscode.window.activeTextEditor?.document).to.equal(document);
    await eventually(openPages, (labels) => !labels.includes('Import: answers.csv'));
    const map = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(file, '..', 'answers.survey-map.yaml')));
    expect(map).to.contain('live-with: [meh]');
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(shop);
    // The map explains the word from now on.
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [file], choices: none });
    await vscode.commands.executeCommand('kano.applyAnswers');
    expect(document.getText()).to.equal(written);
  });

  it('says why nothing is applied, and changes nothing', async () => {
    const { document } = await openFile('open.kano.yaml', shop);
    const file = await writeFile('open.csv', answers);
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [file], choices: none });
    expect(await refusal()).to.contain('Nothing can be written yet.');
    const unrelated = await writeFile('unrelated.csv', 'a,b\n1,2\n');
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [unrelated], choices: none });
    expect(await refusal()).to.contain('No column is about a feature of open.kano.yaml.');
    expect(document.getText()).to.equal(shop);
  });

  it('refuses files that it cannot read, and changes nothing', async () => {
    const { document } = await openFile('refused.kano.yaml', shop);
    const gone = vscode.Uri.joinPath(document.uri, '..', 'gone.csv');
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [gone], choices: none });
    expect(await refusal()).to.match(/gone\.csv/);
    const workbook = await writeFile('old.xlsx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [workbook], choices: none });
    expect(await refusal()).to.contain('a workbook of the format before XLSX');
    const questions = await writeFile('questions.csv', 'column,feature,kind,question,answer_1\na_functional,a,functional,How?,like\n');
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [questions], choices: none });
    expect(await refusal()).to.contain('holds the questions of a questionnaire, not answers to them');
    const huge = await writeFile('huge.csv', new Uint8Array(100_000_001));
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, { files: [huge], choices: none });
    expect(await refusal()).to.match(/huge\.csv is larger than 100 MB\..*kano survey-sql/);
    await vscode.workspace.fs.delete(huge);
    expect([document.getText(), document.isDirty]).to.deep.equal([shop, false]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('leaves everything as it was where the page is closed while a large file is read, and while it is applied', async () => {
    const { document } = await openFile('cancelled.kano.yaml', shop);
    const rows = '1,like,dislike,2026-09-01\n'.repeat(400_000);
    const file = await writeFile('large.csv', `${answers.split('\n', 1)[0]}\n${rows}`);
    const request = { files: [file], choices: { ...none, duplicates: 'all', saveMap: true } };
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, request);
    await eventually(openPages, (labels) => labels.includes('Import: large.csv'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually(openPages, (labels) => !labels.includes('Import: large.csv'));
    expect(await refusal()).to.contain('There is no import to apply.');
    await vscode.commands.executeCommand('kano.importAnswers', document.uri, request);
    await eventually(openPages, (labels) => labels.includes('Import: large.csv'));
    // Begun, and not awaited.
    const applied = refusal();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    expect(await applied).to.equal('');
    expect([document.getText(), document.isDirty]).to.deep.equal([shop, false]);
    const map = vscode.Uri.joinPath(file, '..', 'large.survey-map.yaml');
    expect(await Promise.resolve(vscode.workspace.fs.stat(map)).then(String, () => 'none')).to.equal('none');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

async function refusal(): Promise<string> {
  return vscode.commands.executeCommand('kano.applyAnswers').then(
    () => '',
    (error: unknown) => String(error),
  );
}

function openPages(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}
