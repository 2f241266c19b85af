import type { StoredTable, Value } from './engines.ts';

// Answers that nobody gave: of 300 invented respondents in two waves, with everything that tables in databases have.

/** Names that would end a statement, or the quotes around them, if they were not quoted for the engine. */
export const names = {
  segment: `"; DROP TABLE answers; --`,
  functional: `it's \`here\` \\' OR 1=1 --`,
  dysfunctional: `without "it" \\`,
  wave: 'wave; SELECT',
  country: "country's",
} as const;

export const words = [`I lo've "it" \\`, 'must', '3', 'fine by me', "don't; DROP TABLE answers"] as const;
const unknown = ['neutral', 'I am neutral', "I'm neutral!", 'n/a', '', '  ', null, 'Weiß nicht'] as const;

export const features = [
  { id: 'fast-search', title: `Fast "search"; DROP TABLE answers; --` },
  { id: 'voice-search', title: "Voice's search" },
  { id: 'dark-mode', title: 'Dark mode' },
] as const;

export const productText = `kano: 1
product: Invented
personas: [{ id: member, name: Member }, { id: guest, name: "O'Guest \\\\ \\"VIP\\"" }]
surveys: [{ id: spring, date: 2026-03-15 }, { id: autumn, date: 2026-09-15, title: Autumn panel }]
features:
${features.map(({ id, title }) => `  - { id: ${id}, title: ${JSON.stringify(title)} }\n`).join('')}`;

interface Respondent {
  readonly id: string;
  readonly wave: string;
  readonly country: string | null;
  readonly persona: string;
  readonly year: number;
  readonly at: string;
  /** Feature by feature: both answers and the importance. */
  readonly answers: readonly (readonly [string | null, string | null, number | null])[];
}

const draw = (...seeds: readonly number[]) =>
  seeds.reduce((value, seed) => (value * 1_664_525 + seed * 1_013_904_223 + 12_345) % 4_294_967_296, 7) >>> 7;

/** @param isGiven whether this is one of the five answers */
const word = (isGiven: boolean, ...seeds: readonly number[]): string | null => {
  const drawn = draw(...seeds) % (isGiven ? 90 : 100);
  if (drawn >= 90) return unknown[draw(...seeds, 1) % unknown.length] ?? null;
  const found = words[drawn % 5] ?? '';
  return drawn % 7 === 0 ? ` ${found}\t` : drawn % 11 === 0 ? `\u3000${found}\u00a0` : found;
};

const answered: readonly Respondent[] = Array.from({ length: 300 }, (_, number) => ({
  // Every tenth respondent answers twice, the second time later.
  id: number % 10 === 9 ? `r${number - 1}` : `r${number}`,
  wave: Math.floor(number / 2) % 2 === 0 ? 'spring' : 'Autumn panel',
  country: ["D'E", 'AT ', '\tFR', null][draw(number, 5) % 4] ?? null,
  persona: ['member', 'O\'Guest \\ "VIP"', 'employee', ' Member'][draw(number, 6) % 4] ?? '',
  year: 2024 + (draw(number, 8) % 3),
  at: `2026-01-01 ${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`,
  answers: features.map((_, feature) => {
    // Who answers twice answers everything: in an export that is a row, in a long table the answer to each question counts by itself.
    const isTwice = number % 10 > 7;
    const importance = draw(number, feature, 4) % 6;
    return [
      word(isTwice, number, feature, 1),
      word(isTwice, number, feature, 2),
      importance === 0 && !isTwice ? null : importance || 1,
    ] as const;
  }),
}));

const nothing = ['N/A', 'Keine Angabe', '—', 'weiß nicht', 'N.A.', '...'] as const;

export const respondents: readonly Respondent[] = [
  ...answered,
  // Some come back and answer nothing, in words that say so.
  ...answered
    .filter((_, number) => number % 10 === 3)
    .map((respondent, again) => ({
      ...respondent,
      at: `2026-01-01 06:${String(again).padStart(2, '0')}`,
      answers: features.map(
        (_, feature) => [nothing[(again + feature) % 6] ?? '', nothing[(again + feature + 1) % 6] ?? '', null] as const,
      ),
    })),
];

const text = (name: string) => ({ name, type: 'text' as const });
const integer = (name: string) => ({ name, type: 'integer' as const });
const labels = [text('respondent'), text(names.wave), text(names.segment), text(names.country), integer('year'), text('answered at')];
const labelsOf = ({ id, wave, persona, country, year, at }: Respondent): readonly Value[] => [id, wave, persona, country, year, at];

/** What the columns of a feature are called; the third one as the first questionnaire called them. */
const columnsOf = (feature: number) => {
  const [functional, dysfunctional, importance] = [names.functional, names.dysfunctional, 'importance'];
  return feature === 2
    ? ['F3_functional', 'F3_dysfunctional', 'F3 importance']
    : [`${functional}${feature}`, `${dysfunctional}${feature}`, `${importance}${feature}`];
};

export const wide: StoredTable = {
  name: 'answers',
  columns: [
    ...labels,
    ...features.flatMap((_, feature) => columnsOf(feature).map((name, index) => (index === 2 ? integer(name) : text(name)))),
  ],
  rows: respondents.map((respondent) => [...labelsOf(respondent), ...respondent.answers.flat()]),
};

export const byFeature: StoredTable = {
  name: 'by feature',
  columns: [...labels, text('feature'), text(names.functional), text(names.dysfunctional), integer('importance')],
  rows: respondents.flatMap((respondent) =>
    respondent.answers.map((answers, feature) => [
      ...labelsOf(respondent),
      // By id, by title and by the name of the map.
      feature === 2 ? 'F3' : feature === 1 ? (features[1]?.title ?? '') : ' fast-search',
      ...answers,
    ]),
  ),
};

export const byAnswer: StoredTable = {
  name: 'by "answer"',
  columns: [...labels, text('question'), text('answer')],
  rows: respondents.flatMap((respondent) =>
    respondent.answers.flatMap((answers, feature) =>
      answers.map((answer, index) => [...labelsOf(respondent), ` ${columnsOf(feature)[index]}`, answer === null ? null : String(answer)]),
    ),
  ),
};

/** Answers of which nobody knows whose they are, and one of a respondent. */
export const anonymous: StoredTable = {
  name: 'anonymous',
  columns: [text('respondent'), text('question'), text('answer')],
  rows: [
    ...[null, '', ' '].map((nobody) => [nobody, 'fast-search_functional', 'like']),
    [null, 'fast-search_dysfunctional', 'dislike'],
    [null, 'fast-search_dysfunctional', null],
    ['r1', 'fast-search_functional', 'like'],
    ['r1', 'fast-search_dysfunctional', 'dislike'],
  ],
};

/** A row for each answer, also to questions that are none of the map, or that it spells differently. */
export const otherQuestions: StoredTable = {
  name: 'other questions',
  columns: [text('respondent'), text('question'), text('answer')],
  rows: ['r1', 'r2', 'r3', ''].flatMap((respondent) => [
    [respondent, 'fast-search_functional', 'like'],
    [respondent, 'fast-search_dysfunctional', 'dislike'],
    [respondent, 'Voice-search_functional', 'like'],
    [respondent, 'voice-search', respondent === 'r3' ? null : 'secret'],
    [respondent, 'What else?', `${respondent} lives in a secret place`],
    [respondent, null, 'secret'],
  ]),
};

const json = JSON.stringify;
const questions = [0, 1]
  .map((feature) => {
    const [functional, dysfunctional, importance] = columnsOf(feature).map((name) => json(name));
    return `  ${features[feature]?.id}: { functional: ${functional}, dysfunctional: ${dysfunctional}, importance: ${importance} }\n`;
  })
  .join('');

/** The survey map, as `kano import` needs it too. */
export const mapText = (table: string, duplicates = 'last', where = '') => `${table}
names: { dark-mode: F3 }
columns:
${questions}  dark-mode: { importance: "F3 importance" }
answers:
  like: [${json(words[0])}]
  must-be: [${json(words[1])}]
  neutral: [${words[2]}]
  live-with: [${json(words[3])}]
  dislike: [${json(words[4])}]
  leaveOut: [Weiß nicht]
importance: { from: 1, to: 5 }
personas: { column: ${json(names.segment)}, values: { "Member": member }, leaveOut: [employee] }
respondents: { column: respondent, duplicates: ${duplicates}, leaveOut: { year: [2024] } }
where: { ${json(names.country)}: ["D'E", AT, ""]${where} }
`;

/** How the map says what kind of table it is. */
export const tableTexts = {
  wide: `table: { name: answers, survey: ${json(names.wave)}, order: answered at }`,
  byFeature: `table: { name: by feature, survey: ${json(names.wave)}, order: answered at, feature: feature, functional: ${json(names.functional)}, dysfunctional: ${json(names.dysfunctional)}, importance: importance }`,
  byAnswer: `table: { name: ${json('"by ""answer"""')}, survey: ${json(names.wave)}, order: answered at, question: question, answer: answer }`,
} as const;

/** The same answers as an export for `kano import`. */
export const csv = [wide.columns.map(({ name }) => name), ...wide.rows]
  .map((row) => row.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(','))
  .join('\n');
