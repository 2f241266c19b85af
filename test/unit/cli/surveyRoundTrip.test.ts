import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { csvText } from '../../../src/base/csv.ts';
import { answersCsv } from '../../../src/survey/surveyFormat.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const shop = `kano: 1
product: Corner shop
personas:
  - { id: member, name: Member }
  - { id: guest, name: Guest }
surveys:
  - { id: s1, date: 2026-11-01 }
features:
  - id: fast-search # what people ask for first
    title: Fast search
  - { id: gift-wrap, title: "Gift, wrapped", question: { functional: "If gifts come wrapped, how do you feel?" } }
  - { id: sold, title: Sold out, status: shipped }
`;

interface AskedRow {
  readonly column: string;
  readonly feature: string;
  readonly kind: string;
  readonly question: string;
  readonly [answer: `answer_${number}`]: string;
}
interface WrittenTally {
  readonly persona?: string;
  readonly answers: number[][];
  readonly importance?: number;
}

/** What the command says should be asked. */
async function asked(folder: string, ...parameters: string[]): Promise<readonly AskedRow[]> {
  const { output } = await kano(folder, ['questionnaire', 'shop.kano.yaml', '--format', 'csv', ...parameters]);
  return Papa.parse<AskedRow>(output, { header: true, skipEmptyLines: true }).data;
}

function talliesIn(folder: string): Record<string, readonly WrittenTally[] | undefined> {
  const { features } = parse(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')) as {
    features: { id: string; tallies?: WrittenTally[] }[];
  };
  return Object.fromEntries(features.map(({ id, tallies }) => [id, tallies]));
}

/** Every number up to a limit once, in an order that looks like none. */
const scattered = (count: number, factor: number) => Array.from({ length: count }, (_, index) => (index * factor) % count);

describe('what a questionnaire asks', () => {
  it('comes back as the tallies of what people answered', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop });
    const questions = await asked(folder, '--importance');
    // 60 people, invented, who leave out an answer here and there.
    const people = scattered(60, 7).map((number) => {
      const answers = new Map(
        questions.map(({ column, kind }, index): [string, string | null] => {
          if ((number * 5 + index) % 11 === 0 && kind !== 'persona') return [column, null];
          if (kind === 'persona') return [column, number % 3 === 0 ? 'member' : 'guest'];
          if (kind === 'importance') return [column, String(1 + ((number * 3 + index) % 9))];
          return [column, answerKeys[(number * (index + 2) + index) % 5] ?? null];
        }),
      );
      return { respondent: `r${String(number).padStart(12, '0')}`, answers };
    });
    const files = people.map(({ respondent, answers }) => {
      writeFileSync(join(folder, `answers-${respondent}.csv`), answersCsv(respondent, answers));
      return `answers-${respondent}.csv`;
    });
    const { code } = await kano(folder, [
      'import',
      ...files,
      ...['--into', 'shop.kano.yaml', '--survey', 's1', '--persona-column', 'persona'],
    ]);
    expect(code).toBe(0);
    for (const feature of ['fast-search', 'gift-wrap']) {
      for (const persona of ['member', 'guest']) {
        const answers = answerKeys.map(() => answerKeys.map(() => 0));
        const importances: number[] = [];
        for (const person of people) {
          if (person.answers.get('persona') !== persona) continue;
          const [row = -1, column = -1] = ['functional', 'dysfunctional'].map((kind) =>
            (answerKeys as readonly (string | null | undefined)[]).indexOf(person.answers.get(`${feature}_${kind}`)),
          );
          const line = answers[row];
          if (line && column >= 0) line[column] = (line[column] ?? 0) + 1;
          const importance = person.answers.get(`${feature}_importance`);
          if (importance) importances.push(Number(importance));
        }
        const written = talliesIn(folder)[feature]?.find((tally) => tally.persona === persona);
        expect(written?.answers, `${feature} ${persona}`).toEqual(answers);
        const mean = importances.reduce((sum, importance) => sum + importance, 0) / importances.length;
        expect(written?.importance, `${feature} ${persona}`).toBeCloseTo(mean, 1);
      }
    }
    expect(talliesIn(folder).sold).toBeUndefined();
    expect(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')).toContain('# what people ask for first');
  });

  it.each(['en', 'zh-cn'])('is recognised by its texts, from a survey tool without other names (%s)', async (language) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop });
    const questions = await asked(folder, '--lang', language);
    const about = questions.filter(({ kind }) => kind !== 'persona');
    writeFileSync(
      join(folder, 'export.csv'),
      csvText([
        questions.map(({ question }) => question),
        questions.map((row) => row.answer_1 ?? null),
        questions.map((row) => row[row.kind === 'functional' ? 'answer_1' : 'answer_2'] ?? null),
      ]),
    );
    const personaColumn = questions.find(({ kind }) => kind === 'persona')?.question ?? '';
    const { code } = await kano(folder, [
      ...['import', 'export.csv', '--into', 'shop.kano.yaml', '--survey', 's1', '--persona-column', personaColumn],
    ]);
    expect(code).toBe(0);
    const tallies = talliesIn(folder);
    for (const { feature } of about) {
      const [member, guest] = ['member', 'guest'].map((persona) => tallies[feature]?.find((tally) => tally.persona === persona)?.answers);
      expect(member?.[0]).toEqual([1, 0, 0, 0, 0]);
      expect(guest?.[0]).toEqual([0, 1, 0, 0, 0]);
    }
  });
});
