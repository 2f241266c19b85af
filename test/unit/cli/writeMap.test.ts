import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { answerSets } from '../../../src/survey/answers/wordings/answerSets.ts';
import { kano, temporaryFolder } from './command.ts';
import { mapText, productText, respondents, shapes } from './inventedSurvey.ts';

vi.setConfig({ testTimeout: 60_000 });
const temporary = temporaryFolder();
let made = 0;

function newFolder(files: Readonly<Record<string, string>>): string {
  const folder = join(temporary(), String(++made));
  cpSync(fileURLToPath(new URL('../../fixtures/imports/wordings', import.meta.url)), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const call = (folder: string, files: readonly string[], ...parameters: readonly string[]) =>
  kano(folder, ['import', ...files, '--into', 'p.kano.yaml', '--survey', 's1', ...parameters]);
const content = (folder: string) => readFileSync(join(folder, 'p.kano.yaml'), 'utf8');
const csv = (rows: readonly (readonly string[])[]) => papaparse.unparse(rows as string[][], { newline: '\n' });
const words = answerSets[0]?.words.map(([first = '']) => first) ?? [];

describe('a written map', () => {
  it.each(Object.entries(shapes))('says all of an export that is understood: %s', async (name, shape) => {
    const folder = newFolder({ 'p.kano.yaml': productText, 'a.csv': csv(shape([words, words])), 'm.yaml': mapText });
    const given = name.startsWith('a matrix') ? ['--map', 'm.yaml'] : [];
    const { code, errors } = await call(folder, ['a.csv'], '--write-map', 'w.yaml', ...given);
    expect([code, errors]).toEqual([
      0,
      expect.stringContaining('kano: w.yaml is written, and nothing is imported. Import with --map w.yaml.\n'),
    ]);
    expect(content(folder)).toBe(productText);
    expect((await call(folder, ['a.csv'], ...given)).code).toBe(0);
    const before = content(folder);
    writeFileSync(join(folder, 'p.kano.yaml'), productText);
    const withMap = await call(folder, ['a.csv'], '--map', 'w.yaml');
    expect([withMap.code, content(folder)]).toEqual([0, before]);
    // Written again with itself, it is the same.
    expect((await call(folder, ['a.csv'], '--map', 'w.yaml', '--write-map', '-')).output).toBe(
      readFileSync(join(folder, 'w.yaml'), 'utf8'),
    );
  });

  it('has column numbers and texts, answers, and what is open', async () => {
    const folder = newFolder({
      'a.csv': csv([
        ['ID', 'Status', 'Voice search [functional]', 'If you could not search by voice, how would you feel?', 'Other [functional]', 'Age'],
        ['1', 'done', 'I like it', 'Fab', 'I like it', '40'],
        ['2', 'done', 'n/a', '1 - I dislike it', 'I am neutral', '50'],
        ['3', 'done', 'I expect it', 'Meh', 'I like it', '60'],
      ]),
    });
    const { code, output, errors } = await call(folder, ['a.csv'], '--write-map', '-');
    expect([code, errors]).toEqual([1, expect.stringContaining('“Fab” is not one of the five answers.')]);
    expect(output).toMatchInlineSnapshot(`
      "# Survey map by kano import: a.csv (436c5270)
      # Open points, each marked “open”: 3. Everything else is understood.
      columns:
        voice-search:
          functional: Voice search [functional] # column 3
          dysfunctional: If you could not search by voice, how would you feel? # column 4
      # open: no columns are about these features. If they were asked about, name their columns:
      #   columns:
      #     dark-mode: { functional: "", dysfunctional: "" }
      answers:
        like: [I like it]
        must-be: [I expect it]
        dislike: [1 - I dislike it]
        leaveOut: [n/a]
      # open: under “answers”, put each of these where it belongs, or under leaveOut: [Fab, Meh]
      # “ID” tells respondents apart.
      leaveOut: # columns in which no question was recognised
        - Age
      # open: “Other [functional]” has answers. Put it under “columns”, or under leaveOut.
      "
    `);
  });

  it('gives both readings of numbers without a direction, and is right with either', async () => {
    const numbers = ['1', '2', '3', '4', '5'];
    const folder = newFolder({ 'p.kano.yaml': productText, 'a.csv': csv(shapes['our own']?.([numbers, numbers]) ?? []) });
    expect((await call(folder, ['a.csv'], '--write-map', 'w.yaml')).code).toBe(1);
    const map = readFileSync(join(folder, 'w.yaml'), 'utf8');
    const readings = [...map.matchAll(/^# {3}(answers: .*)$/gm)].map(([, line]) => line ?? '');
    expect(readings).toHaveLength(2);
    const [first, last] = await Promise.all(
      readings.map(async (line) => {
        const own = newFolder({
          'p.kano.yaml': productText,
          'a.csv': readFileSync(join(folder, 'a.csv'), 'utf8'),
          'w.yaml': `${map}${line}\n`,
        });
        expect((await call(own, ['a.csv'], '--map', 'w.yaml')).code).toBe(0);
        return content(own);
      }),
    );
    const worded = newFolder({ 'p.kano.yaml': productText, 'a.csv': csv(shapes['our own']?.([words, words]) ?? []) });
    expect((await call(worded, ['a.csv'])).code).toBe(0);
    expect(first).toBe(content(worded));
    expect(last).not.toBe(first);
    expect(respondents).toHaveLength(300);
  });

  it('replaces an earlier map, and nothing else', async () => {
    const folder = newFolder({ 'mine.yaml': 'leaveOut: [R]\n' });
    expect((await call(folder, ['words.csv'], '--write-map', 'w.yaml')).code).toBe(0);
    expect((await call(folder, ['words.csv'], '--write-map', 'w.yaml', '--map', 'mine.yaml')).code).toBe(0);
    const refused = await call(folder, ['words.csv'], '--write-map', 'mine.yaml');
    expect([refused.code, refused.errors]).toEqual([2, expect.stringContaining('mine.yaml was not written by “kano import”')]);
    expect(readdirSync(folder).sort()).toEqual(['mine.yaml', 'p.kano.yaml', 'w.yaml', 'words.csv']);
  });

  it('does not replace one that was filled in', async () => {
    const folder = newFolder({});
    await call(folder, ['words.csv'], '--write-map', 'w.yaml');
    const filled = `${readFileSync(join(folder, 'w.yaml'), 'utf8')}x-note: ours\n`;
    writeFileSync(join(folder, 'w.yaml'), filled);
    const { code, errors } = await call(folder, ['words.csv'], '--write-map', 'w.yaml');
    expect([code, errors]).toEqual([
      2,
      expect.stringContaining('kano: w.yaml was edited since it was written. Delete it, or name another file.\n'),
    ]);
    expect(readFileSync(join(folder, 'w.yaml'), 'utf8')).toBe(filled);
  });

  it('is all that a dry run writes, where it is asked for', async () => {
    const folder = newFolder({});
    const before = content(folder);
    expect((await call(folder, ['words.csv'], '--dry-run', '--write-map', 'w.yaml')).code).toBe(0);
    expect([content(folder), readdirSync(folder).sort()]).toEqual([before, ['p.kano.yaml', 'w.yaml', 'words.csv']]);
  });

  it('is part of a dry run', async () => {
    const folder = newFolder({});
    const { output } = await call(folder, ['words.csv'], '--dry-run');
    expect(output).toContain((await call(folder, ['words.csv'], '--write-map', '-')).output);
  });

  it.each(readdirSync(fileURLToPath(new URL('../../fixtures/imports/', import.meta.url))))(
    'can be read for each fixture: %s',
    async (name) => {
      const folder = join(temporary(), `fixture ${name}`);
      cpSync(fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url)), folder, { recursive: true });
      for (const file of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
        const { code, errors } = await call(folder, [file], '--write-map', 'w.yaml');
        expect([file, code, errors.includes('is written')]).toEqual([file, expect.any(Number), true]);
        const withMap = await call(folder, [file], '--map', 'w.yaml', '--dry-run', '--replace');
        const without = await call(folder, [file], '--dry-run', '--replace');
        // Columns that the map leaves out need no answer any more; all else is as it was.
        expect([file, withMap.code]).toEqual([file, without.code]);
      }
    },
  );
});
