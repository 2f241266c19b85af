import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePreCommit } from '../../scripts/tests/pre-commit.mjs';
import { npmEnvironment } from '../../scripts/vscode/npm.mjs';
import { kano, temporaryFolder } from '../unit/cli/command.ts';
import { faulty, fine, folderWith, git } from '../unit/cli/folder.ts';
import { projectRepository } from './projectRepository.ts';

const temporary = temporaryFolder();
const settings = {
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' },
  ...{ GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@example.com', GIT_COMMITTER_NAME: 'T', GIT_COMMITTER_EMAIL: 't@example.com' },
};

// Where pre-commit installs. nodeenv, by which it does, does not know paths with blanks.
const installed = mkdtempSync(join(tmpdir(), 'kano-pre-commit-'));
afterAll(() => rmSync(installed, { recursive: true, force: true }));
let workTree = '';
let environment: NodeJS.ProcessEnv = {};

/** A repository of requirements, with both hooks installed as its users install them. */
beforeAll(async () => {
  const preCommit = await ensurePreCommit();
  const { folder: repo, commit: rev } = projectRepository(temporary());
  environment = { ...npmEnvironment(), ...settings, PRE_COMMIT_HOME: installed };
  const hooks = [{ id: 'kano-lint' }, { id: 'kano-backlog', args: ['BACKLOG.md'] }];
  workTree = folderWith(temporary(), {
    // JSON is YAML.
    '.pre-commit-config.yaml': JSON.stringify({ repos: [{ repo, rev, hooks }] }),
    'docs/需求 1.kano.yaml': fine,
  });
  git(workTree, 'init', '--quiet', '--initial-branch', 'main');
  await promisify(execFile)(preCommit, ['install', '--install-hooks'], { cwd: workTree, env: environment });
});

/** Commits whatever is there, and gives what the hooks said. */
async function commit(folder: string, ...parameters: string[]): Promise<{ readonly isDone: boolean; readonly said: string }> {
  git(folder, 'add', '--all');
  const call = promisify(execFile)('git', ['commit', '--message', 'x', ...parameters], { cwd: folder, env: environment });
  const { code = 0, stderr } = await call.catch((error) => error);
  return { isDone: code === 0, said: stderr };
}

it('pre-commit installs both hooks, and they stop commits with errors and stale backlogs, and no others', async () => {
  const stale = await commit(workTree);
  expect(stale.said).toMatch(/kano lint\.+Passed[\s\S]*kano backlog --check\.+Failed[\s\S]*kano: There is no BACKLOG\.md yet\./);
  expect(stale.isDone).toBe(false);

  await kano(workTree, ['backlog', '-o', 'BACKLOG.md']);
  const passed = await commit(workTree);
  expect(passed.said).toMatch(/kano lint\.+Passed[\s\S]*kano backlog --check\.+Passed/);
  expect(passed.isDone).toBe(true);

  // Each runs for what it depends on.
  const [passing, skipped] = [expect.stringMatching(/Passed$/), expect.stringMatching(/Skipped$/)];
  for (const [path, content, expected] of [
    ['shop.yaml', 'x', [skipped, skipped]],
    ['my.kanorc.yaml.txt', 'x', [skipped, skipped]],
    ['x.kano.yaml.ts', 'x', [skipped, skipped]],
    ['notes.md', 'x', [skipped, passing]],
    ['docs/.kanorc.yaml', '# nothing\n', [passing, passing]],
    ['docs/需求 2.kano.yml', 'kano: 1\nproduct: Journey\n', [passing, expect.stringMatching(/Failed$/)]],
  ] as const) {
    writeFileSync(join(workTree, path), content);
    const lines = (await commit(workTree)).said.split('\n').filter((line) => line.startsWith('kano ') && line.includes('....'));
    expect(lines, path).toEqual(expected);
  }
  rmSync(join(workTree, 'docs/需求 2.kano.yml'));

  writeFileSync(join(workTree, 'docs/需求 1.kano.yaml'), faulty);
  const refused = await commit(workTree);
  expect(refused.said).toMatch(/kano lint\.+Failed[\s\S]*docs\/需求 1\.kano\.yaml[\s\S]*kano\/schema/);
  expect(refused.isDone).toBe(false);
});

it('in a linked work tree they look at that one', async () => {
  const linked = join(folderWith(temporary(), {}), 'linked');
  git(workTree, 'worktree', 'add', '--quiet', linked, '-b', 'other');
  // The main work tree is still faulty.
  writeFileSync(join(linked, 'docs/需求 1.kano.yaml'), fine.replace('M: 60', 'M: 61'));
  expect((await commit(linked)).said).toMatch(/kano lint\.+Passed[\s\S]*kano backlog --check\.+Failed/);
  await kano(linked, ['backlog', '-o', 'BACKLOG.md']);
  expect(await commit(linked, '--all')).toMatchObject({ isDone: true });
});
