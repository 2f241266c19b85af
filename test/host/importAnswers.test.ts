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
