import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, kanoProcess, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith, git as gitOf, startGit } from './folder.ts';

const temporary = temporaryFolder();

const tree = {
  'a.kano.yaml': fine,
  'drafts/b.kano.yaml': faulty,
  'products/c.kano.yaml': fine,
  'products/drafts/d.kano.yaml': faulty,
  'products/x.old.kano.yaml': faulty,
  'vendor/.kanorc.yaml': 'rules: { kano/small-sample: error }\n',
  'vendor/e.kano.yaml': faulty,
};
const all = Object.keys(tree).filter((name) => name.endsWith('.kano.yaml'));
const without = (...names: readonly string[]) => all.filter((path) => !names.some((name) => path.startsWith(name)));

async function filesOf(folder: string, ...parameters: readonly string[]): Promise<readonly string[]> {
  const { output } = await kano(folder, ['lint', '--format', 'json', ...parameters]);
  return JSON.parse(output).files.map(({ path }: { path: string }) => path);
}

const cases: [string, readonly string[], readonly string[]][] = [
  ['a folder by its name, at any depth', ['drafts'], without('drafts', 'products/drafts')],
  ['a folder by its name and a slash', ['drafts/'], without('drafts', 'products/drafts')],
  ['what is in a folder here', ['drafts/**'], without('drafts')],
  ['a folder here alone', ['./drafts'], without('drafts')],
  ['a folder here alone, written as in .gitignore', ['/drafts'], without('drafts')],
  ['folders at any depth', ['**/drafts/**'], without('drafts', 'products/drafts')],
  ['files by their ending', ['*.old.kano.yaml'], without('products/x')],
  ['files in one folder', ['products/*.kano.yaml'], without('products/c', 'products/x')],
  ['one letter', ['products/?.kano.yaml'], without('products/c')],
  ['a folder that has a configuration of its own', ['vendor'], without('vendor')],
  ['several', ['vendor', 'drafts', '*.old.*'], ['a.kano.yaml', 'products/c.kano.yaml']],
  ['nothing', ['nowhere', 'DRAFTS', 'draft', 'b.kano', 'products/b.kano.yaml'], all],
];

describe('exclude', () => {
  it.each(cases)('in .kanorc.yaml leaves out %s', async (_, exclude, expected) => {
    const folder = folderWith(temporary(), { ...tree, '.kanorc.yaml': `exclude: ${JSON.stringify(exclude)}\n` });
    expect(await filesOf(folder)).toEqual(expected);
    expect(await filesOf(folder, '.')).toEqual(expected);
    expect(await filesOf(folder, '**/*.kano.yaml')).toEqual(expected);
    startGit(folder);
    expect(await filesOf(folder)).toEqual(expected);
  });

  it.each(cases)('on the command line leaves out %s', async (_, exclude, expected) => {
    const folder = folderWith(temporary(), tree);
    const options = exclude.flatMap((pattern) => ['--exclude', pattern]);
    expect(await filesOf(folder, ...options)).toEqual(expected);
    expect(await filesOf(folder, ...options, ...all)).toEqual(expected);
  });

  it('counts for every command that searches', async () => {
    const folder = folderWith(temporary(), { ...tree, '.kanorc.yaml': 'exclude: [vendor, drafts, "*.old.*", products]\n' });
    for (const call of [['analyze'], ['backlog'], ['matrix'], ['questionnaire']]) {
      const { code, errors } = await kano(folder, call);
      expect([call, code, errors]).toEqual([call, 0, '']);
    }
    expect((await kano(folder, ['lint'])).output).toBe('No problems in 1 file\n');
  });

  it('is relative to the folder of the file, and leaves alone what is named or used', async () => {
    const folder = folderWith(temporary(), {
      'sub/.kanorc.yaml': 'exclude: [/b.kano.yaml, "**/c.kano.yaml"]\n',
      'sub/a.kano.yaml': 'kano: 1\nproduct: P\nuses: [b.kano.yaml]\nfeatures: [{ id: f, title: F, touchpoints: [t] }]\n',
      'sub/b.kano.yaml': 'kano: 1\nproduct: J\ntouchpoints: [{ id: t, name: T }]\n',
      'sub/deep/b.kano.yaml': fine,
      'sub/deep/c.kano.yaml': fine,
      'b.kano.yaml': fine,
    });
    expect(await filesOf(folder)).toEqual(['b.kano.yaml', 'sub/a.kano.yaml', 'sub/deep/b.kano.yaml']);
    expect(await filesOf(join(folder, 'sub'))).toEqual(['b.kano.yaml', 'a.kano.yaml', 'deep/b.kano.yaml', 'deep/c.kano.yaml'].slice(1, 3));
    expect(await filesOf(folder, 'sub/b.kano.yaml')).toEqual(['sub/b.kano.yaml']);
    expect((await kano(folder, ['lint', 'sub/a.kano.yaml'])).code).toBe(0);
  });

  it('that leaves nothing is a failure that says so', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, '.kanorc.yaml': 'exclude: ["*"]\n' });
    for (const call of [['lint'], ['lint', '.'], ['lint', 'a.kano.yaml', '--exclude', 'a*'], ['backlog', '-o', 'B.md']]) {
      const { code, output, errors } = await kano(folder, call);
      expect([code, output, errors]).toEqual([2, '', expect.stringMatching(/^kano: All files that were found are excluded/)]);
    }
  });

  it.each(['{a,b}', '!a', 'a\\b', ''])('refuses the pattern %s, at its place', async (pattern) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, '.kanorc.yaml': `exclude: [drafts, ${JSON.stringify(pattern)}]\n` });
    const { code, output } = await kano(folder, ['lint']);
    expect([code, output]).toEqual([1, expect.stringMatching(/^\.kanorc\.yaml:1:19 error kano\/schema\n.* is not a pattern/)]);
  });
});

describe('exclude in kano diff', () => {
  const git = (folder: string, ...parameters: string[]) =>
    gitOf(folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...parameters);

  /** The files of two states, committed one after the other. */
  function states(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
    const folder = folderWith(temporary(), before);
    startGit(folder);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'one');
    git(folder, 'tag', 'one');
    for (const path of Object.keys(before)) if (!(path in after)) rmSync(join(folder, path));
    for (const [path, text] of Object.entries(after)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    git(folder, 'add', '--all');
    return folder;
  }
  const compared = async (folder: string, ...parameters: string[]) => {
    const { output } = await kano(folder, ['diff', '--format', 'json', ...parameters]);
    return JSON.parse(output).products.map(({ path: { before, after } }: { path: Record<string, string | null> }) => after ?? before);
  };
  const changed = (files: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, path.endsWith('.kano.yaml') ? text.replace('title: A', 'title: B') : text]),
    );

  it.each(cases)('leaves out %s, in every state', async (_, exclude, expected) => {
    const before = { ...tree, '.kanorc.yaml': `exclude: ${JSON.stringify(exclude)}\n` };
    const folder = states(before, changed(before));
    const options = exclude.flatMap((pattern) => ['--exclude', pattern]);
    expect(await compared(folder, 'one')).toEqual(expected);
    expect(await compared(folder, '--staged')).toEqual(expected);
    git(folder, 'commit', '--quiet', '--message', 'two');
    expect(await compared(folder, 'one..HEAD')).toEqual(expected);
    expect(await compared(folder, 'one..HEAD', '.')).toEqual(expected);
    expect(await compared(states(tree, changed(tree)), ...options, 'one')).toEqual(expected);
  });

  it('compares a file that is named, unless the call itself excludes it', async () => {
    const before = { ...tree, '.kanorc.yaml': 'exclude: [drafts]\n' };
    const folder = states(before, changed(before));
    expect(await compared(folder, 'one', 'drafts/b.kano.yaml')).toEqual(['drafts/b.kano.yaml']);
    expect(await compared(folder, 'one', 'drafts')).toEqual([]);
    expect(await compared(folder, 'one', 'drafts/b.kano.yaml', '--exclude', 'drafts')).toEqual([]);
  });

  it('tells what a change does that begins or ceases to exclude a file', async () => {
    const begins = states(tree, { ...changed(tree), '.kanorc.yaml': 'exclude: ["**"]\n' });
    expect(await compared(begins, 'one')).toEqual(all);
    const ceases = states({ ...tree, '.kanorc.yaml': 'exclude: ["**"]\n' }, changed(tree));
    expect(await compared(ceases, 'one')).toEqual(all);
    const { 'drafts/b.kano.yaml': gone, ...others } = tree;
    const excluded = { '.kanorc.yaml': 'exclude: [drafts]\n' };
    // Nobody saw a file that was excluded, and is gone or new.
    expect(await compared(states({ ...tree, ...excluded }, { ...others, ...excluded }), 'one')).toEqual([]);
    expect(await compared(states({ ...others, ...excluded }, { ...others, ...excluded, 'drafts/b.kano.yaml': gone }), 'one')).toEqual([]);
  });

  it('does not hide what an excluded file does to those that use it, nor its conflicts from them', async () => {
    const files = {
      '.kanorc.yaml': 'exclude: [shared]\n',
      'shop.kano.yaml': 'kano: 1\nproduct: P\nuses: [shared/s.kano.yaml]\n',
      'shared/s.kano.yaml': fine,
    };
    expect(await compared(states(files, changed(files)), 'one')).toEqual(['shop.kano.yaml']);
    const conflict = `<<<<<<< a\n${fine}=======\n${fine}>>>>>>> b\n`;
    const open = await kano(states(files, { ...files, 'shared/s.kano.yaml': conflict }), ['diff', 'one']);
    expect([open.code, open.errors]).toEqual([1, 'kano: Not compared, because a merge conflict is open: shared/s.kano.yaml\n']);
    const alone = { '.kanorc.yaml': 'exclude: [shared]\n', 'shared/s.kano.yaml': fine, 'a.kano.yaml': fine };
    expect(await kano(states(alone, { ...alone, 'shared/s.kano.yaml': conflict }), ['diff', 'one'])).toMatchObject({ code: 0, errors: '' });
  });

  it('says so where it leaves nothing', async () => {
    const before = { ...tree, '.kanorc.yaml': 'exclude: ["*"]\n' };
    const sentence = 'kano: All files that were found are excluded, so there is nothing to compare.\n';
    expect(await kano(states(before, changed(before)), ['diff', 'one'])).toMatchObject({ code: 0, errors: sentence });
    expect(await kano(states(tree, changed(tree)), ['diff', 'one', '--exclude', '*'])).toMatchObject({ code: 0, errors: sentence });
  });
});

describe('.kanorc.yaml', () => {
  const secret = 'secret = hunter2\n';
  const reason =
    'kano: .kanorc.yaml is a device, a pipe, or a link that leads out of the repository or to a file of another name, so it is not read.\n';

  it.each([
    ['a file beside the repository', '../secret'],
    ['a file of the system', '/etc/passwd'],
    ['a device without end', '/dev/zero'],
    ['a device without content', '/dev/null'],
    ['a link that leads out', 'link'],
    ['a secret inside the repository', '.env'],
    ['a settings file of Git', '.git/config'],
    ['a file of that name among those of Git', '.git/.kanorc.yaml'],
  ])('that is a link to %s is not read', async (_, target) => {
    const folder = folderWith(temporary(), { secret, 'repository/a.kano.yaml': fine, 'repository/sub/b.kano.yaml': fine });
    const repository = join(folder, 'repository');
    startGit(repository);
    symlinkSync('../secret', join(repository, 'link'));
    for (const name of ['.env', '.git/.kanorc.yaml']) writeFileSync(join(repository, name), secret);
    symlinkSync(target, join(repository, '.kanorc.yaml'));
    for (const call of [['lint'], ['analyze'], ['backlog'], ['lint', 'sub/b.kano.yaml']])
      expect(await kanoProcess(repository, call)).toEqual({ code: 2, output: '', errors: reason });
  });

  it('that is a link to another of that name within the repository is read', async () => {
    const folder = folderWith(temporary(), { 'shared/.kanorc.yaml': 'rules: { kano/schema: warning }\n', 'sub/a.kano.yaml': faulty });
    startGit(folder);
    symlinkSync('../shared/.kanorc.yaml', join(folder, 'sub/.kanorc.yaml'));
    expect((await kano(folder, ['lint'])).code).toBe(0);
  });

  it('that is a pipe is not waited for', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    execFileSync('mkfifo', [join(folder, '.kanorc.yaml')]);
    expect(await kanoProcess(folder, ['lint'])).toEqual({ code: 2, output: '', errors: reason });
  });
});

describe('a .gitignore, without Git', () => {
  const files = { 'a.kano.yaml': fine, 'sub/b.kano.yaml': fine, rules: 'sub\n' };
  const linted = (folder: string, within = folder) => kanoProcess(within, ['lint'], { environment: { PATH: '/nowhere' } });
  const both = { code: 0, output: 'No problems in 2 files\n', errors: '' };

  it('that is a pipe is not waited for, here, above and below', async () => {
    for (const place of ['', 'sub']) {
      const folder = folderWith(temporary(), files);
      mkdirSync(join(folder, '.git'));
      execFileSync('mkfifo', [join(folder, place, '.gitignore')]);
      expect(await linted(folder)).toEqual(both);
      expect((await linted(folder, join(folder, 'sub'))).code).toBe(0);
    }
  });

  it.each([
    ['a device without end', '/dev/zero'],
    ['a file of rules', 'rules'],
    ['nothing', 'nowhere'],
  ])('that is a link to %s is no list of rules, as for Git', async (_, target) => {
    const folder = folderWith(temporary(), files);
    symlinkSync(target, join(folder, '.gitignore'));
    expect(await linted(folder)).toEqual(both);
    startGit(folder);
    expect((await kanoProcess(folder, ['lint'])).output).toBe(both.output);
  });

  it('that is a file counts', async () => {
    expect((await linted(folderWith(temporary(), { ...files, '.gitignore': 'sub\n' }))).output).toBe('No problems in 1 file\n');
  });
});

describe('.git', () => {
  it('that is a pipe or a device is none, and not waited for', async () => {
    for (const target of ['pipe', '/dev/zero', '/dev/tty']) {
      const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      symlinkSync(target, join(folder, '.git'));
      for (const call of [['lint'], ['analyze'], ['lint', 'a.kano.yaml']])
        expect((await kanoProcess(folder, call)).errors, target).toBe('');
      expect((await kanoProcess(folder, ['diff', 'HEAD'])).code, target).toBe(2);
    }
  });

  it.each(['HEAD', 'config', 'commondir', 'index', 'info/exclude', 'objects/info/alternates'])(
    'whose %s is a pipe is not read',
    async (name) => {
      const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
      startGit(folder);
      rmSync(join(folder, '.git', name), { force: true });
      execFileSync('mkfifo', [join(folder, '.git', name)]);
      for (const call of [['lint'], ['diff', 'HEAD']]) {
        const { code, errors } = await kanoProcess(folder, call);
        expect([code, errors]).toEqual([2, expect.stringContaining(`.git/${name} is a device or a pipe`)]);
      }
      expect((await kanoProcess(folder, ['lint', 'a.kano.yaml'])).code).toBe(0);
    },
  );
});

describe('a pipe or a device with the name of a requirements file', () => {
  it('is refused where it is named, and not found where it is not', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    execFileSync('mkfifo', [join(folder, 'p.kano.yaml')]);
    symlinkSync('/dev/zero', join(folder, 'z.kano.yaml'));
    mkdirSync(join(folder, 'folder.kano.yaml'));
    for (const name of ['p.kano.yaml', 'z.kano.yaml'])
      for (const call of [
        ['lint', name],
        ['analyze', name],
        ['import', 'x.csv', '--into', name],
      ]) {
        const { code, output, errors } = await kanoProcess(folder, call);
        expect([code, output, errors]).toEqual([2, '', expect.stringContaining(name)]);
      }
    expect(await kanoProcess(folder, ['lint'])).toEqual({ code: 0, output: 'No problems in 1 file\n', errors: '' });
    writeFileSync(join(folder, 'u.kano.yaml'), 'kano: 1\nproduct: P\nuses: [p.kano.yaml, z.kano.yaml]\n');
    const { output } = await kanoProcess(folder, ['lint', 'u.kano.yaml']);
    expect([output.includes('p.kano.yaml cannot be read'), output.includes('z.kano.yaml lies outside')]).toEqual([true, true]);
  });
});

describe('the name of a requirements file that is not UTF-8', () => {
  const names = [Buffer.from('caf\xe9.kano.yaml', 'latin1'), Buffer.from('caf\xe8.kano.yaml', 'latin1')];
  const errors = (...shown: readonly string[]) =>
    shown.map((name) => `kano: The name of ${name} is not UTF-8, so the file cannot be read. Rename it.\n`).join('');
  const both = errors('caf\\xE8.kano.yaml', 'caf\\xE9.kano.yaml');

  it.runIf(process.platform === 'linux')('is named, not skipped, nor called removed', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, '\uFFFD.kano.yaml': fine });
    const write = () => {
      for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), fine);
    };
    write();
    const sorted = ({ code, errors }: { code: number | null; errors: string }) => [
      code,
      errors
        .split(/(?<=\n)/)
        .sort()
        .join(''),
    ];
    expect(sorted(await kano(folder, ['lint']))).toEqual([2, both]);
    startGit(folder);
    expect(sorted(await kano(folder, ['lint']))).toEqual([2, both]);
    gitOf(folder, 'add', '.');
    gitOf(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'one');
    for (const call of [
      ['diff', 'HEAD'],
      ['diff', '--staged'],
      ['diff', 'HEAD..HEAD'],
    ])
      expect(sorted(await kano(folder, call))).toEqual([2, both]);
    for (const name of names) rmSync(Buffer.concat([Buffer.from(`${folder}/`), name]));
    expect(sorted(await kano(folder, ['diff', 'HEAD']))).toEqual([2, both]);
    expect((await kano(folder, ['lint', '\uFFFD.kano.yaml'])).code).toBe(0);
  });
});

it('says that a path is a file where it is named as a folder', async () => {
  const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'README.md': '# R\n' });
  expect((await kano(folder, ['init', 'README.md'])).errors).toBe('kano: README.md is a file. Name a folder, or a new *.kano.yaml file.\n');
  expect(['kano: a.kano.yaml/ ends like a folder, and is a file.\n']).toContain((await kano(folder, ['lint', 'a.kano.yaml/'])).errors);
});

it('a file that Git was told to take for unchanged is not removed where it is absent, and read where it is there', async () => {
  const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b.kano.yaml': fine });
  startGit(folder);
  gitOf(folder, 'add', '.');
  gitOf(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'one');
  gitOf(folder, 'update-index', '--assume-unchanged', 'a.kano.yaml', 'b.kano.yaml');
  rmSync(join(folder, 'a.kano.yaml'));
  expect(gitOf(folder, 'status', '--porcelain')).toBe('');
  const unchanged = await kano(folder, ['diff', 'HEAD', '--format', 'json']);
  expect([unchanged.code, JSON.parse(unchanged.output).products]).toEqual([0, []]);
  writeFileSync(join(folder, 'b.kano.yaml'), fine.replace('M: 60', 'M: 1'));
  expect((await kano(folder, ['diff', 'HEAD'])).output).toContain('1 category moved');
});
