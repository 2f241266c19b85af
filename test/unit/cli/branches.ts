import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** A feature as a file has it. */
export interface Written {
  readonly id: string;
  readonly title: string;
  readonly [key: string]: unknown;
}

/** What one branch does to the features that both begin with. */
export type Change = (features: readonly Written[]) => readonly Written[];

const tally = fc.record({ M: fc.nat(60), O: fc.nat(60), A: fc.nat(60), I: fc.nat(60), R: fc.nat(9), Q: fc.nat(9) });
const status = fc.constantFrom('idea', 'planned', 'in-progress', 'shipped', 'rejected');
const content = fc.record(
  {
    status,
    effort: fc.integer({ min: 1, max: 21 }),
    owner: fc.constantFrom('@search-team', '@checkout-team', '@service-team'),
    touchpoints: fc.uniqueArray(fc.constantFrom('search', 'product', 'checkout', 'delivery', 'service'), { minLength: 1, maxLength: 2 }),
    tally,
  },
  { requiredKeys: ['touchpoints'] },
);

/** Features of an invented product, as many as given. */
export function features(count: number): fc.Arbitrary<readonly Written[]> {
  return fc.array(content, { minLength: count, maxLength: count }).map((all) => all.map((each, index) => written(each, index)));
}

/** Two branches that each add, change or remove a feature, not the same one. */
export function twoChanges(count: number): fc.Arbitrary<readonly [Change, Change]> {
  const change = (mark: string) =>
    fc
      .tuple(
        fc.constantFrom('add', 'change', 'remove'),
        content,
        fc.constantFrom('status', 'effort', 'owner', 'tally', 'title'),
        fc.nat(999),
      )
      .map(
        ([kind, given, key, number]) =>
          (index: number): Change =>
          (all) => {
            const added = written(given, `${mark}${number}`);
            if (kind === 'add') return [...all.slice(0, index), added, ...all.slice(index)];
            if (kind === 'remove') return all.filter((_, other) => other !== index);
            return all.map((each, other) => (other === index ? { ...each, [key]: added[key] } : each));
          },
      );
  const places = fc.uniqueArray(fc.nat(count - 1), { minLength: 2, maxLength: 2 });
  return fc.tuple(change('x'), change('y'), places).map(([first, second, [one = 0, other = 1]]) => [first(one), second(other)]);
}

/** Two branches that each add, change or remove another feature of a product that tells the whole story, as people do: with surveys, importance and what a feature is for. */
export function twoShopChanges(
  all: readonly Written[],
  ids: Readonly<Record<'touchpoints' | 'serves' | 'relieves' | 'moves', readonly string[]>>,
): fc.Arbitrary<readonly [Change, Change]> {
  const some = (list: readonly string[], minLength: number, maxLength: number) =>
    fc.uniqueArray(fc.constantFrom(...list), { minLength, maxLength });
  const counts = fc.record({ M: fc.nat(99), O: fc.nat(99), A: fc.nat(99), I: fc.nat(99), R: fc.nat(9), Q: fc.nat(9) });
  const importance = fc.integer({ min: 10, max: 90 }).map((tenths) => tenths / 10);
  const tallies = fc.tuple(counts, counts, importance, importance).map(([member, guest, ofMembers, ofGuests]) => [
    { survey: '2026-q3', persona: 'member', counts: member, importance: ofMembers },
    { survey: '2026-q3', persona: 'guest', counts: guest, importance: ofGuests },
  ]);
  const given = fc.record({
    status,
    shipped: fc.constantFrom('2025-10-01', '2026-01-15', '2026-07-01'),
    effort: fc.integer({ min: 1, max: 21 }),
    owner: fc.constantFrom('@search-team', '@checkout-team', '@service-team'),
    touchpoints: some(ids.touchpoints, 1, 2),
    serves: some(ids.serves, 0, 1),
    relieves: some(ids.relieves, 0, 1),
    moves: some(ids.moves, 0, 1),
    tallies,
  });
  const keys = ['status', 'effort', 'owner', 'tallies', 'touchpoints', 'serves', 'relieves', 'moves', 'title'];
  const change = (mark: string) =>
    fc.tuple(fc.constantFrom('add', 'change', 'remove'), given, fc.constantFrom(...keys), fc.nat(999)).map(
      ([kind, { status, shipped, ...rest }, key, number]) =>
        (index: number): Change =>
        (before) => {
          const added: Written = written({ ...rest, status, ...(status === 'shipped' ? { shipped } : {}) }, `${mark}${number}`);
          if (kind === 'add') return [...before.slice(0, index), added, ...before.slice(index)];
          if (kind === 'remove') return before.filter(({ id }) => id !== all[index]?.id);
          return before.map((each) => {
            if (each.id !== all[index]?.id) return each;
            const { tally: _, ...kept } = each;
            return { ...(key === 'tallies' ? kept : each), [key]: added[key], ...(key === 'status' ? { shipped: added.shipped } : {}) };
          });
        },
    );
  const places = fc.uniqueArray(fc.nat(all.length - 1), { minLength: 2, maxLength: 2 });
  return fc.tuple(change('x'), change('y'), places).map(([first, second, [one = 0, other = 1]]) => [first(one), second(other)]);
}

function written(given: object, index: number | string): Written {
  // Ids and titles in an order that has nothing to do with ranks.
  const word = words[(typeof index === 'number' ? index * 7 : Number(index.slice(1)) * 11) % words.length];
  return { id: `${word}-${index}`, title: `Feature ${word} ${index}`, ...given };
}

const words = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'heath',
  'inlet',
  'jetty',
  'knoll',
  'ledge',
  'marsh',
  'nadir',
  'orbit',
];

/** A base, and two texts made from it. */
export interface Merge {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What Git makes of a file in two branches: the text, and whether it conflicts. */
export interface Merged {
  readonly text: string;
  readonly isConflict: boolean;
}

/**
 * Merges as `git merge` does, without the files of a work tree.
 * @param folder an empty one, which becomes a repository
 * @param attributes what `.gitattributes` would say
 */
export function mergeAll(folder: string, merges: readonly Merge[], attributes = ''): readonly Merged[] {
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (parameters: readonly string[], input = '') =>
    execFileSync('git', parameters, { cwd: folder, input, encoding: 'utf8', env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
  git(['init', '--quiet', '--bare']);
  writeFileSync(join(folder, 'info', 'attributes'), attributes);
  const commit = (branch: string, text: string, from?: string) =>
    [
      `commit refs/heads/${branch}`,
      'committer A <a@example.org> 1000000000 +0000',
      'data 0',
      ...(from === undefined ? [] : [`from refs/heads/${from}`]),
      `M 100644 inline BACKLOG.md`,
      `data ${Buffer.byteLength(text)}`,
      `${text}\n`,
    ].join('\n');
  const commits = merges.flatMap(({ base, ours, theirs }, index) => [
    commit(`base${index}`, base),
    commit(`ours${index}`, ours, `base${index}`),
    commit(`theirs${index}`, theirs, `base${index}`),
  ]);
  git(['fast-import', '--quiet'], commits.join(''));
  return merges.map((_, index) => {
    const { tree, isConflict } = mergedTree(git, index);
    return { isConflict, text: git(['show', `${tree}:BACKLOG.md`]) };
  });
}

function mergedTree(git: (parameters: readonly string[]) => string, index: number) {
  const treeIn = (printed: string) => printed.split('\n', 1)[0] ?? '';
  try {
    return { tree: treeIn(git(['merge-tree', '--write-tree', `ours${index}`, `theirs${index}`])), isConflict: false };
  } catch (error) {
    const { status, stdout = '' } = error as { status?: number; stdout?: string };
    if (status !== 1) throw error;
    return { tree: treeIn(stdout), isConflict: true };
  }
}
