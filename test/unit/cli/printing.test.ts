import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logText } from '../../../src/report/plainText.ts';
import { fixtures, kano, kanoProcess, temporaryFolder } from './command.ts';
import { folderWith, git, startGit } from './folder.ts';

const temporary = temporaryFolder();

/** Texts with which a name or a title could write to a terminal, or give a CI server a command. */
const hostile = {
  'a carriage return and a command': 'x\r::error title=SPOOF::injected\rx',
  'a line feed and a command': 'x\n::stop-commands::token\nx',
  'a command at the beginning': '::error file=a.ts,line=1::injected',
  'an older command': 'x ##[error]injected',
  'a command for Azure and TeamCity': "##vso[task.setvariable variable=x]y ##teamcity[buildStatus text='x']",
  'colours and a cleared screen': '\u001B[31mred\u001B[2J\u001B[H',
  'a title of the window and a link': '\u001B]0;owned\u0007\u001B]8;;https://evil.example\u001B\\x',
  'control characters of eight bits': 'a\u009B31mred\u0085b\u0090c\u009C',
  'backspaces and a delete': 'safe\b\b\b\bevil\u007F',
  'text from right to left': 'a\u202Egnp.exe\u202C \u2066x\u2069 \u200Fx\u061C',
  'separators of lines and paragraphs': 'x\u2028::warning::x\u2029y',
  'a vertical tab and a form feed': 'x\u000B::debug::x\f::notice::y',
};
const names = Object.entries(hostile);

/** What a terminal or a log must not get. */
const forbidden = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** Nothing that a terminal obeys, and no line that a CI server takes for a command but those that the command means. */
function assertHarmless(printed: string, { hasCommands = false, hasLineEnds = false } = {}): void {
  const text = hasLineEnds ? printed.replaceAll('\r\n', '\n') : printed;
  expect(text.match(forbidden)).toBeNull();
  const commands = text.split('\n').filter((line) => /^\s*::/.test(line));
  expect(commands.filter((line) => !(hasCommands && /^::(error|warning|notice) (file=[^,]*,line=\d|title=)/.test(line)))).toEqual([]);
  if (!hasCommands) expect(text).not.toMatch(/##[\w.-]*\[/);
}

/** A product in which every text that people write is this one, with a problem for each that a message quotes. */
function product(text: string): string {
  const value = JSON.stringify(text);
  return `kano: 1
product: ${value}
description: ${value}
uses: [${JSON.stringify(`${text}.kano.yaml`)}]
analysis: { rule: ${value} }
personas: [{ id: p, name: ${value}, share: 0.5 }, { id: q, name: ${value}, share: 0.5, needs: [${value}] }]
stages: [{ id: s, name: ${value} }]
touchpoints: [{ id: t, name: ${value}, stage: s, channel: ${value}, pains: [${value}] }, { id: u, name: ${value}, stage: ${value} }]
surveys: [{ id: q1, date: 2026-01-05, title: ${value} }]
features:
  - id: a
    title: ${value}
    description: ${value}
    touchpoints: [t]
    owner: ${value}
    tags: [${value}]
    question: { functional: ${value}, dysfunctional: ${value} }
    tally: { M: 60, O: 20, A: 10, I: 10 }
    dependsOn: [${value}]
  - { id: b, title: ${value}, status: rejected, tally: { M: 60, O: 2, A: 1 }, ${value}: 1 }
  - { id: ${value}, title: ${value}, touchpoints: [u], assumed: M, evidence: [{ source: ${value}, note: ${value} }] }
metrics: [{ id: m, name: ${value}, unit: ${value}, better: higher, readings: [{ date: 2026-03-31, value: 24 }] }]
`;
}

/** The file name that is as close to the text as a file system allows. */
const fileName = (text: string) => `${text.replaceAll('/', '_').slice(0, 60)}.kano.yaml`;

const formats: [string, readonly string[], object?][] = [
  ['lint', ['lint']],
  ['lint --lang zh-cn', ['lint', '--lang', 'zh-cn']],
  ['lint --format json', ['lint', '--format', 'json']],
  ['lint --format sarif', ['lint', '--format', 'sarif']],
  ['lint --format junit', ['lint', '--format', 'junit']],
  ['lint --format github', ['lint', '--format', 'github'], { hasCommands: true }],
  ['analyze', ['analyze']],
  ['analyze --format json', ['analyze', '--format', 'json']],
  ['analyze --format csv', ['analyze', '--format', 'csv'], { hasLineEnds: true }],
  ['backlog', ['backlog']],
  ['backlog --group-by touchpoint --all', ['backlog', '--group-by', 'touchpoint', '--all']],
  ['matrix', ['matrix']],
  ['questionnaire --format markdown', ['questionnaire', '--format', 'markdown', '--importance']],
  ['questionnaire --format html', ['questionnaire', '--format', 'html']],
  ['questionnaire --format csv', ['questionnaire', '--format', 'csv'], { hasLineEnds: true }],
];

describe('results and warnings', () => {
  it.each(names.flatMap(([what, text]) => formats.map(([name, call, options]) => [name, what, text, call, options] as const)))(
    'of %s pass on nothing that a terminal or a CI server obeys (%s)',
    async (_name, _what, text, call, options) => {
      const folder = folderWith(temporary(), { [fileName(text)]: product(text) });
      const { output, errors } = await kano(folder, call);
      expect(output.length).toBeGreaterThan(50);
      assertHarmless(output, options);
      assertHarmless(errors);
    },
  );

  it.each(names)('of kano diff do not either (%s)', async (_, text) => {
    const folder = folderWith(temporary(), { [fileName(text)]: product(text), 'empty.kano.yaml': 'kano: 1\nproduct: P\n' });
    startGit(folder);
    git(folder, 'add', '.');
    git(folder, '-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '--quiet', '--message', 'a');
    const changed = product(text)
      .replace('M: 60, O: 20', 'M: 6, O: 90')
      .replace('touchpoints: [t]', 'touchpoints: [u]')
      .replace('status: rejected', 'status: planned');
    writeFileSync(join(folder, fileName(text)), changed);
    for (const format of ['markdown', 'json', 'github']) {
      for (const call of [['HEAD'], [fileName(text), 'empty.kano.yaml'], ['empty.kano.yaml', fileName(text)]]) {
        const { output, errors } = await kano(folder, ['diff', ...call, '--format', format]);
        expect(output.length).toBeGreaterThan(50);
        assertHarmless(output, { hasCommands: format === 'github' });
        assertHarmless(errors);
      }
    }
  });

  it.each(names)('of kano import do not either (%s)', async (_, text) => {
    const cell = `"${text.replaceAll('"', '""')}"`;
    const csv = `respondent,a_functional,a_dysfunctional,${cell},${cell}\n${cell},like,dislike,${cell},x\n2,${cell},dislike,x,${cell}\n`;
    const name = `${text.replaceAll('/', '_').slice(0, 60)}.csv`;
    const files = {
      'a.kano.yaml': product('P').replace('uses: ["P.kano.yaml"]\n', ''),
      [name]: csv,
      'm.yaml': `names: { a: ${JSON.stringify(text)}, b: ${JSON.stringify(text)} }\n`,
    };
    const folder = folderWith(temporary(), files);
    for (const more of [
      [],
      ['--dry-run'],
      ['--persona-column', text],
      ['--map', 'm.yaml'],
      ['--survey', text],
      ['--dry-run', '--persona-column', 'respondent'],
    ]) {
      const { output, errors } = await kano(folder, ['import', name, '--into', 'a.kano.yaml', ...more]);
      expect(errors.length).toBeGreaterThan(20);
      assertHarmless(output);
      assertHarmless(errors);
    }
  });
});

describe('failures', () => {
  it.each(names)('name what they are about, and nothing more (%s)', async (_, text) => {
    const name = fileName(text);
    const folder = folderWith(temporary(), {
      'a.kano.yaml': product('P'),
      [name]: Buffer.from([0x6b, 0xff, 0xfe]),
      '.kanorc.yaml': `rules: { ${JSON.stringify(text)}: off }\n`,
    });
    startGit(folder);
    mkdirSync(join(folder, `${name}.d`));
    const calls = [
      ['lint'],
      ['lint', name],
      ['lint', `missing ${text}.kano.yaml`],
      ['lint', `*${text}*`],
      ['lint', `${name}.d`],
      ['lint', text],
      ['lint', '--format', text],
      ['lint', '--max-warnings', text],
      ['lint', '-', '--stdin-filename', text],
      [text],
      ['help', text],
      [`--${text}`],
      ['lint', `--${text}`],
      ['--lang', text],
      ['diff', text],
      ['diff', `${text}..HEAD`],
      ['diff', `HEAD...${text}`],
      ['diff', 'HEAD', text],
      ['diff', name, 'a.kano.yaml'],
      ['diff', 'HEAD', '--fail-on', text],
      ['backlog', 'a.kano.yaml', '-o', `missing/${text}`],
      ['backlog', 'a.kano.yaml', '-o', `${name}.d`],
      ['backlog', 'a.kano.yaml', '-o', name],
      ['matrix', 'a.kano.yaml', '-o', '.kanorc.yaml'],
      ['matrix', 'a.kano.yaml', '--theme', text],
      ['questionnaire', name],
      ['import', text, '--into', 'a.kano.yaml'],
      ['import', 'a.csv', '--into', text],
      ['init', `a.kano.yaml/${text}`],
      ['init', 'a', text],
    ];
    for (const call of calls) {
      const { code, output, errors } = await kano(folder, call);
      expect([call, code]).toEqual([call, expect.any(Number)]);
      assertHarmless(output);
      assertHarmless(errors);
      for (const line of errors.split('\n').slice(0, -1)) expect(line).toMatch(/^(kano: |surveys:| {2}- )/);
    }
  });

  it('of a process are the same', async () => {
    const text = hostile['a carriage return and a command'];
    const folder = folderWith(temporary(), { [fileName(text)]: Buffer.from([0x6b, 0xff]) });
    const { code, errors } = await kanoProcess(folder, ['lint']);
    expect([code, errors]).toEqual([
      2,
      'kano: x ::error title=SPOOF::injected x.kano.yaml is not UTF-8 text, so it cannot be read. Save it as UTF-8.\n',
    ]);
  });
});

describe('what programs read', () => {
  it.each(names)('tells the truth, escaped (%s)', async (_, text) => {
    const name = fileName(text);
    const folder = folderWith(temporary(), { [name]: product(text) });
    const json = async (...call: string[]) => JSON.parse((await kano(folder, call)).output);
    const analysis = (await json('analyze', '--format', 'json')).files[0];
    expect([analysis.path, analysis.product, analysis.features[0].title]).toEqual([name, text, text]);
    expect((await json('lint', '--format', 'json')).files[0].path).toBe(name);
    const sarif = await json('lint', '--format', 'sarif');
    expect(decodeURIComponent(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).split('/').at(-1)).toBe(name);
  });

  it('is the same as without any of it where there is nothing to escape', () => {
    const expected = join(fixtures, 'expected');
    for (const file of [
      'analyze-shop.csv',
      'analyze-shop.json',
      'analyze-shop.txt',
      'backlog-shop.md',
      'lint-faulty.sarif.json',
      'lint-faulty.txt',
      'matrix-shop.svg',
      'questionnaire-shop.html',
    ]) {
      const text = readFileSync(join(expected, file), 'utf8');
      expect(logText(text)).toBe(text);
    }
  });
});
