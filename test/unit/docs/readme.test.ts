import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { contributes } from '../../../package.json';
import { kano, temporaryFolder } from '../cli/command.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(([, block = '']) => block);
const commandsAfter = (start: string) =>
  blocks('sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length).replace(/\s+[#>].*$/, ''));

const temporary = temporaryFolder();
const folder = (name: string) => join(temporary(), name);

const git = (...parameters: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...parameters], { cwd: folder('own') });

/** What a customer says of the starter file's features. */
const answers = `respondent,accurate-description_functional,accurate-description_dysfunctional,voice-search_functional,voice-search_dysfunctional
1,must-be,dislike,like,neutral
`;

const afterMerging = ['add .', 'commit --quiet --message=Add', 'update-ref refs/remotes/origin/main HEAD'];

describe('README.md', () => {
  beforeAll(() => {
    cpSync(join(root, 'examples'), join(temporary(), 'clone', 'examples'), { recursive: true });
    mkdirSync(folder('own'));
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=Begin');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  });

  it.each([
    ['a clone', 'node dist/cli.js ', 'clone', 4],
    ['a project of one’s own', 'kano ', 'own', 12],
  ])('has commands that work as written in %s, one after the other', async (_, start, name, count) => {
    const commands = commandsAfter(start);
    expect(commands).toHaveLength(count);
    for (const command of commands) {
      // What the starter file adds would be met by the gate, so it is merged first.
      if (command.includes('origin/main')) for (const step of afterMerging) git(...step.split(' '));
      if (command.startsWith('import')) writeFileSync(join(folder(name), 'answers.csv'), answers);
      const { code, errors } = await kano(folder(name), command.split(' '));
      expect([command, code, errors.replace(/^(?:kano: [a-z-]+: the file has .*\n)?kano: .* is written\..*\n/, '')]).toEqual([
        command,
        0,
        '',
      ]);
    }
  });

  it('shows a first file without errors, and a .kanorc.yaml that works', async () => {
    const [file = ''] = blocks('yaml').filter((block) => block.startsWith('kano: 1'));
    const [configuration = ''] = blocks('yaml').filter((block) => block.trim().startsWith('rules:'));
    mkdirSync(folder('first'));
    writeFileSync(join(folder('first'), 'shop.kano.yaml'), file);
    expect((await kano(folder('first'), ['lint'])).output).toContain('1 hint in 1 file');
    writeFileSync(join(folder('first'), '.kanorc.yaml'), configuration);
    expect((await kano(folder('first'), ['lint'])).output).toBe('No problems in 1 file\n');
  });

  it('lists every setting with its values and its default', () => {
    const row = /^\| `(kano\.\w+)` \| ([^|]*) \|/gm;
    const listed = [...text.matchAll(row)].map(([, name, values]) => [name, values]);
    const known = Object.entries(contributes.configuration.properties).map(([name, { default: usual, ...property }]) => [
      name,
      ('enum' in property ? property.enum : [true, false]).map((value) => `\`${value}\`${value === usual ? ' (default)' : ''}`).join(', '),
    ]);
    expect(listed).toEqual(known);
  });

  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
