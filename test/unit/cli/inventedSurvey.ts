import { answerColumn } from '../../../src/survey/surveyFormat.ts';

// A survey that nobody took: answers of 300 invented respondents to three features, the same in every run.

export const features = [
  { id: 'voice-search', title: 'Voice search' },
  { id: 'dark-mode', title: 'Dark mode' },
  { id: 'offline-map', title: 'Offline map' },
] as const;

/** What the questions of a feature are in the file. */
export const questionsOf = (title: string) =>
  [`How do you feel if there is this: ${title}?`, `How do you feel if there is not this: ${title}?`] as const;

export const productText = `kano: 1
product: Invented
surveys: [{ id: s1, date: 2026-09-15 }]
features:
${features
  .map(({ id, title }) => {
    const [functional, dysfunctional] = questionsOf(title).map((text) => JSON.stringify(text));
    return `  - { id: ${id}, title: ${title}, question: { functional: ${functional}, dysfunctional: ${dysfunctional} } }\n`;
  })
  .join('')}`;

/** The pairs of each respondent, feature by feature: 0 is like, 4 is dislike. */
export const respondents: readonly (readonly (readonly [number, number])[])[] = Array.from({ length: 300 }, (_, respondent) =>
  features.map((_, feature) => {
    const draw = (respondent * 7919 + feature * 104_729 + ((respondent * respondent) % 97)) % 25;
    return [Math.floor(draw / 5), (draw + feature) % 5] as const;
  }),
);

/** The 25 numbers of each feature. */
export const expectedAnswers = Object.fromEntries(
  features.map(({ id }, feature) => {
    const answers = Array.from({ length: 5 }, () => Array<number>(5).fill(0));
    for (const pairs of respondents) {
      const [yes, no] = pairs[feature] ?? [0, 0];
      const row = answers[yes];
      if (row) row[no] = (row[no] ?? 0) + 1;
    }
    return [id, answers];
  }),
);

type Rows = readonly (readonly string[])[];
/** The words of the five answers to the question with the feature, and to the one without it. */
export type Words = readonly [functional: readonly string[], dysfunctional: readonly string[]];

const cells = (words: Words) => respondents.map((pairs) => pairs.flatMap(([yes, no]) => [words[0][yes] ?? '', words[1][no] ?? '']));
const columns = (name: (feature: (typeof features)[number], kind: 'functional' | 'dysfunctional') => string) =>
  features.flatMap((feature) => [name(feature, 'functional'), name(feature, 'dysfunctional')]);
const stem = { functional: 'How do you feel with it?', dysfunctional: 'How do you feel without it?' };
const withIds = (header: readonly string[], words: Words): Rows => [
  ['Respondent', ...header],
  ...cells(words).map((row, index) => [`r${index}`, ...row]),
];

/** The same answers in the shapes that survey tools export. */
export const shapes: Readonly<Record<string, (words: Words) => Rows>> = {
  'our own': (words) =>
    withIds(
      columns(({ id }, kind) => answerColumn(id, kind)),
      words,
    ),
  'with titles': (words) =>
    withIds(
      columns(({ title }, kind) => `${title} [${kind}]`),
      words,
    ),
  'with questions': (words) =>
    withIds(
      columns(({ title }, kind) => questionsOf(title)[kind === 'functional' ? 0 : 1]),
      words,
    ),
  'below titles': (words) => [
    ['Autumn panel'],
    ['All answers', ''],
    [],
    ...withIds(
      columns(({ title }, kind) => `${title} ${kind}`),
      words,
    ),
  ],
  'with an empty twin': (words) => {
    const [header = [], ...rows] = withIds(
      columns(({ id }, kind) => answerColumn(id, kind)),
      words,
    );
    return [[...header, header[1] ?? ''], ...rows.map((row) => [...row, ''])];
  },
  'a matrix': (words) =>
    withIds(
      columns(({ title }, kind) => `${stem[kind]} [${title}]`),
      words,
    ),
  'a matrix with dashes': (words) =>
    withIds(
      columns(({ title }, kind) => `${stem[kind]}—${title}`),
      words,
    ),
  'in long format': (words) => [
    ['Respondent', 'Feature', 'Functional', 'Dysfunctional'],
    ...respondents.flatMap((pairs, index) =>
      pairs.map(([yes, no], feature) => [`r${index}`, features[feature]?.title ?? '', words[0][yes] ?? '', words[1][no] ?? '']),
    ),
  ],
};

/** What the shapes need a survey map for. */
export const mapText = `stems: { functional: "${stem.functional}", dysfunctional: "${stem.dysfunctional}" }\n`;
