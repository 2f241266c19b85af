import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile } from './workspaceFiles.ts';

const shop = `kano: 1
product: Shop
features:
  - { id: pay, title: Pay fast }
  - { id: look, title: Look, tally: { M: 300 } }
`;

describe('Kano: Create Questionnaire…', () => {
  it('opens what is read or pasted as unsaved documents that are named after the product', async () => {
    const { document } = await openFile('asked.kano.yaml', shop);
    await vscode.commands.executeCommand('kano.createQuestionnaire', document.uri, { format: 'markdown', importance: true });
    const text = vscode.window.activeTextEditor?.document;
    expect([text?.uri.scheme, text?.uri.path.split('/').at(-1), text?.languageId]).to.deep.equal([
      'untitled',
      'asked-questionnaire.md',
      'markdown',
    ]);
    expect(text?.getText()).to.contain('# Questionnaire: Shop').and.to.contain('## 2. Look').and.to.contain('How important');
    await vscode.commands.executeCommand('kano.createQuestionnaire', document.uri, { format: 'google-script', ask: 'undecided' });
    const script = vscode.window.activeTextEditor?.document;
    expect([script?.uri.path.split('/').at(-1), script?.languageId]).to.deep.equal(['asked-questionnaire.gs', 'javascript']);
    expect(script?.getText()).to.contain('function createQuestionnaire()').and.to.contain('Pay fast').and.not.to.contain('Look');
  });

  it('shows the page in a preview', async () => {
    const { document } = await openFile('asked.kano.yaml', shop);
    await vscode.commands.executeCommand('kano.createQuestionnaire', document.uri, { format: 'html' });
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually(tabs, (labels) => labels.includes('Preview: asked-questionnaire.html'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually(tabs, (labels) => !labels.includes('Preview: asked-questionnaire.html'));
    const refused = await vscode.commands.executeCommand('kano.saveQuestionnaire').then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(refused).to.contain('There is no questionnaire to save.');
  });
});
