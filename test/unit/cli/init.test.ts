import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { agentTools } from '../../../src/agents/agentTools.ts';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const written = (path: string) => `kano: ${path} is written. Add your own features to it, then run “kano analyze ${path}”.\n`;

it.each([['en'], ['zh-cn']])('writes a file without problems to start from (%s)', async (language) => {
  const folder = folderWith(temporary(), {});
  expect(await kano(folder, ['init', '--lang', language])).toMatchObject({ code: 0, output: '' });
  const text = readFileSync(join(folder, 'product.kano.yaml'), 'utf8');
  expect(text.match(/^# .*\p{Script=Han}/gmu) !== null).toBe(language === 'zh-cn');
  expect(await kano(folder, ['lint', '--max-warnings', '0'])).toEqual({ code: 0, output: 'No problems in 1 file\n', errors: '' });
});

it('makes the folder that it is given', async () => {
  const folder = folderWith(temporary(), {});
  expect(await kano(folder, ['init', 'docs/需求 1'])).toEqual({ code: 0, output: '', errors: written('docs/需求 1/product.kano.yaml') });
  expect(readdirSync(join(folder, 'docs/需求 1'))).toEqual(['product.kano.yaml']);
});

it('writes the file that it is given, under its name', async () => {
  const folder = folderWith(temporary(), { 'taken.kano.yaml': 'mine\n', 'folder.kano.yaml/x': '' });
  for (const path of ['shop.kano.yaml', 'docs/new/shop.kano.yml']) {
    expect(await kano(folder, ['init', path])).toEqual({ code: 0, output: '', errors: written(path) });
    expect((await kano(folder, ['lint', path])).code).toBe(0);
  }
  expect(await kano(folder, ['init', 'taken.kano.yaml'])).toMatchObject({ code: 2, errors: expect.stringContaining('already exists') });
  expect(readFileSync(join(folder, 'taken.kano.yaml'), 'utf8')).toBe('mine\n');
  expect((await kano(folder, ['init', 'folder.kano.yaml'])).errors).toBe(written('folder.kano.yaml/product.kano.yaml'));
});

it('never writes over anything', async () => {
  const folder = folderWith(temporary(), { 'product.kano.yaml': 'mine\n', file: '' });
  const refused = { code: 2, output: '', errors: 'kano: product.kano.yaml already exists, so it is not overwritten.\n' };
  expect(await kano(folder, ['init'])).toEqual(refused);
  expect(readFileSync(join(folder, 'product.kano.yaml'), 'utf8')).toBe('mine\n');
  mkdirSync(join(folder, 'sub'));
  symlinkSync('../elsewhere.yaml', join(folder, 'sub/product.kano.yaml'));
  expect((await kano(folder, ['init', 'sub'])).code).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['file', 'product.kano.yaml', 'sub']);
  writeFileSync(join(folder, 'file'), 'a file');
  expect(await kano(folder, ['init', 'file'])).toMatchObject({ code: 2, output: '' });
});

it('takes one folder', async () => {
  const { code, errors } = await kano(temporary(), ['init', 'a', 'b']);
  expect([code, errors]).toEqual([2, "kano: too many arguments for 'init'. Expected 1 argument but got 2.\n"]);
});

it('tells agents when to ask which tool, keeps what others wrote, and changes nothing the second time', async () => {
  const folder = folderWith(temporary(), { 'AGENTS.md': '# Rules\r\n\r\nBe kind.\r\n' });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(await kano(folder, ['init', '--agents'])).toMatchObject({ code: 0, output: '', errors: expect.stringContaining('AGENTS.md') });
  const [section, skill] = [read('AGENTS.md'), read('.agents/skills/kano/SKILL.md')];
  expect(section).toMatch(/^# Rules\r\n\r\nBe kind\.\r\n\r\n<!-- kano: /);
  expect(section.replaceAll('\r\n', '')).not.toContain('\n');
  for (const text of [section, skill]) for (const { name } of agentTools) expect(text).toContain(name);
  expect(skill).toMatch(/^---\nname: kano\ndescription: ".+"\n---\n/);
  expect(read('.claude/skills/kano/SKILL.md')).toBe(skill);
  // What the skill says to run without the tools.
  const [, fields = ''] = /kano analyze \. --fields (\S+) --format csv/.exec(skill) ?? [];
  expect(fields.split(',')).toEqual(expect.arrayContaining(['path', 'assumed', 'certainty']));
  expect(
    await kano(folderWith(temporary(), { 'a.kano.yaml': 'kano: 1\nproduct: P\n' }), ['analyze', '.', '--fields', fields]),
  ).toMatchObject({ code: 0 });
  writeFileSync(join(folder, 'AGENTS.md'), `${section.replace('What should be built next', 'What then')}\r\nAfter.\r\n`);
  await kano(folder, ['init', '--agents']);
  expect(read('AGENTS.md')).toBe(`${section}\r\nAfter.\r\n`);
  expect(await kano(folder, ['init', '--agents', 'AGENTS.md'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('is not a folder'),
  });
  await kano(folder, ['init', '--agents', '.', '--lang', 'zh-cn']);
  expect(read('AGENTS.md')).toBe(`${section}\r\nAfter.\r\n`);
});

it('changes nothing where a section lost the comment that closes it, and names the line', async () => {
  const opened = '# Rules\n\n<!-- kano: written by kano init --agents -->\n\nMy own rules.\n';
  const folder = folderWith(temporary(), {});
  await kano(folder, ['init', '--agents']);
  const section = readFileSync(join(folder, 'AGENTS.md'), 'utf8');
  for (const [text, line] of [
    [opened, 3],
    [`${opened}${section}`, 3],
    [`${section}${opened}`, section.split('\n').length + 2],
  ] as const) {
    const other = folderWith(temporary(), { 'AGENTS.md': text });
    const { code, errors } = await kano(other, ['init', '--agents']);
    expect([code, errors]).toEqual([2, expect.stringMatching(new RegExp(`^kano: AGENTS\\.md:${line}: the comment that closes`))]);
    expect(readFileSync(join(other, 'AGENTS.md'), 'utf8')).toBe(text);
    expect(readdirSync(other)).toEqual(['AGENTS.md']);
  }
});

it('writes nothing for agents where one of the files is read-only', async () => {
  const folder = folderWith(temporary(), { 'AGENTS.md': '# Rules\n' });
  chmodSync(join(folder, 'AGENTS.md'), 0o444);
  const { code, errors } = await kano(folder, ['init', '--agents']);
  expect([code, errors]).toEqual([2, expect.stringContaining('AGENTS.md is read-only')]);
  expect(readdirSync(folder)).toEqual(['AGENTS.md']);
});

it('never writes over the skill of somebody else', async () => {
  const path = '.claude/skills/kano/SKILL.md';
  const folder = folderWith(temporary(), { [path]: '---\nname: kano\n---\nMine.\n' });
  const { code, errors } = await kano(folder, ['init', '--agents']);
  expect([code, errors]).toEqual([2, expect.stringContaining(`kano: ${path} was not written by “kano init --agents”`)]);
  expect(readdirSync(folder)).toEqual(['.claude']);
  expect(readFileSync(join(folder, path), 'utf8')).toContain('Mine.');
});
