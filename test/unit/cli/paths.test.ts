import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, kanoProcess, temporaryFolder } from './command.ts';
import { fine, folderWith, git, startGit } from './folder.ts';

const temporary = temporaryFolder();

/** The files that a call reads, or why it reads none. */
async function filesOf(folder: string, paths: readonly string[] = [], environment?: Record<string, string>): Promise<string[] | string> {
  const call = ['lint', '--format', 'json', ...paths];
  const { output, errors } = await (environment ? kanoProcess(folder, call, { environment }) : kano(folder, call));
  return errors === '' ? JSON.parse(output).files.map(({ path }: { path: string }) => path) : errors;
}

const tree = {
  'b.kano.yaml': fine,
  'a.kano.yml': fine,
  'docs/with space/搜索.kano.yaml': fine,
  'docs/ignored.kano.yaml': fine,
  'docs/kept.kano.yaml': fine,
  'docs/.gitignore': '*.kano.yaml\n!kept.kano.yaml\n!with space/**\n',
  'build/x.kano.yaml': fine,
  '.gitignore': 'build/\n',
  '.hidden/h.kano.yaml': fine,
  'node_modules/n/n.kano.yaml': fine,
  'other.yaml': fine,
  '.kanorc.yaml': '',
};
const found = ['.hidden/h.kano.yaml', 'a.kano.yml', 'b.kano.yaml', 'docs/kept.kano.yaml', 'docs/with space/搜索.kano.yaml'];

describe('without paths', () => {
  it('reads what Git does not ignore', async () => {
    const folder = folderWith(temporary(), { ...tree, '.gitignore': 'build/\nnode_modules/\n' });
    startGit(folder);
    expect(await filesOf(folder)).toEqual(found);
    expect(await filesOf(join(folder, 'docs'))).toEqual(['kept.kano.yaml', 'with space/搜索.kano.yaml']);
    git(folder, 'add', '--force', 'build/x.kano.yaml', 'b.kano.yaml');
    rmSync(join(folder, 'b.kano.yaml'));
    expect(await filesOf(folder)).toEqual([...found, 'build/x.kano.yaml'].filter((path) => path !== 'b.kano.yaml').sort());
  });

  it('reads the same without Git', async () => {
    const folder = folderWith(temporary(), tree);
    expect(await filesOf(folder)).toEqual(found);
    const noGit = { PATH: join(temporary(), 'nothing here') };
    const repository = folderWith(temporary(), tree);
    startGit(repository);
    expect(await filesOf(repository, [], noGit)).toEqual(found);
    expect(await filesOf(join(repository, 'docs'), [], noGit)).toEqual(['kept.kano.yaml', 'with space/搜索.kano.yaml']);
  });

  it.each(['with Git', 'without Git'])('follows no link to another kind of file or out of the folder (%s)', async (kind) => {
    const secret = 'secret: hunter2\n';
    const folder = folderWith(temporary(), {
      'env.txt': secret,
      'out.kano.yaml': fine,
      'here/docs/a.kano.yaml': fine,
      'here/env.txt': secret,
    });
    const here = join(folder, 'here');
    symlinkSync('env.txt', join(here, 'env.kano.yaml'));
    symlinkSync('../env.txt', join(here, 'env2.kano.yaml'));
    symlinkSync('../out.kano.yaml', join(here, 'out.kano.yaml'));
    symlinkSync('docs/a.kano.yaml', join(here, 'in.kano.yaml'));
    symlinkSync(folder, join(here, 'folder.kano.yaml'));
    if (kind === 'with Git') {
      startGit(here);
      git(here, 'add', '.');
    }
    for (const paths of [[], ['.'], ['*'], ['**/*.kano.yaml']]) {
      const { output, errors } = await kano(here, ['lint', ...paths]);
      expect([output, errors]).toEqual(['No problems in 1 file\n', '']);
    }
    // What is named is meant.
    expect(await filesOf(here, ['out.kano.yaml'])).toEqual(['out.kano.yaml']);
    if (kind === 'with Git') {
      symlinkSync('../in.kano.yaml', join(here, 'docs/up.kano.yaml'));
      symlinkSync('../env.txt', join(here, 'docs/env.kano.yaml'));
      expect(await filesOf(here, ['docs'])).toEqual(['docs/a.kano.yaml']);
      rmSync(join(here, 'docs/a.kano.yaml'));
      expect(await filesOf(here, ['docs'])).toBe('kano: docs contains no *.kano.yaml or *.kano.yml file except those that Git ignores.\n');
    }
  });

  it('says that there are none', async () => {
    const folder = folderWith(temporary(), { 'other.yaml': fine });
    const reason = 'This folder and its subfolders contain no *.kano.yaml or *.kano.yml file except those that Git ignores.';
    for (const name of ['lint', 'analyze', 'backlog']) {
      expect(await kano(folder, [name])).toEqual({ code: 2, output: '', errors: `kano: ${reason}\n` });
    }
  });
});

describe('many files', () => {
  it('are all read, in order', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `part ${index % 20}/产品 ${String(index).padStart(4, '0')}.kano.yaml`);
    const folder = folderWith(temporary(), Object.fromEntries(names.map((name) => [name, fine])));
    expect(await filesOf(folder)).toEqual(names.sort());
    const some = names.slice(0, 10);
    const { code, output } = await kano(folder, ['lint', '--format', 'junit', ...some]);
    expect([code, [...output.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name)]).toEqual([0, some]);
  });
});

describe('with paths', () => {
  it('reads files, folders and patterns, each file once, in the order named', async () => {
    const folder = folderWith(temporary(), tree);
    symlinkSync('b.kano.yaml', join(folder, 'link.kano.yaml'));
    expect(await filesOf(folder, ['docs', 'link.kano.yaml', 'b.kano.yaml', './docs/kept.kano.yaml', '*.kano.*'])).toEqual([
      'docs/kept.kano.yaml',
      'docs/with space/搜索.kano.yaml',
      'link.kano.yaml',
      'a.kano.yml',
    ]);
    expect(await filesOf(folder, ['**/搜*.kano.yaml', '{a,b}.kano.{yml,yaml}'])).toEqual([
      'docs/with space/搜索.kano.yaml',
      'a.kano.yml',
      'b.kano.yaml',
    ]);
    expect(await filesOf(join(folder, 'docs'), ['../*.kano.yml', join(folder, 'b.kano.yaml')])).toEqual([
      '../a.kano.yml',
      '../b.kano.yaml',
    ]);
  });

  it('reads a file that Git ignores when it is named', async () => {
    const folder = folderWith(temporary(), tree);
    expect(await filesOf(folder, ['build/x.kano.yaml', 'docs/ignored.kano.yaml'])).toEqual(['build/x.kano.yaml', 'docs/ignored.kano.yaml']);
  });

  it('reads a file whose name looks like a pattern', async () => {
    const folder = folderWith(temporary(), { '[draft] {1}*.kano.yaml': fine });
    expect(await filesOf(folder, ['[draft] {1}*.kano.yaml'])).toEqual(['[draft] {1}*.kano.yaml']);
  });

  it('says of each path why it names nothing, and reads nothing', async () => {
    const folder = folderWith(temporary(), tree);
    mkdirSync(join(folder, 'empty'));
    const { code, output, errors } = await kano(folder, ['lint', 'a.kano.yml', 'missing.kano.yaml', '*.none', 'empty', 'other.yaml']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors.trimEnd().split('\n')).toEqual([
      'kano: missing.kano.yaml matches no file. Give a *.kano.yaml or *.kano.yml file, a folder, or a pattern in quotes.',
      'kano: *.none matches no file. Give a *.kano.yaml or *.kano.yml file, a folder, or a pattern in quotes.',
      'kano: empty contains no *.kano.yaml or *.kano.yml file except those that Git ignores.',
      'kano: other.yaml is not named *.kano.yaml or *.kano.yml, so it is not read.',
    ]);
  });

  it('says so in Chinese', async () => {
    const { code, errors } = await kano(temporary(), ['lint', 'x.kano.yaml', '--lang', 'zh-cn']);
    expect({ code, errors }).toEqual({
      code: 2,
      errors: 'kano: x.kano.yaml 没有匹配任何文件。请给出 *.kano.yaml 或 *.kano.yml 文件、文件夹，或加引号的通配模式。\n',
    });
  });
});

describe('a product', () => {
  const uses = (path: string) => `kano: 1\nproduct: P\nuses: ["${path}"]\n`;
  const problemsOf = async (folder: string, path: string) => {
    const { output } = await kano(folder, ['lint', path, '--format', 'json']);
    return JSON.parse(output).files[0].problems.map(({ message }: { message: string }) => message.split(/[.,] /)[0]);
  };

  it('stays within its repository, links resolved', async () => {
    const folder = folderWith(temporary(), {
      'outside.kano.yaml': fine,
      'repository/sub/up.kano.yaml': uses('../inside.kano.yaml'),
      'repository/inside.kano.yaml': fine,
      'repository/out.kano.yaml': uses('../outside.kano.yaml'),
      'repository/linked.kano.yaml': uses('link.kano.yaml'),
      'repository/other.kano.yaml': uses('data.yaml'),
      'repository/address.kano.yaml': uses('https://example.com/x.kano.yaml'),
    });
    const repository = join(folder, 'repository');
    symlinkSync('../outside.kano.yaml', join(repository, 'link.kano.yaml'));
    startGit(repository);
    const outside = 'lies outside this folder';
    expect(await problemsOf(join(repository, 'sub'), 'up.kano.yaml')).toEqual([]);
    expect(await problemsOf(repository, 'out.kano.yaml')).toEqual([`../outside.kano.yaml ${outside}`]);
    expect(await problemsOf(repository, 'linked.kano.yaml')).toEqual([`link.kano.yaml ${outside}`]);
    const notKano = 'is not a *.kano.yaml or *.kano.yml file named by a relative path';
    expect(await problemsOf(repository, 'other.kano.yaml')).toEqual([`data.yaml ${notKano}`]);
    expect(await problemsOf(repository, 'address.kano.yaml')).toEqual([`https://example.com/x.kano.yaml ${notKano}`]);
  });

  it('stays within the current folder where there is no repository', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'sub/b.kano.yaml': uses('../a.kano.yaml') });
    expect(await problemsOf(folder, 'sub/b.kano.yaml')).toEqual([]);
    expect(await problemsOf(join(folder, 'sub'), 'b.kano.yaml')).toEqual(['../a.kano.yaml lies outside this folder']);
  });

  it('names a used file that is not UTF-8 as unreadable', async () => {
    const folder = folderWith(temporary(), {
      'a.kano.yaml': uses('b.kano.yaml'),
      'b.kano.yaml': Buffer.from('kano: 1\nproduct: caf\xE9\n', 'latin1'),
    });
    expect(await problemsOf(folder, 'a.kano.yaml')).toEqual(['b.kano.yaml cannot be read']);
  });
});
