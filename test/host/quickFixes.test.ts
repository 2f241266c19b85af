import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, problemsOf, writeFile } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';

async function actionsAt(document: vscode.TextDocument, kind?: string): Promise<readonly vscode.CodeAction[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, all, kind);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  if (!action?.edit) throw new Error('there is no such action');
  expect(await vscode.workspace.applyEdit(action.edit)).to.equal(true);
}

describe('quick fixes', () => {
  it('fix one problem', async () => {
    const { document } = await openFile(
      'fix.kano.yaml',
      `${head}features:\n  - id: a # first\n    title: A\n    status: planed\n    tally: { M: 40 }\n`.replace('    titel: A\n', ''),
    );
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 1,
    );
    const actions = await eventually(
      () => actionsAt(document, 'quickfix'),
      (found) => found.some(({ isPreferred }) => isPreferred),
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    expect(fix?.title).to.contain('planned');
    await apply(fix);
    expect(document.getText()).to.contain('# first').and.to.contain('status: planned');
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 0,
    );
  });

  it('make all harmless fixes for source.fixAll', async () => {
    const { document } = await openFile(
      'fix-all.kano.yaml',
      `${head}features:\n  - id: 2026\n    title: A\n    effort: "3"\n    colour: red\n    tally: { M: 40 }\n`,
    );
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 3,
    );
    const [action] = await actionsAt(document, 'source.fixAll.kano');
    await apply(action);
    expect(document.getText()).to.contain('id: "2026"').and.to.contain('effort: 3\n').and.to.contain('colour: red');
    expect(
      await eventually(
        () => problemsOf(document.uri),
        (found) => found.length === 1,
      ),
    ).to.have.length(1);
  });

  it('make harmless fixes whenever a file is saved, if the user wants that', async () => {
    const setting = vscode.workspace.getConfiguration('editor');
    await setting.update('codeActionsOnSave', { 'source.fixAll.kano': 'explicit' }, vscode.ConfigurationTarget.Workspace);
    const editor = await openFile(
      'on-save.kano.yaml',
      `${head}features: # all\n  - id: 2026 # quoted\n    titel: A\n    colour: red\n    efort: "3"\n`,
    );
    const { document } = editor;
    await editor.edit((edit) => edit.insert(new vscode.Position(7, 0), '    tally: { P: 40 }\n'));
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.filter((each) => each.startsWith('kano/schema')).length > 4,
    );
    expect(await document.save()).to.equal(true);
    const saved = await eventually(
      async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)),
      (text) => text.includes('title: A'),
    );
    expect(saved).to.equal(
      `${head}features: # all\n  - id: "2026" # quoted\n    title: A\n    colour: red\n    effort: "3"\n    tally: { P: 40 }\n`,
    );
    await setting.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('find a used file where it lies now', async () => {
    await writeFile('moved/parts/journey-of-all.kano.yaml', `${head}touchpoints: [{ id: home, name: Home }]\n`);
    const { document } = await openFile('moved/shop.kano.yaml', `${head}uses: [journey-of-al.kano.yaml]\n`);
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 1,
    );
    const actions = await eventually(
      () => actionsAt(document, 'quickfix'),
      (found) => found.some(({ isPreferred }) => isPreferred),
    );
    await apply(actions.find(({ isPreferred }) => isPreferred));
    expect(document.getText()).to.equal(`${head}uses: [parts/journey-of-all.kano.yaml]\n`);
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 0,
    );
  });

  it('turn a problem off in .kanorc.yaml, and the editor follows at once', async () => {
    await writeFile('settings/.kanorc.yaml', '# ours\nrules:\n  kano/not-surveyed: off\n');
    const { document } = await openFile(
      'settings/a.kano.yaml',
      `${head}features:\n  - id: a\n    title: A\n    tally: { M: 4 }\n  - { id: b, title: B }\n`,
    );
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 1 && found[0]?.startsWith('kano/small-sample') === true,
    );
    const actions = await actionsAt(document, 'quickfix');
    await apply(actions.find(({ title }) => title.includes('.kanorc.yaml')));
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 0,
    );
    const settings = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('settings/.kanorc.yaml'));
    expect(settings?.getText()).to.equal('# ours\nrules:\n  kano/not-surveyed: off\n  kano/small-sample: off\n');
    await settings?.save();
  });

  it('are offered in .kanorc.yaml itself', async () => {
    const { document } = await openFile('other/.kanorc.yaml', 'rules:\n  small-sample: off\n');
    await eventually(
      () => problemsOf(document.uri),
      (found) => found.length === 1,
    );
    const actions = await actionsAt(document, 'quickfix');
    await apply(actions.find(({ isPreferred }) => isPreferred));
    expect(document.getText()).to.equal('rules:\n  kano/small-sample: off\n');
  });
});
