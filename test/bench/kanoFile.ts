/** The text of a product with this many features, about 490 bytes each, in the styles that people write. Invented numbers. */
export function kanoFile(features: number): string {
  const head = [
    'kano: 1',
    'product: Benchmark',
    'personas:',
    '  - { id: member, name: Member, share: 0.4 }',
    '  - { id: guest, name: Guest, share: 0.6 }',
    'stages:',
    '  - { id: discover, name: Discover }',
    'touchpoints:',
    ...['search', 'product-page', 'checkout'].map((id) => `  - { id: ${id}, name: The ${id}, stage: discover }`),
    'surveys:',
    '  - { id: 2026-q3, date: 2026-09-15 }',
    'features:',
  ];
  return `${[...head, ...Array.from({ length: features }, (_, index) => kanoFeature(`feature-${index}`, index))].join('\n')}\n`;
}

/** One feature as lines of a list that is indented by two spaces; `seed` varies its content. */
export function kanoFeature(id: string, seed: number): string {
  const touchpoint = ['search', 'product-page', 'checkout'][seed % 3];
  // One category leads clearly in most features, and the personas agree: files in which every feature has several problems are no one's.
  const leading = seed % 4;
  const counts = (persona: number) =>
    ['M', 'O', 'A', 'I']
      .map((letter, index) => `${letter}: ${(index === leading ? 70 : 8) + ((seed * (index + 3)) % 11) + ((seed + persona * index) % 3)}`)
      .join(', ');
  return [
    `  - id: ${id}`,
    `    title: Feature ${seed} for customers`,
    `    touchpoints: [${touchpoint}]`,
    '    status: planned',
    `    effort: ${1 + (seed % 13)}`,
    '    tallies:',
    `      - { survey: 2026-q3, persona: member, counts: { ${counts(0)} } }`,
    `      - { survey: 2026-q3, persona: guest, counts: { ${counts(1)} } }`,
    ...(descriptions[seed % descriptions.length] ?? []),
  ].join('\n');
}

/** The four usual styles of a longer text: folded, literal, quoted and plain. Each takes as many lines. */
const descriptions: readonly (readonly string[])[] = [
  [
    '    description: >-',
    "      Customers told us in interviews that they can't find what they look for,",
    '      and that the words of the catalogue are not theirs: ours, "as ever".',
  ],
  [
    '    description: |',
    '      Shown below the title, after the price:',
    '      - in stock, with the day of arrival; else the day when it is again',
  ],
  [
    '    description: "The last step before an order is placed. What is missing is named \\"here\\",',
    '      not at the top of the page; the \\u20ac sign is where the country has it,',
    '      and what was typed stays."',
  ],
  [
    '    description: Whoever comes back a second time should see what they looked at before, and in',
    '      the same order, without having to have an account or having to accept',
    '      anything else # see the notes of the interviews',
  ],
];

/** The same product with every key of the journey in use, those of features in every tenth of them. */
export function journeyFile(features: number): string {
  const plain = kanoFile(features)
    .replace('name: Guest, share: 0.6 }', 'name: Guest, share: 0.6, needs: [{ id: no-account, need: orders without signing up }, a note] }')
    .replace(
      'name: The checkout, stage: discover }',
      'name: The checkout, stage: discover, personas: [guest], owner: "@till", moment: choosing, referral: true, activities: [operations], emotions: [{ date: 2026-03-31, value: -2, persona: guest }, { date: 2026-09-30, value: -1, persona: guest }], pains: [{ id: forced-account, pain: an account is required, persona: guest }, a note] }',
    )
    .replace(
      'surveys:',
      'valueChain:\n  - { activity: operations, owner: "@back", bottlenecks: [{ id: one-carrier, bottleneck: one carrier only }] }\nmetrics:\n  - { id: repeat-purchase, name: Repeat, kind: repeat-purchase-rate, persona: guest, readings: [{ date: 2026-03-31, value: 24, n: 1200 }, { date: 2026-09-30, value: 29 }] }\nsurveys:',
    );
  let index = -1;
  return plain
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('  - id: feature-')) index++;
      if (index % 10 !== 0 || !line.startsWith('    status: ')) return [line];
      // Only what has shipped has a day on which it did.
      return index % 20 === 0 ? [line, ...journeyKeys(index)] : ['    status: shipped', '    shipped: 2026-06-01', ...journeyKeys(index)];
    })
    .join('\n');
}

/** Lines with all keys of the journey that a feature can have. People write both ways of each: evidence that contradicts most categories is no one's. */
function journeyKeys(seed: number): readonly string[] {
  return [
    '    serves: [no-account]',
    '    relieves: [forced-account, one-carrier]',
    '    moves: [repeat-purchase]',
    '    links: ["https://tracker.example/1"]',
    '    evidence:',
    `      - { source: app reviews, date: 2026-08-31, complaints: ${40 + (seed % 7)}, compliments: ${42 + (seed % 5)}, neutral: 5, persona: guest, touchpoint: checkout, quote: "Why?", link: "https://reviews.example/1" }`,
    '      - { source: support tickets, note: some in August }',
  ];
}

/** Lines that `kanoFeature` gives for each feature. */
export const linesPerFeature = 11;
