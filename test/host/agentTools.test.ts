import { expect } from 'chai';
import * as vscode from 'vscode';
import { contributes } from '../../package.json';
import { gitExtension, initialised } from './gitRepository.ts';
import { eventually, openFile, writeFile } from './workspaceFiles.ts';

const text = `kano: 1
product: Tools
touchpoints: [{ id: agent-search, name: Search }]
features:
  - id: agent-first # the first
    title: First
    touchpoints: [agent-search]
    tally: { M: 90, A: 9 }
  - id: agent-second
    title: Second
    assumed: A
`;

/** A file with two features of its own. */
function fileOf(name: string, more = ''): string {
  return `kano: 1\nproduct: ${name}\nfeatures:\n  - id: ${name}-first\n    title: First ${name}\n${more}  - { id: ${name}-second, title: Second ${name} }\n`;
}

/** A file of one test, with features of its own. */
async function opened(name: string): Promise<{ readonly document: vscode.TextDocument; readonly file: string; readonly own: string }> {
  const own = text.replaceAll('agent-', `${name}-`);
  const file = `${name}-agents.kano.yaml`;
  const { document } = await openFile(file, own);
  return { document, file, own };
}

/** The answer of a tool, as a language model gets it. */
async function call(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

/** Why a tool gives no answer. */
function refusal(name: string, input: object): Promise<string> {
  return call(name, input).then(
    (answer) => `Answered: ${answer}`,
    (error: unknown) => String(error),
  );
}

describe('tools for agents', () => {
  it('are known to VS Code, with what they take', async () => {
    const known = await eventually(
      () => vscode.lm.tools.filter(({ tags }) => tags.includes('kano')),
      (tools) => tools.length === 7,
    );
    expect(known.map(({ name }) => name).sort()).to.deep.equal(contributes.languageModelTools.map(({ name }) => name).sort());
    for (const { inputSchema } of known) expect(inputSchema).to.have.property('type', 'object');
  });

  it('answer from files as they are in editors', async () => {
    const { document, file } = await opened('agent');
    const list = () => call('kano_list_features', { file, fields: ['rank', 'id', 'category', 'assumed', 'n'] });
    const answer = await eventually(list, (answer) => answer.includes('agent-first'));
    expect(answer).to.equal(`${file} · Tools · 2 features\nrank,id,category,assumed,n\n1,agent-first,M,,99\n2,agent-second,,A,0`);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '  - { id: agent-third, title: Third }\n');
    await vscode.workspace.applyEdit(edit);
    expect(await list()).to.contain('agent-third');
    expect(await call('kano_get_feature', { id: 'agent-first', file })).to.contain('would settle it: The answers are clear.');
    expect(await call('kano_list_problems', { feature: 'agent-third', file })).to.contain('kano/not-surveyed');
    expect(await call('kano_list_touchpoints', { file })).to.contain('1,agent-search,1');
  });

  it('change a file by one edit that undoes like typing', async () => {
    const { document, file, own } = await opened('undo');
    const answer = await call('kano_set_feature', { id: 'undo-first', file, status: 'planned', effort: 2 });
    expect(answer).to.contain(`Changed ${file}:7\n+     status: planned\n      touchpoints: [undo-search]\n+     effort: 2`);
    const changed = document.getText();
    expect(changed).to.contain('    status: planned\n').and.to.contain('    effort: 2\n').and.to.contain('# the first');
    expect(document.isDirty).to.equal(true);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(own);
    await call('kano_add_evidence', { id: 'undo-second', file, source: 'tickets', date: '2024-08-31', complaints: 3 });
    expect(document.getText()).to.contain('      - { source: tickets, date: 2024-08-31, complaints: 3 }\n');
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(own);
  });

  it('change a file that no editor shows', async () => {
    const uri = await writeFile('hidden-agents.kano.yaml', text.replaceAll('agent-', 'hidden-'));
    const set = () => refusal('kano_set_feature', { id: 'hidden-first', status: 'shipped' });
    await eventually(set, (answer) => answer.startsWith('Answered: Changed hidden-agents.kano.yaml:'));
    const document = await vscode.workspace.openTextDocument(uri);
    expect(document.getText()).to.contain('    status: shipped\n');
    await document.save();
  });

  it('refuse with what to do instead, and change nothing', async () => {
    const { document, file, own } = await opened('refused');
    for (const [name, input, reason] of [
      ['kano_get_feature', { id: 'refused-frist', file }, 'Did you mean “refused-first”?'],
      ['kano_list_features', { limit: 1_000_000 }, '“limit” must be a whole number from 1 to 500.'],
      ['kano_set_feature', { id: 'refused-first', file, tally: { M: 3 } }, 'Answers are never written by a tool'],
      ['kano_set_feature', { id: 'refused-first', file, relieves: ['nothing'] }, 'would have an error'],
      ['kano_add_evidence', { id: 'refused-first', file, source: 'x', date: '9999-12-31', complaints: 1 }, '9999-12-31 is after today'],
      ['kano_list_features', { file: '../../etc/passwd' }, 'Files elsewhere are not read.'],
    ] as const)
      expect(await refusal(name, input)).to.contain(reason);
    expect(document.getText()).to.equal(own);
  });

  it('say that there is nothing to compare with where there is no Git', async () => {
    const { file } = await opened('compared');
    expect(await refusal('kano_compare_revisions', { base: 'main', file })).to.match(/no Git|Git repository|does not know the revision/);
  });

  it('compare with a revision as kano diff does: files that are gone or renamed, settings of then, and conflicts', async function () {
    const api = await gitExtension();
    if (!api) return this.skip();
    const folder = 'agents-repository';
    const write = (name: string, product: string, more = '') => writeFile(`${folder}/${name}.kano.yaml`, fileOf(product, more));
    const root = vscode.Uri.joinPath(await write('gone', 'gone'), '..');
    const files = [await write('stays', 'stays'), await write('renamed', 'renamed'), await write('torn', 'torn')];
    const ignored = [await write('ignored', 'ignored'), await writeFile(`${folder}/.kanorc.yaml`, 'exclude: [ignored.kano.yaml]\n')];
    const repository = await initialised(api, root, 'agents-main');
    await repository.add([vscode.Uri.joinPath(root, 'gone.kano.yaml'), ...files, ...ignored].map(({ fsPath }) => fsPath));
    await repository.commit('one');
    for (const name of ['gone', 'renamed', 'ignored']) await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, `${name}.kano.yaml`));
    await write('stays', 'stays', '    status: planned\n');
    await write('moved', 'renamed', '    status: shipped\n');
    await write('torn', 'torn', '<<<<<<< HEAD\n    status: planned\n=======\n    status: shipped\n>>>>>>> side\n');
    const compare = (more: object = {}) => call('kano_compare_revisions', { base: 'agents-main', ...more });
    const gone = { file: `${folder}/gone.kano.yaml` };
    await eventually(
      () => refusal('kano_compare_revisions', { base: 'agents-main', ...gone }),
      (answer) => answer.includes('2 features removed'),
    );
    const all = await eventually(compare, (answer) => answer.includes('moved.kano.yaml') && answer.includes('Not compared, a merge'));
    const sections = all.split(/\n(?=\S+\.kano\.yaml\n)/).filter((text) => text.startsWith(folder));
    expect(sections.map((text) => text.split('\n')[0])).to.deep.equal(
      ['gone', 'moved', 'stays'].map((name) => `${folder}/${name}.kano.yaml`),
    );
    expect(sections[0]).to.contain('gone-first');
    expect(sections[1]).to.contain('renamed-first').and.not.to.contain('Removed').and.not.to.contain('Added');
    expect(all).to.contain(`Not compared, a merge conflict is open: ${folder}/torn.kano.yaml.`).and.to.contain('in no Git repository: ');
    expect(all).not.to.contain('ignored');
    expect(await compare({ ...gone, head: 'agents-main' })).to.equal('agents-main..agents-main: nothing changed in requirement terms.');
    expect(await refusal('kano_compare_revisions', { base: 'agents-main', file: `${folder}/never.kano.yaml` })).to.contain(
      'There is no file',
    );
    expect(await refusal('kano_compare_revisions', { base: 'no-such-branch', ...gone })).to.match(
      /does not know the revision|There is no file/,
    );
  });

  it('stop when nobody waits any more', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    const stopped = await vscode.lm
      .invokeTool('kano_set_feature', { input: { id: 'agent-first', status: 'rejected' }, toolInvocationToken: undefined }, source.token)
      .then(
        () => 'answered',
        () => 'stopped',
      );
    expect(stopped).to.equal('stopped');
  });
});
