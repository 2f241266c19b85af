/** The text of a product with this many features, about 265 bytes each, in the style that people write. Invented numbers. */
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
  ].join('\n');
}

/** Lines that `kanoFeature` gives for each feature. */
export const linesPerFeature = 8;
