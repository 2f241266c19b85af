import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kano, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith } from './folder.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const temporary = temporaryFolder();
const ofProject = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const hooks: readonly Hook[] = parse(ofProject('.pre-commit-hooks.yaml'));

/** What pre-commit does with a hook whose files are not passed: its entry, then the `args` of the user. */
const run = async (folder: string, id: string, ...parameters: string[]) => {
  const [program, ...first] = hooks.find((hook) => hook.id === id)?.entry.split(' ') ?? [];
  expect(program).toBe('kano');
  return (await kano(folder, [...first, ...parameters])).code;
};

describe('the hooks for pre-commit', () => {
  it('pass what is fine, and stop faulty files and stale backlogs', async () => {
    const folder = folderWith(temporary(), { 'docs/需求 1.kano.yaml': fine });
    expect(await run(folder, 'kano-lint')).toBe(0);
    expect(await run(folder, 'kano-backlog', 'BACKLOG.md')).toBe(1);
    await kano(folder, ['backlog', '-o', 'BACKLOG.md']);
    expect(await run(folder, 'kano-backlog', 'BACKLOG.md')).toBe(0);
    writeFileSync(join(folder, 'docs/需求 1.kano.yaml'), faulty.replace('M: 60', 'M: 61'));
    expect([await run(folder, 'kano-lint'), await run(folder, 'kano-backlog', 'BACKLOG.md')]).toEqual([1, 1]);
  });

  it('run for what they depend on', () => {
    const isRunFor = (path: string) => hooks.filter(({ files }) => new RegExp(files).test(path)).map(({ id }) => id);
    for (const path of ['shop.kano.yaml', 'a b/需求.kano.yml', '.kanorc.yaml', 'docs/.kanorc.yaml'])
      expect(isRunFor(path), path).toEqual(['kano-lint', 'kano-backlog']);
    expect(isRunFor('docs/BACKLOG.md')).toEqual(['kano-backlog']);
    for (const path of ['shop.yaml', 'my.kanorc.yaml.txt', 'src/x.kano.yaml.ts']) expect(isRunFor(path), path).toEqual([]);
    expect(hooks.map(({ language, pass_filenames }) => [language, pass_filenames])).toEqual(hooks.map(() => ['node', false]));
  });

  it('can be installed: what npm pack prints is the name of the package, and pre-commit takes all of it for that', () => {
    const manifest = JSON.stringify({ name: 'x', version: '1.0.0', scripts: { prepack: 'echo sizes', prepare: 'echo sizes' } });
    const pack = (npmrc: string) => {
      const folder = folderWith(temporary(), { 'package.json': manifest, '.npmrc': npmrc });
      return execFileSync('npm', ['pack'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
    };
    expect(pack('foreground-scripts=true')).toContain('sizes');
    expect(pack(ofProject('.npmrc'))).toBe('x-1.0.0.tgz');
  });
});
