import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programCandidates } from '../../../src/cli/git/gitProgram.ts';
import { commandFile, kano, kanoProcess, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const environment = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' },
};
const command = `'${process.execPath}' '${commandFile}'`;

function git(folder: string, ...parameters: string[]): string {
  const settings = ['-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...settings, ...parameters], { cwd: folder, encoding: 'utf8', env: environment, stdio: 'pipe' }).trimEnd();
}

/** All that a call of Git prints, also where it fails. */
function said(folder: string, ...parameters: string[]): string {
  try {
    return execFileSync('sh', ['-c', 'exec git "$@" 2>&1', 'git', ...parameters], { cwd: folder, encoding: 'utf8', env: environment });
  } catch (error) {
    return `${(error as { stdout: string }).stdout}`;
  }
}

const feature = (id: string, counts = 'M: 60, I: 20', rest = '') =>
  `  - { id: ${id}, title: Title of ${id}, tally: { ${counts} }${rest} }\n`;
const product = (...features: string[]) => `kano: 1\nproduct: P\nfeatures:\n${features.join('')}`;
const one = product(feature('a'));
const other = product(feature('a', 'A: 60, I: 20'));

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(temporary(), files);
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  commit(folder, 'one');
  return folder;
}

function commit(folder: string, tag: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', tag);
  git(folder, 'tag', tag);
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function hook(folder: string, name: string, script: string): void {
  write(folder, { [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
}

const nothing = (base: string, head = 'working tree') => `From ${base} to ${head} nothing changes but comments and layout.\n`;
const first = (text: string) => text.split('\n')[0] ?? '';

describe('a submodule', () => {
  const journey = (name: string) => `kano: 1\nproduct: Journey\ntouchpoints: [{ id: till, name: ${name} }]\n`;
  const shop = (counts: string) => `${product(feature('a', counts, ', touchpoints: [till]'))}uses: [vendor/journey.kano.yaml]\n`;

  function withSubmodule(): { readonly folder: string; readonly vendor: string } {
    const vendor = repository({ 'journey.kano.yaml': journey('Old till') });
    const folder = repository({ 'shop.kano.yaml': shop('M: 60, I: 20') });
    git(folder, 'submodule', '--quiet', 'add', vendor, 'vendor');
    git(folder, 'commit', '--quiet', '--amend', '--no-edit', '--all');
    git(folder, 'tag', '--force', 'one');
    return { folder, vendor: join(folder, 'vendor') };
  }

  it('is read as each state has it, where files use it, and is not searched', async () => {
    const { folder, vendor } = withSubmodule();
    expect(await kano(folder, ['diff', 'one'])).toEqual({ code: 0, output: nothing('one'), errors: '' });
    write(vendor, { 'journey.kano.yaml': journey('New till') });
    git(vendor, 'commit', '--quiet', '--all', '--message', 'x');
    write(folder, { 'shop.kano.yaml': shop('A: 60, I: 20') });
    commit(folder, 'two');
    const gap = async (range: string) => (await kano(folder, ['diff', range])).output.match(/\| (Old|New) till \|/)?.[1];
    expect([await gap('one..two'), await gap('one'), await gap('two..one')]).toEqual(['New', 'New', 'Old']);
    const searched = JSON.parse((await kano(folder, ['lint', '--format', 'json'])).output);
    expect(searched.files.map(({ path }: { path: string }) => path)).toEqual(['shop.kano.yaml']);
  });

  it('that is not checked out is absent in every state', async () => {
    const { folder } = withSubmodule();
    git(folder, 'submodule', '--quiet', 'deinit', '--force', 'vendor');
    expect((await kano(folder, ['diff', 'one'])).output).toContain(nothing('one'));
  });

  it('that lacks the recorded commit is an error', async () => {
    const { folder } = withSubmodule();
    const object = 'a'.repeat(40);
    git(folder, 'update-index', '--cacheinfo', `160000,${object},vendor`);
    git(folder, 'commit', '--quiet', '--message', 'x');
    expect(await kano(folder, ['diff', 'HEAD'])).toMatchObject({ code: 2, output: '' });
  });

  it('is a repository of its own, in a hook of the one around it too', async () => {
    const { folder, vendor } = withSubmodule();
    write(vendor, { 'new.kano.yaml': one });
    const plain = await kanoProcess(vendor, ['diff', 'HEAD']);
    expect(plain.output).toMatch(/1 feature added/);
    const inHook = { GIT_DIR: join(folder, '.git'), GIT_INDEX_FILE: join(folder, '.git/index'), GIT_WORK_TREE: folder };
    expect(await kanoProcess(vendor, ['diff', 'HEAD'], { environment: inHook })).toEqual(plain);
  });
});

describe('a bare repository', () => {
  function bare(): string {
    const folder = repository({ 'shop.kano.yaml': one });
    write(folder, { 'shop.kano.yaml': other });
    commit(folder, 'two');
    const copy = join(folderWith(temporary(), {}), 'bare.git');
    git(folder, 'clone', '--quiet', '--bare', folder, copy);
    return copy;
  }

  it('compares two commits where GIT_DIR names it, and says so where it does not', async () => {
    const folder = bare();
    for (const [cwd, GIT_DIR] of [
      [folder, '.'],
      [dirname(folder), 'bare.git'],
    ] as const) {
      const { output, code } = await kanoProcess(cwd, ['diff', 'one..two'], { environment: { GIT_DIR } });
      expect([first(output), code]).toEqual(['**1 category moved and 1 must-be gap closed** · one → two', 0]);
    }
    const refused = await kano(folder, ['diff', 'one..two']);
    expect(refused).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('GIT_DIR=. kano diff BASE..HEAD') });
    for (const call of [['one'], ['--staged']]) {
      const result = await kanoProcess(folder, ['diff', ...call], { environment: { GIT_DIR: '.' } });
      expect(result).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('no working tree') });
    }
  });

  it('checks what is pushed, in its hooks, before the objects are its own', async () => {
    const folder = bare();
    hook(folder, 'hooks/pre-receive', `while read old new ref; do ${command} diff "$old..$new" --fail-on removed || exit 1; done`);
    const clone = join(folderWith(temporary(), {}), 'clone');
    git(temporary(), 'clone', '--quiet', folder, clone);
    write(clone, { 'shop.kano.yaml': product(feature('a', 'A: 60, I: 20'), feature('b')) });
    git(clone, 'commit', '--quiet', '--all', '--message', 'x');
    expect(said(clone, 'push', 'origin', 'main')).toMatch(/remote: \*\*1 must-be gap opened and 1 feature added\*\*[\s\S]*main -> main/);
    write(clone, { 'shop.kano.yaml': product(feature('b')) });
    git(clone, 'commit', '--quiet', '--all', '--message', 'x');
    expect(said(clone, 'push', 'origin', 'main')).toMatch(/remote: kano: --fail-on removed: 1 found\.[\s\S]*pre-receive hook declined/);
  });

  it('is not what a hook in the folder .git compares files with', async () => {
    const folder = repository({ 'shop.kano.yaml': one });
    const result = await kanoProcess(join(folder, '.git'), ['diff', 'HEAD'], { environment: { GIT_DIR: '.' } });
    expect(result).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('no working tree') });
  });
});

describe('a partial clone', () => {
  const origin = () => {
    const folder = repository({ 'a/a.kano.yaml': one, 'b/b.kano.yaml': product(feature('b')) });
    write(folder, { 'a/a.kano.yaml': other });
    commit(folder, 'two');
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    return folder;
  };
  const clone = (...parameters: string[]) => {
    const folder = join(folderWith(temporary(), {}), 'clone');
    git(temporary(), 'clone', '--quiet', ...parameters, `file://${origin()}`, folder);
    return folder;
  };

  it.each([
    [['--filter=blob:none']],
    [['--filter=tree:0']],
    [['--filter=blob:none', '--sparse']],
    [['--filter=blob:none', '--no-checkout']],
  ])('made with %j gives an error, and removes nothing', async (parameters) => {
    const folder = clone(...parameters);
    const { code, output, errors } = await kano(folder, ['diff', 'one..two', '--fail-on', 'any']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/^kano: (The repository lacks the content of .*git fetch --refetch|Git failed: )[^\n]*\n$/);
  });

  describe('with a sparse checkout', () => {
    const sparse = () => {
      const folder = clone('--filter=blob:none', '--sparse');
      git(folder, 'sparse-checkout', 'set', 'a');
      return folder;
    };
    const moved = '**1 category moved and 1 must-be gap opened** · HEAD → working tree';
    const unread =
      'kano: Not read, because this clone lacks their content: b/b.kano.yaml. They are the same on both sides, but may use what changed.\n';

    it('compares what it has', async () => {
      const folder = sparse();
      expect(await kano(folder, ['diff', 'HEAD'])).toEqual({ code: 0, output: nothing('HEAD'), errors: '' });
      expect(await kano(folder, ['diff', '--staged'])).toEqual({ code: 0, output: nothing('HEAD', 'index'), errors: '' });
      write(folder, { 'a/a.kano.yaml': one });
      const all = await kano(folder, ['diff', 'HEAD']);
      expect([all.code, first(all.output), all.errors]).toEqual([0, moved, unread]);
      const named = await kano(folder, ['diff', 'HEAD', 'a']);
      expect([first(named.output), named.errors]).toEqual([moved, '']);
      expect((await kano(folder, ['lint'])).code).toBe(0);
    });

    it('fails for what changed and is not here, even if nobody has it checked out', async () => {
      const folder = sparse();
      // The older content of a file that is checked out, and the newer one of a file that is not.
      expect(await kano(folder, ['diff', 'one'])).toMatchObject({ code: 2, output: '' });
      const object = git(folder, 'rev-parse', 'HEAD:a/a.kano.yaml');
      git(folder, 'update-index', '--cacheinfo', `100644,${object},b/b.kano.yaml`);
      expect(await kano(folder, ['diff', '--staged'])).toMatchObject({ code: 2, output: '' });
    });

    it('fails where something that changed uses a file whose content is not here', async () => {
      const folder = sparse();
      write(folder, { 'a/a.kano.yaml': `${other}uses: [../b/b.kano.yaml]\n` });
      expect(await kano(folder, ['diff', 'HEAD'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('b/b.kano.yaml') });
    });
  });
});

it('somebody else’s repository is refused with Git’s own remedy, and not read without Git', async () => {
  const folder = repository({ 'a.kano.yaml': one, 'b/ignored.kano.yaml': one, '.gitignore': 'b\n' });
  const owned = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  for (const call of [
    ['diff', 'HEAD'],
    ['diff', 'one..one'],
    ['diff', '--staged'],
    ['lint'],
    ['lint', 'b'],
    ['backlog'],
    ['analyze', '*.yaml'],
  ]) {
    const { code, output, errors } = await kanoProcess(folder, call, { environment: owned });
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/^kano: Git failed: detected dubious ownership .* git config --global --add safe\.directory .+\n$/);
  }
  expect((await kanoProcess(folder, ['lint', 'a.kano.yaml'], { environment: owned })).code).toBe(0);
});

describe('as a diff driver and as a difftool', () => {
  const shop = (counts: string) => `${product(feature('a', counts, ', touchpoints: [till]'))}uses: [journey.kano.yaml]\n`;

  /** Changed, added, deleted, renamed and faulty files, all staged. */
  function changedFiles(): string {
    const folder = repository({
      'journey.kano.yaml': 'kano: 1\nproduct: Journey\ntouchpoints: [{ id: till, name: Till }]\n',
      'changed.kano.yaml': shop('M: 60, I: 20'),
      'deleted.kano.yaml': product(feature('d')),
      'renamed.kano.yaml': product(feature('r'), ...Array.from({ length: 9 }, (_, index) => feature(`r${index}`))),
      'faulty.kano.yaml': product(feature('f')),
      '.gitattributes': '*.kano.yaml diff=kano\n',
    });
    renameSync(join(folder, 'renamed.kano.yaml'), join(folder, 'new name.kano.yaml'));
    rmSync(join(folder, 'deleted.kano.yaml'));
    write(folder, {
      'changed.kano.yaml': shop('A: 60, I: 20'),
      'added.kano.yaml': product(feature('n')),
      'faulty.kano.yaml': product(feature('f', 'M: 60, I: 20', ', stat: idea'), feature('g')),
      'new name.kano.yaml': readFileSync(join(folder, 'new name.kano.yaml'), 'utf8').replace('M: 60', 'A: 60'),
    });
    git(folder, 'add', '--all');
    return folder;
  }

  it.each([
    ['kano diff itself', `${command} diff`],
    ['a script that gives it two files', `f() { exec ${command} diff "$2" "$5"; }; f`],
  ])('%s shows every file, also those that are on one side only', (_, driver) => {
    const folder = changedFiles();
    git(folder, 'config', 'diff.kano.command', driver);
    const output = said(folder, '--no-pager', 'diff', '--cached', '-M');
    expect(output).not.toContain('fatal');
    expect(output.match(/^\*\*.*?\*\*/gm)).toEqual([
      '**1 must-be gap opened and 1 feature added**',
      '**1 category moved and 1 must-be gap closed**',
      '**1 must-be gap closed and 1 feature removed**',
      '**1 must-be gap opened and 1 feature added**',
      '**1 category moved, 1 must-be gap closed and 1 rank moved**',
    ]);
  });

  it('names the files as they are called, and reads what they use', () => {
    const folder = changedFiles();
    git(folder, 'config', 'diff.kano.command', `${command} diff`);
    const output = said(folder, '--no-pager', 'diff', '--cached', '-M');
    for (const names of ['/dev/null → added.kano.yaml', 'changed.kano.yaml → changed.kano.yaml', 'deleted.kano.yaml → /dev/null'])
      expect(output).toContain(names);
    expect(output).toContain('renamed.kano.yaml → new name.kano.yaml');
    expect(output).toContain('| Till |');
  });

  it('goes on where a file is not merged', () => {
    const folder = conflict();
    git(folder, 'config', 'diff.kano.command', `${command} diff`);
    write(folder, { '.gitattributes': '*.kano.yaml diff=kano\n' });
    expect(said(folder, '--no-pager', 'diff', '--cached')).toContain('Not compared, because a merge conflict is open: shop.kano.yaml');
  });

  it('difftool passes two files', () => {
    const folder = changedFiles();
    git(folder, 'config', 'difftool.kano.cmd', `${command} diff "$LOCAL" "$REMOTE"`);
    const output = said(folder, 'difftool', '--no-prompt', '--tool', 'kano', '--cached');
    expect(output).toMatch(/1 category moved[\s\S]*1 feature removed[\s\S]*1 feature added/);
    expect(output).not.toMatch(/kano: Git does not know/);
  });

  it('two files that are not there are no change', async () => {
    expect(await kano(temporary(), ['diff', '/dev/null', '/dev/null'])).toMatchObject({
      code: 0,
      output: nothing('/dev/null', '/dev/null'),
    });
  });
});

/** A merge that Git could not finish: `shop.kano.yaml` has both sides, and `user.kano.yaml` uses it. */
function conflict(): string {
  const folder = repository({
    'shop.kano.yaml': product(feature('a'), feature('b')),
    'user.kano.yaml': 'kano: 1\nproduct: U\nuses: [shop.kano.yaml]\nfeatures: []\n',
    'third.kano.yaml': product(feature('t')),
  });
  git(folder, 'checkout', '--quiet', '-b', 'side');
  write(folder, { 'shop.kano.yaml': product(feature('a', 'A: 60, I: 20'), feature('b')) });
  commit(folder, 'side-work');
  git(folder, 'checkout', '--quiet', 'main');
  write(folder, {
    'shop.kano.yaml': product(feature('a', 'O: 60, I: 20'), feature('b')),
    'third.kano.yaml': product(feature('t2', 'A: 9')),
  });
  commit(folder, 'main-work');
  said(folder, '-c', 'merge.conflictStyle=diff3', 'merge', 'side');
  return folder;
}

describe('a merge conflict', () => {
  it.each([
    ['in the work tree', ['one']],
    ['staged', ['--staged', 'one']],
    ['committed', ['one..broken']],
  ])('%s is named, and nothing is claimed of its file', async (where, range) => {
    const folder = conflict();
    if (where === 'committed') commit(folder, 'broken');
    const { code, output, errors } = await kano(folder, ['diff', ...range, '--fail-on', 'category,drift']);
    expect(code).toBe(1);
    expect(output).toContain('Not compared, because a merge conflict is open: shop.kano.yaml\n');
    expect(errors).toContain('kano: Not compared, because a merge conflict is open: shop.kano.yaml\n');
    expect(output).not.toMatch(/Title of [ab]\b|Renamed/);
    expect(output).toContain('Title of t2');
    expect((await kano(folder, ['diff', ...range, '-f', 'github'])).output).toContain('::error file=shop.kano.yaml::');
    const json = JSON.parse((await kano(folder, ['diff', ...range, '-f', 'json'])).output);
    expect([json.conflicts, json.products.map(({ path }: { path: { after: string } }) => path.after)]).toEqual([
      ['shop.kano.yaml'],
      ['third.kano.yaml'],
    ]);
  });

  it('is no longer one when its file is merged by hand, staged or not', async () => {
    const folder = conflict();
    write(folder, { 'shop.kano.yaml': product(feature('a'), feature('b')) });
    expect(await kano(folder, ['diff', 'one', 'shop.kano.yaml'])).toMatchObject({ code: 0, output: nothing('one') });
    git(folder, 'add', '.');
    expect(await kano(folder, ['diff', '--staged', 'one', 'shop.kano.yaml'])).toMatchObject({ code: 0, output: nothing('one', 'index') });
  });
});

describe('the states of a repository that few people meet', () => {
  it('a repository whose objects have names of 64 digits', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': one });
    git(folder, 'init', '--quiet', '--object-format', 'sha256');
    commit(folder, 'one');
    write(folder, { 'shop.kano.yaml': other, 'new.kano.yaml': product(feature('n')) });
    const moved = /^\*\*1 category moved, .*1 feature added\*\*/;
    expect((await kano(folder, ['diff', 'one'])).output).toMatch(moved);
    git(folder, 'add', '.');
    expect((await kano(folder, ['diff', '--staged'])).output).toMatch(moved);
    commit(folder, 'two');
    expect((await kano(folder, ['diff', 'one..two'])).output).toMatch(moved);
  });

  it.each(['sha1', 'sha256'])('a file that is announced for the next commit is not in it (%s)', async (format) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': one });
    git(folder, 'init', '--quiet', '--object-format', format);
    commit(folder, 'one');
    write(folder, { 'new.kano.yaml': product(feature('n')) });
    git(folder, 'add', '--intent-to-add', 'new.kano.yaml');
    expect(await kano(folder, ['diff', '--staged'])).toEqual({ code: 0, output: nothing('HEAD', 'index'), errors: '' });
    expect((await kano(folder, ['diff', 'HEAD'])).output).toMatch(/1 feature added/);
  });

  it('a file that became a link to another is no second file, in every state', async () => {
    const folder = repository({ 'shop.kano.yaml': one, 'sub/deep.kano.yaml': product(feature('d')) });
    git(folder, 'mv', 'shop.kano.yaml', 'real.kano.yaml');
    symlinkSync('real.kano.yaml', join(folder, 'shop.kano.yaml'));
    git(folder, 'mv', 'sub', 'elsewhere');
    symlinkSync('elsewhere', join(folder, 'sub'));
    git(folder, 'add', '.');
    expect((await kano(folder, ['diff', 'one'])).output).toBe(nothing('one'));
    expect((await kano(folder, ['diff', '--staged', 'one'])).output).toBe(nothing('one', 'index'));
    commit(folder, 'two');
    expect((await kano(folder, ['diff', 'one..two'])).output).toBe(nothing('one', 'two'));
  });

  it.each([
    ['Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n', /is a pointer of Git LFS/],
    ['git-crypt', '\0GITCRYPT\0\u0001\u0002abc', /is encrypted by git-crypt/],
  ])('content that %s keeps elsewhere is an error, not a file whose features were removed', async (_, pointer, reason) => {
    const folder = repository({ 'shop.kano.yaml': one, 'user.kano.yaml': 'kano: 1\nproduct: U\nuses: [shop.kano.yaml]\n' });
    write(folder, { 'shop.kano.yaml': pointer });
    for (const call of [['diff', 'one'], ['lint'], ['analyze', 'shop.kano.yaml']])
      expect(await kano(folder, call)).toMatchObject({ code: 2, output: '', errors: expect.stringMatching(reason) });
    expect((await kano(folder, ['lint', 'user.kano.yaml'])).output).toContain('shop.kano.yaml cannot be read');
    commit(folder, 'kept-elsewhere');
    // As after “git lfs pull”: the text is here, and the commit has the pointer.
    write(folder, { 'shop.kano.yaml': one });
    for (const call of [
      ['diff', 'HEAD'],
      ['diff', '--staged', 'one'],
      ['diff', 'one..HEAD'],
    ])
      expect(await kano(folder, call)).toMatchObject({ code: 2, output: '', errors: expect.stringMatching(reason) });
  });

  it('revisions by words, by time, by the log of references, annotated tags and commits of other names', async () => {
    const folder = repository({ 'shop.kano.yaml': one });
    write(folder, { 'shop.kano.yaml': other });
    git(folder, 'commit', '--quiet', '--all', '--message', 'two..words: of (one)');
    git(folder, 'tag', '--annotate', '--message', 'x', 'v1.0', 'one');
    git(folder, 'tag', '--annotate', '--message', 'x', 'of-a-tag', 'v1.0');
    for (const revision of [':/^one', 'HEAD^{/^one}', '@~1', 'HEAD@{1}', 'v1.0', 'of-a-tag', 'tags/v1.0', 'v1.0^{}', 'v1.0..@', 'v1.0...'])
      expect([revision, first((await kano(folder, ['diff', revision])).output)]).toEqual([
        revision,
        expect.stringMatching(/^\*\*1 category moved and 1 must-be gap closed\*\* · /),
      ]);
    for (const revision of ['HEAD:shop.kano.yaml', 'HEAD^{tree}', 'HEAD:', ':/nothing says this', '^one', 'one^@', 'one^!'])
      expect([revision, (await kano(folder, ['diff', revision])).code]).toEqual([revision, 2]);
  });

  it('an index that another Git is writing is read, a damaged one is an error', async () => {
    const folder = repository({ 'shop.kano.yaml': one });
    write(folder, { 'shop.kano.yaml': other, '.git/index.lock': '' });
    expect((await kano(folder, ['diff', 'one'])).output).toMatch(/1 category moved/);
    expect((await kano(folder, ['lint'])).code).toBe(0);
    write(folder, { '.git/index': 'x' });
    for (const call of [['diff', 'one'], ['diff', '--staged'], ['lint']])
      expect(await kano(folder, call)).toMatchObject({
        code: 2,
        output: '',
        errors: expect.stringMatching(/^kano: Git failed: [^\n]+\n$/),
      });
    expect((await kano(folder, ['lint', 'shop.kano.yaml'])).code).toBe(0);
  });

  it('a file in place of a folder, a folder in place of a file', async () => {
    const folder = repository({ 'a.kano.yaml': product(feature('a')), 'b/b.kano.yaml': product(feature('b')) });
    rmSync(join(folder, 'a.kano.yaml'));
    rmSync(join(folder, 'b'), { recursive: true });
    write(folder, { 'a.kano.yaml/inner.kano.yaml': product(feature('a')), b: 'text\n' });
    const { code, output } = await kano(folder, ['diff', 'one']);
    expect([code, output]).toEqual([0, expect.stringMatching(/^\*\*1 must-be gap closed and 1 feature removed\*\*/)]);
    expect(output).not.toContain('Title of a');
  });
});

it('two revisions are named one after the other, and paths stay paths', async () => {
  const folder = repository({ 'shop.kano.yaml': one, 'v2/shop.kano.yaml': product(feature('z')) });
  write(folder, { 'shop.kano.yaml': other });
  commit(folder, 'two');
  git(folder, 'branch', 'v2');
  const heads = async (...parameters: string[]) => first((await kano(folder, ['diff', ...parameters])).output).replace(/^.* · /, '');
  expect(await heads('one', 'HEAD')).toBe('one → HEAD');
  expect(await heads('one', 'two', 'shop.kano.yaml')).toBe('one → two');
  expect(await heads('one', 'shop.kano.yaml')).toBe('one → working tree');
  expect(await kano(folder, ['diff', 'one', './v2'])).toMatchObject({ code: 0, output: nothing('one') });
  expect(await kano(folder, ['diff', 'one', 'v2'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Write one..v2 for the revision'),
  });
  expect(await kano(folder, ['diff', 'one..two', 'HEAD'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('HEAD matches no file'),
  });
});

describe('kano diff --staged', () => {
  it('compares what the next commit holds, whatever the work tree has', async () => {
    const folder = repository({ 'shop.kano.yaml': one, '.kanorc.yaml': 'analysis: { rule: mode }\n' });
    write(folder, { 'shop.kano.yaml': other, 'new.kano.yaml': product(feature('n')) });
    expect(await kano(folder, ['diff', '--staged'])).toMatchObject({ code: 0, output: nothing('HEAD', 'index') });
    git(folder, 'add', 'shop.kano.yaml');
    write(folder, { 'shop.kano.yaml': one });
    for (const option of ['--staged', '--cached'])
      expect(first((await kano(folder, ['diff', option])).output)).toBe('**1 category moved and 1 must-be gap closed** · HEAD → index');
    expect(first((await kano(folder, ['diff', '--staged', 'HEAD', 'shop.kano.yaml'])).output)).toContain('1 category moved');
    expect((await kano(folder, ['diff', '--staged', 'new.kano.yaml'])).errors).toContain('matches no file');
    expect((await kano(folder, ['diff', '--staged', 'HEAD..HEAD'])).errors).toContain('--staged compares with one revision');
    git(folder, 'rm', '--quiet', '--cached', '--force', 'shop.kano.yaml');
    expect((await kano(folder, ['diff', '--staged', '--fail-on', 'removed'])).code).toBe(1);
  });

  it('before the first commit all is new', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': one });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '.');
    expect(first((await kano(folder, ['diff', '--staged'])).output)).toBe('**1 must-be gap opened and 1 feature added** · HEAD → index');
  });

  it.each([
    ['commit --all', ['--all']],
    ['commit of one path', ['--only', 'shop.kano.yaml']],
  ])('in a hook of %s sees the index of that commit', (_, parameters) => {
    const folder = repository({ 'shop.kano.yaml': one, 'second.kano.yaml': product(feature('s')) });
    hook(folder, '.git/hooks/pre-commit', `cd .git/.. && ${command} diff --staged`);
    write(folder, { 'shop.kano.yaml': other });
    expect(said(folder, 'commit', '--message', 'x', ...parameters)).toContain('1 category moved');
  });
});

it('what a sparse checkout leaves out counts: settings, and files that others use', async () => {
  const folder = repository({
    'a/shop.kano.yaml': `${product(feature('a', 'M: 32, O: 90, A: 88, I: 105, R: 15, Q: 28', ', touchpoints: [till]'))}uses: [../b/journey.kano.yaml]\n`,
    'a/.kanorc.yaml': 'analysis: { rule: berger }\n',
    'b/journey.kano.yaml': 'kano: 1\nproduct: Journey\ntouchpoints: [{ id: till, name: Till }]\n',
  });
  const calls = [['lint'], ['analyze'], ['lint', 'a/shop.kano.yaml'], ['diff', 'HEAD'], ['diff', '--staged']];
  const results = () =>
    Promise.all(calls.map((call) => kano(folder, [...call, ...(call[0] === 'diff' ? ['--fail-on', 'any'] : ['--format', 'json'])])));
  const whole = await results();
  git(folder, 'sparse-checkout', 'set', '--no-cone', '/a/shop.kano.yaml');
  expect(git(folder, 'status', '--short')).toBe('');
  const sparse = await results();
  // What is not there is not searched, but it counts for what is.
  const ofShop = ({ code, output, errors }: (typeof whole)[number]) => {
    const json = output.startsWith('{') ? JSON.parse(output) : undefined;
    return { code, errors, output: json ? json.files.filter(({ path }: { path: string }) => path === 'a/shop.kano.yaml') : output };
  };
  expect(sparse.map(ofShop)).toEqual(whole.map(ofShop));
  expect(whole[1]?.output).toContain('"berger"');
});

describe('what a hook of another repository sets', () => {
  it.each([
    ['its objects', (folder: string) => ({ GIT_OBJECT_DIRECTORY: join(folder, '.git/objects') })],
    ['its index', (folder: string) => ({ GIT_INDEX_FILE: join(folder, '.git/index') })],
    ['its alternates', (folder: string) => ({ GIT_ALTERNATE_OBJECT_DIRECTORIES: join(folder, '.git/objects') })],
    [
      'all of it',
      (folder: string) => ({ GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: folder, GIT_OBJECT_DIRECTORY: join(folder, '.git/objects') }),
    ],
    ['how patterns are read', () => ({ GIT_LITERAL_PATHSPECS: '1' })],
  ])('%s does not count', async (_, variables) => {
    const elsewhere = repository({ 'else.kano.yaml': product(feature('e')) });
    const folder = repository({ 'shop.kano.yaml': one, 'ignored/i.kano.yaml': one, '.gitignore': 'ignored\n' });
    write(folder, { 'shop.kano.yaml': other });
    git(folder, 'add', '.');
    for (const call of [
      ['diff', 'one'],
      ['diff', '--staged'],
      ['lint', '--format', 'json'],
    ]) {
      const plain = await kanoProcess(folder, call);
      expect(await kanoProcess(folder, call, { environment: variables(elsewhere) })).toEqual(plain);
    }
  });
});

describe('Git itself', () => {
  it('is not taken from the folder, whatever the PATH says', async () => {
    const folder = repository({ 'shop.kano.yaml': one });
    hook(folder, 'git', 'touch ran; exit 1');
    for (const path of [`.:${process.env.PATH}`, `:${process.env.PATH}`]) {
      expect((await kanoProcess(folder, ['diff', 'HEAD'], { environment: { PATH: path } })).code).toBe(0);
      expect(() => readFileSync(join(folder, 'ran'))).toThrow();
    }
    expect((await kanoProcess(folder, ['diff', 'HEAD'], { environment: { PATH: '.' } })).errors).toContain('“git” is not on the PATH');
  });

  it('is looked for on Windows by its full path, never in the current folder', () => {
    const path = String.raw`C:\Windows;.;;bin;"C:\Program Files\Git\cmd";D:\Git`;
    expect(programCandidates('git', path, 'win32')).toEqual([
      String.raw`C:\Windows\git.exe`,
      String.raw`C:\Program Files\Git\cmd\git.exe`,
      String.raw`D:\Git\git.exe`,
    ]);
  });
});

it.each([
  ['in the commit before', ['diff', 'one']],
  ['in both commits', ['diff', 'one..two']],
])('a used file that cannot be read %s is an error, not a file that is gone', async (_, call) => {
  const uses = `${product(feature('a'))}uses: [lib/used.kano.yaml]\n`;
  const folder = repository({ 'shop.kano.yaml': uses });
  mkdirSync(join(folder, 'lib'));
  writeFileSync(join(folder, 'lib/used.kano.yaml'), Buffer.from([0xff, 0xfe, 0x41]));
  git(folder, 'tag', '--delete', 'one');
  commit(folder, 'one');
  write(folder, { 'shop.kano.yaml': uses.replace('M: 60', 'A: 60') });
  commit(folder, 'two');
  write(folder, call[1] === 'one' ? { 'lib/used.kano.yaml': product(feature('u')) } : {});
  expect(await kano(folder, [...call, 'shop.kano.yaml'])).toMatchObject({
    code: 2,
    output: '',
    errors: expect.stringContaining('one:lib/used.kano.yaml is not UTF-8 text'),
  });
});
