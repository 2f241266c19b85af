import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { kano, temporaryFolder } from './command.ts';
import { productText } from './inventedSurvey.ts';

const temporary = temporaryFolder();
const [like, expected, neutral, dislike] = ['I like it', 'I expect it', 'I am neutral', 'I dislike it'];
const careful = [like, neutral, expected, dislike, neutral, neutral];
const header = [
  ...['ID', 'Status', 'Finished', 'Duration (in seconds)'],
  ...['voice-search', 'dark-mode', 'offline-map'].flatMap((id) => [`${id}_functional`, `${id}_dysfunctional`]),
];
/** 20 careful respondents, and one of each kind that is not. */
const rows = [
  ...Array.from({ length: 20 }, (_, index) => [`c${index}`, 'IP Address', 'True', String(100 + index), ...careful]),
  ['straight', 'IP Address', 'True', '100', ...Array<string>(6).fill(neutral ?? '')],
  ['fast', 'IP Address', 'True', '20', ...careful],
  ['gone', 'IP Address', 'False', '90', ...careful.slice(0, 4), '', ''],
  ['preview', 'Survey Preview', 'True', '100', ...careful],
  ['spam', 'Spam', 'True', '100', ...careful],
  ['odd', 'IP Address', 'True', '100', like, like, dislike, dislike, neutral, expected],
];

async function imported(given: readonly (readonly (string | undefined)[])[], ...parameters: readonly string[]) {
  const folder = temporary();
  writeFileSync(join(folder, 'p.kano.yaml'), productText);
  writeFileSync(join(folder, 'a.csv'), papaparse.unparse([header, ...given] as string[][]));
  const { code, errors } = await kano(folder, ['import', 'a.csv', '--into', 'p.kano.yaml', '--survey', 's1', ...parameters]);
  const counts = readModel('p', readFileSync(join(folder, 'p.kano.yaml'), 'utf8'))
    .list('features')
    .map(({ value: { tallies } }) => (tallies?.[0]?.answers ?? []).flat().reduce((sum, n) => sum + n, 0));
  return { code, errors, counts };
}

describe('signs of careless answers', () => {
  it('are shown, and everybody counts', async () => {
    const { code, errors, counts } = await imported(rows);
    expect([code, counts]).toEqual([0, [26, 26, 25]]);
    expect(errors).toContain(
      'kano: Respondents to look at, all of them counted: straight-lining 1, speeding 1, unfinished 1 and questionable 1. This leaves them out: --drop straight-lining,speeding,unfinished,questionable\n',
    );
  });

  it.each([
    ['straight-lining', [25, 25, 24]],
    ['speeding', [25, 25, 24]],
    ['unfinished', [25, 25, 25]],
    ['previews', [25, 25, 24]],
    ['spam', [25, 25, 24]],
    ['questionable', [25, 25, 24]],
    ['straight-lining,speeding,unfinished,previews,spam,questionable', [20, 20, 20]],
  ])('leave respondents out where the user says so: %s', async (signs, expected) => {
    const { code, errors, counts } = await imported(rows, '--drop', signs);
    expect([code, counts]).toEqual([0, expected]);
    const list = signs.split(',').map((sign) => `${sign} 1`);
    expect(errors).toContain(
      `kano: Left out by --drop: ${[list.slice(0, -1).join(', '), list.at(-1)].filter(Boolean).join(' and ')}; respondents: ${list.length}.\n`,
    );
    expect(errors).toContain('kano: No category is another one without them.\n');
    expect(errors).not.toContain('to look at');
  });

  it('change a category, and the command says so', async () => {
    const lines = Array.from({ length: 3 }, (_, index) => [`s${index}`, '', 'True', '100', ...Array<string>(6).fill(like ?? '')]);
    const { errors } = await imported([...rows.slice(0, 2), ...lines], '--drop', 'straight-lining');
    expect(errors).toContain('Without them, categories are others: voice-search Q → A, dark-mode Q → M and offline-map Q → I.');
  });

  it('are none where nobody is careless, there are few features, or few durations', async () => {
    expect((await imported(rows.slice(0, 20))).errors).not.toContain('to look at');
    const few = rows.slice(0, 8).map((row, index) => (index === 0 ? row.with(3, '1') : row));
    expect((await imported(few)).errors).not.toContain('to look at');
    const two = rows.slice(20, 21).map((row) => [...row.slice(0, 8), '', '']);
    expect((await imported(two)).errors).not.toContain('to look at');
  });

  it('have names of their own', async () => {
    const { code, errors } = await imported(rows, '--drop', 'bots');
    expect([code, errors]).toEqual([
      2,
      expect.stringContaining('Choose from straight-lining, speeding, unfinished, previews, spam, questionable.'),
    ]);
  });
});
