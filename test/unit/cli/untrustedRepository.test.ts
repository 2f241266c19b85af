import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kanoProcess, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();

/** Git as a person runs it, without what the machine configures. */
const environment = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' },
};

function git(folder: string, ...parameters: string[]): string {
  return execFileSync('git', parameters, { cwd: folder, encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

const product = (counts: string) => `kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A, tally: { ${counts} } }\n`;

/** Two commits of a product, and a change that is not committed. */
function repository(): string {
  const folder = folderWith(temporary(), {});
  git(folder, 'init', '--quiet', '-b', 'main');
  for (const counts of ['A: 200, I: 20', 'M: 200, I: 20']) {
    writeFileSync(join(folder, 'a.kano.yaml'), product(counts));
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', counts);
  }
  writeFileSync(join(folder, 'a.kano.yaml'), `${product('M: 200, I: 20')}# changed\n`);
  return folder;
}

/** Takes the content of a file out of the repository, as a partial clone lacks it. */
function lose(folder: string, revision: string): void {
  const object = git(folder, 'rev-parse', `${revision}:a.kano.yaml`);
  rmSync(join(folder, '.git/objects', object.slice(0, 2), object.slice(2)));
}

/** A program that leaves a file behind when it runs. */
function marker(folder: string): { readonly program: string; ran(): boolean } {
  const [program, trace] = [join(folder, '.git', 'marker.sh'), join(folder, '.git', 'ran')];
  writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\nexit 1\n`);
  chmodSync(program, 0o755);
  // Git gives most of them to a shell, which would split the path at its blanks.
  return { program: './.git/marker.sh', ran: () => existsSync(trace) };
}

function promisor(folder: string, url: string, settings: Readonly<Record<string, string>> = {}): void {
  lose(folder, 'HEAD');
  const all = {
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.url': url,
    'remote.origin.promisor': 'true',
    ...settings,
  };
  for (const [key, value] of Object.entries(all)) git(folder, 'config', key, value);
}

const readMissing = ['cat-file', '-p', 'HEAD:a.kano.yaml'];

/** What Git documents as a program that a repository names; `plain` is a call that runs it. */
const ways: readonly (readonly [string, (folder: string, program: string) => void, plain: readonly string[]])[] = [
  ['a file system monitor', (folder, program) => git(folder, 'config', 'core.fsmonitor', program), ['status']],
  [
    'a hook, by the path of hooks',
    (folder, program) => {
      mkdirSync(join(folder, 'hooks'));
      writeFileSync(join(folder, 'hooks', 'post-index-change'), readFileSync(join(folder, program)));
      chmodSync(join(folder, 'hooks', 'post-index-change'), 0o755);
      git(folder, 'config', 'core.hooksPath', 'hooks');
    },
    ['add', '.'],
  ],
  [
    'a program at the other end of a lazy fetch',
    (folder, program) => promisor(folder, folder, { 'remote.origin.uploadpack': program }),
    readMissing,
  ],
  ['the ext protocol', (folder, program) => promisor(folder, `ext::${program}`, { 'protocol.ext.allow': 'always' }), readMissing],
  ['a command for SSH', (folder, program) => promisor(folder, 'ssh://localhost/x', { 'core.sshCommand': program }), readMissing],
  ['a proxy command', (folder, program) => promisor(folder, 'git://localhost/x', { 'core.gitProxy': program }), readMissing],
  [
    'a clean filter',
    (folder, program) => {
      git(folder, 'config', 'filter.x.clean', program);
      writeFileSync(join(folder, '.gitattributes'), '*.yaml filter=x\n');
    },
    ['add', '.'],
  ],
  [
    'a text conversion',
    (folder, program) => {
      git(folder, 'config', 'diff.x.textconv', program);
      writeFileSync(join(folder, '.gitattributes'), '*.yaml diff=x\n');
    },
    ['diff'],
  ],
  ['an external diff', (folder, program) => git(folder, 'config', 'diff.external', program), ['diff']],
  ['an alias', (folder, program) => git(folder, 'config', 'alias.x', `!${program}`), ['x']],
];

describe.each(ways)('%s', (_, prepare, plain) => {
  it('is run by plain Git, and not by any command', async () => {
    const folder = repository();
    const { program, ran } = marker(folder);
    prepare(folder, program);
    for (const call of [['diff', 'HEAD'], ['diff', 'HEAD~1..HEAD'], ['lint'], ['analyze'], ['backlog']]) await kanoProcess(folder, call);
    expect(ran()).toBe(false);
    spawnSync('git', [...plain], { cwd: folder, env: environment, timeout: 60_000 });
    expect(ran()).toBe(true);
  });
});

it('a folder of a clone that looks like a bare repository is none', async () => {
  const folder = repository();
  const { program, ran } = marker(folder);
  const inner = join(folder, 'docs');
  mkdirSync(inner);
  git(inner, 'init', '--quiet', '--bare', '.');
  writeFileSync(join(inner, 'shop.kano.yaml'), product('M: 9'));
  git(inner, 'config', 'core.bare', 'false');
  git(inner, 'config', 'core.worktree', '.');
  git(inner, 'config', 'core.fsmonitor', `.${program}`);
  const { errors, code } = await kanoProcess(inner, ['diff', 'HEAD']);
  expect(errors).toMatch(/bare repository/);
  expect(code).toBe(2);
  expect((await kanoProcess(inner, ['lint', '--format', 'json'])).output).toContain('shop.kano.yaml');
  // Named, it is read, and still nothing that its configuration names is executed.
  for (const call of [['HEAD'], ['HEAD..HEAD'], ['--staged']])
    await kanoProcess(inner, ['diff', ...call], { environment: { GIT_DIR: '.' } });
  expect(ran()).toBe(false);
});

it('content that the repository lacks is an error, never a file that was removed', async () => {
  const folder = repository();
  expect((await kanoProcess(folder, ['diff', 'HEAD~1..HEAD'])).output).toContain('Must-be');
  lose(folder, 'HEAD~1');
  const { output, errors, code } = await kanoProcess(folder, ['diff', 'HEAD~1..HEAD', '--fail-on', 'any']);
  expect([output, code]).toEqual(['', 2]);
  expect(errors).toContain('lacks the content of a.kano.yaml');
});

it('files that a sparse checkout leaves out are not removed, and files may still use them', async () => {
  const folder = folderWith(temporary(), {});
  git(folder, 'init', '--quiet', '-b', 'main');
  for (const name of ['a', 'b']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'a/a.kano.yaml'),
    `kano: 1\nproduct: A\nuses: [../b/b.kano.yaml]\nfeatures:\n  - { id: x, title: X, touchpoints: [till] }\n`,
  );
  writeFileSync(
    join(folder, 'b/b.kano.yaml'),
    'kano: 1\nproduct: B\ntouchpoints: [{ id: till, name: Till }]\nfeatures:\n  - { id: y, title: Y }\n',
  );
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'one');
  git(folder, 'sparse-checkout', 'set', '--cone', 'a');
  expect(existsSync(join(folder, 'b'))).toBe(false);
  const { output, code } = await kanoProcess(folder, ['diff', 'HEAD', '--fail-on', 'removed']);
  expect([output, code]).toEqual(['From HEAD to working tree nothing changes but comments and layout.\n', 0]);
});

it('a hook of a linked work tree sees the repository of its folder, wherever it goes', async () => {
  const folder = repository();
  const linked = join(folderWith(temporary(), {}), 'tree');
  git(folder, 'worktree', 'add', '--quiet', linked, '-b', 'other');
  mkdirSync(join(linked, 'sub'));
  writeFileSync(join(linked, 'sub', 'b.kano.yaml'), product('M: 40'));
  const plain = await kanoProcess(join(linked, 'sub'), ['diff', 'HEAD']);
  const inHook = await kanoProcess(join(linked, 'sub'), ['diff', 'HEAD'], {
    environment: { GIT_DIR: git(linked, 'rev-parse', '--absolute-git-dir') },
  });
  expect(inHook).toEqual(plain);
  expect(plain.output).toContain('1 feature added');
});
