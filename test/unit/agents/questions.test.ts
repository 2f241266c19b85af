import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ask, filesOf, rowsOf, shop } from './filesOf.ts';

// Questions as people put them to an agent, each with the calls that answer it. What is expected is counted here, from the text of the file alone.

type Letter = 'M' | 'O' | 'A' | 'I' | 'R' | 'Q';
type Counts = Partial<Record<Letter, number>>;

interface RawFeature {
  readonly id: string;
  readonly status?: string;
  readonly effort?: number;
  readonly owner?: string;
  readonly assumed?: Letter;
  readonly touchpoints?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly links?: readonly string[];
  readonly tally?: Counts;
  readonly tallies?: readonly {
    readonly survey?: string;
    readonly persona?: string;
    readonly counts?: Counts;
    readonly answers?: readonly (readonly number[])[];
  }[];
  readonly evidence?: readonly { readonly complaints?: number; readonly compliments?: number }[];
}

interface RawFile {
  readonly features: readonly RawFeature[];
  readonly surveys: readonly { readonly id: string; readonly date: string }[];
  readonly touchpoints: readonly { readonly id: string; readonly stage?: string }[];
}

const letters: readonly Letter[] = ['M', 'O', 'A', 'I', 'R', 'Q'];
/** Kano's table: rows the functional, columns the dysfunctional answer. */
const table = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'];

const raw = parse(shop['shop.kano.yaml']) as RawFile;
const newestFirst = [...raw.surveys].sort((a, b) => (String(a.date) < String(b.date) ? 1 : -1)).map(({ id }) => id);

function sum(counts: readonly Counts[]): Record<Letter, number> {
  return Object.fromEntries(letters.map((letter) => [letter, counts.reduce((all, each) => all + (each[letter] ?? 0), 0)])) as Record<
    Letter,
    number
  >;
}

function countsOf(feature: RawFeature, persona?: string): Record<Letter, number> {
  if (feature.tally) return sum(persona === undefined ? [feature.tally] : []);
  const tallies = (feature.tallies ?? []).filter((tally) => persona === undefined || tally.persona === persona);
  const survey = newestFirst.find((id) => tallies.some((tally) => tally.survey === id));
  const current = tallies.filter((tally) => tally.survey === survey);
  return sum(
    current.map(({ counts, answers = [] }) => {
      if (counts) return counts;
      const found: Counts = {};
      for (const [i, row] of answers.entries())
        for (const [j, number] of row.entries()) found[table[i]?.[j] as Letter] = (found[table[i]?.[j] as Letter] ?? 0) + number;
      return found;
    }),
  );
}

function known(feature: RawFeature, persona?: string) {
  const counts = countsOf(feature, persona);
  const n = letters.reduce((all, letter) => all + counts[letter], 0);
  const most = Math.max(...letters.map((letter) => counts[letter]));
  const category = n === 0 ? null : (letters.find((letter) => counts[letter] === most) ?? null);
  const base = counts.A + counts.O + counts.M + counts.I;
  return { id: feature.id, counts, n, category, better: (counts.A + counts.O) / base, worse: -(counts.O + counts.M) / base };
}

const all = raw.features.map((feature) => ({ feature, ...known(feature) }));
const isOpen = ({ feature: { status } }: (typeof all)[number]) => status !== 'shipped' && status !== 'rejected';
const open = all.filter(isOpen);
const idsOf = (features: readonly { readonly id: string }[]) => features.map(({ id }) => id).sort();
const two = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
const one = (id: string) => all.find((each) => each.id === id) as (typeof all)[number];

/** What `main` was: one status and one id were others. */
const place = shop['shop.kano.yaml'].indexOf('- id: accurate-description\n');
const before =
  shop['shop.kano.yaml'].slice(0, place).replace('- id: voice-search\n', '- id: talking-search\n') +
  shop['shop.kano.yaml'].slice(place).replace('status: planned', 'status: idea');
const files = filesOf(shop, { 'shop.kano.yaml': before });

const list = async (input: object = {}) => rowsOf(await ask(files, 'kano_list_features', { limit: 500, ...input }));
const ids = async (input: object) => (await list(input)).map(({ id }) => id).sort();
const line = async (id: string, name: string) =>
  (await ask(files, 'kano_get_feature', { id }))
    .split('\n')
    .find((each) => each.startsWith(`${name}: `))
    ?.slice(name.length + 2);
const changed = async (title: string, firstColumn: string, column: string) => {
  const [, table = ''] = (await ask(files, 'kano_compare_revisions', { base: 'main' })).split(`# ${title}\n`);
  return rowsOf(table, firstColumn).map((row) => row[column]);
};
const first = open.filter(({ category }) => category === 'M').sort((a, b) => a.worse - b.worse)[0] as (typeof all)[number];
const described = 'accurate-description';

const questions: readonly (readonly [question: string, answer: () => Promise<unknown>, expected: unknown])[] = [
  ['What should we build next?', async () => (await list())[0]?.id, first.id],
  ['And why?', () => line(first.id, 'why'), `missed: −${two(-first.worse)}`],
  ['What rank has it, of how many?', () => line(first.id, 'rank'), `1 of ${open.length}`],
  ['How many features are there?', async () => (await list()).length, raw.features.length],
  [
    'Which must-be features are still missing?',
    async () =>
      (await list({ category: 'M' }))
        .filter(({ rank }) => rank !== '')
        .map(({ id }) => id)
        .sort(),
    idsOf(open.filter(({ category, feature }) => (category ?? feature.assumed) === 'M')),
  ],
  ['What do customers reject?', () => ids({ category: 'R' }), idsOf(all.filter(({ category }) => category === 'R'))],
  [
    'What should we stop building, because nobody cares?',
    () => ids({ category: 'I', status: 'in-progress' }),
    idsOf(all.filter(({ category, feature }) => category === 'I' && feature.status === 'in-progress')),
  ],
  [
    'Which rejected feature is planned all the same?',
    () => ids({ category: 'R', status: 'planned' }),
    idsOf(all.filter(({ category, feature }) => category === 'R' && feature.status === 'planned')),
  ],
  [
    'What would delight most?',
    async () => (await list({ category: 'A' }))[0]?.id,
    open.filter(({ category }) => category === 'A').sort((a, b) => b.better - a.better)[0]?.id,
  ],
  ['Which questions were misunderstood?', () => ids({ category: 'Q' }), idsOf(all.filter(({ category }) => category === 'Q'))],
  [
    'How many were asked about the description?',
    async () => (await list()).find(({ id }) => id === described)?.n,
    String(one(described).n),
  ],
  ['How much would it please?', async () => (await list()).find(({ id }) => id === described)?.better, two(one(described).better)],
  [
    'How much would it hurt to leave it out?',
    async () => (await list()).find(({ id }) => id === described)?.worse,
    two(one(described).worse),
  ],
  [
    'What did they answer in detail?',
    () => line(described, 'answers'),
    `${one(described).n}: ${letters.map((letter) => `${letter} ${one(described).counts[letter]}`).join(', ')}`,
  ],
  [
    'What is planned at the checkout?',
    () => ids({ touchpoint: 'checkout', status: 'planned' }),
    idsOf(all.filter(({ feature }) => feature.touchpoints?.includes('checkout') && feature.status === 'planned')),
  ],
  ['What is in progress?', () => ids({ status: 'in-progress' }), idsOf(all.filter(({ feature }) => feature.status === 'in-progress'))],
  ['What has shipped?', () => ids({ status: 'shipped' }), idsOf(all.filter(({ feature }) => feature.status === 'shipped'))],
  ['What did we reject?', () => ids({ status: 'rejected' }), idsOf(all.filter(({ feature }) => feature.status === 'rejected'))],
  [
    'Which feature needs more answers, because few were asked?',
    () => ids({ certainty: 'few' }),
    idsOf(all.filter(({ n }) => n > 0 && n < 30)),
  ],
  ['About what was nobody asked?', () => ids({ certainty: 'none' }), idsOf(all.filter(({ n }) => n === 0))],
  [
    'How many more answers does the photo search need?',
    async () => (await line('image-search', 'would settle it'))?.split(' ')[0],
    String(30 - one('image-search').n),
  ],
  [
    'What do members expect as a matter of course?',
    () => ids({ persona: 'member', category: 'M' }),
    idsOf(raw.features.map((feature) => known(feature, 'member')).filter(({ category }) => category === 'M')),
  ],
  [
    'What would guests love?',
    () => ids({ persona: 'guest', category: 'A' }),
    idsOf(raw.features.map((feature) => known(feature, 'guest')).filter(({ category }) => category === 'A')),
  ],
  [
    'How many guests answered about the description?',
    async () => (await list({ persona: 'guest' })).find(({ id }) => id === described)?.n,
    String(known(one(described).feature, 'guest').n),
  ],
  ['Who owns the description?', () => line(described, 'owner'), one(described).feature.owner],
  ['What does it cost?', () => line(described, 'effort'), String(one(described).feature.effort)],
  ['What does it need first?', () => line(described, 'dependsOn'), one(described).feature.dependsOn?.join(', ')],
  ['Where is it tracked?', () => line(described, 'links'), one(described).feature.links?.join(', ')],
  ['What moved since main?', () => changed('Status', 'Feature', 'Feature'), [described]],
  ['What was renamed since main?', () => changed('Renamed', 'Before', 'Id'), ['talking-search → voice-search']],
  [
    'Has anything moved between main and main?',
    () => ask(files, 'kano_compare_revisions', { base: 'main', head: 'main' }),
    'main..main: nothing changed in requirement terms.',
  ],
  ['Is anything wrong in the file?', () => ask(files, 'kano_list_problems', { severity: 'error' }), 'No problem matches.'],
  [
    'Where do the most must-be features lack?',
    async () =>
      rowsOf(await ask(files, 'kano_list_touchpoints'))
        .map(({ id, mustBeGaps }) => `${id} ${mustBeGaps}`)
        .sort(),
    raw.touchpoints
      .map(
        ({ id }) =>
          `${id} ${open.filter(({ category, feature }) => (category ?? feature.assumed) === 'M' && feature.touchpoints?.includes(id)).length}`,
      )
      .sort(),
  ],
  [
    'Where do customers meet us when they buy?',
    async () =>
      rowsOf(await ask(files, 'kano_list_touchpoints', { stage: 'buy' }))
        .map(({ id }) => id)
        .sort(),
    idsOf(raw.touchpoints.filter(({ stage }) => stage === 'buy')),
  ],
];

describe('questions that are answered from what the tools say alone', () => {
  it.each(questions)('%s', async (_, answer, expected) => {
    expect(expected).not.toBeUndefined();
    expect(await answer()).toEqual(expected);
  });

  it('are at least thirty, and hardly any is answered by nothing', () => {
    expect(questions.length).toBeGreaterThanOrEqual(30);
    expect(questions.filter(([, , expected]) => Array.isArray(expected) && expected.length === 0).length).toBeLessThan(3);
  });
});
