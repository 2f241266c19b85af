import { defineConfig } from 'vitest/config';

/** Simulations and large files, which take too long to run once a mutant. They could only kill more. */
const long = [
  ...['products report one', 'in 8 of 40 features', 'at least 65 %', 'a plain bootstrap', 'NaN', 'whatever the product', 'after any edits'],
  ...[
    '10,000',
    'ten thousand',
    '20,000',
    'large file',
    'enumeration of every',
    'every number is one',
    'is told without p',
    'draws follow',
    'up to ten billion',
  ],
];

/** The tests of the rooms that are mutated, or those that MUTATION_TESTS names: then the score is a lower bound. They need no build of the command. */
export default defineConfig({
  test: {
    include: process.env.MUTATION_TESTS?.split(',') ?? ['test/unit/analysis/**/*.test.ts', 'test/unit/problems/**/*.test.ts'],
    exclude: [
      // Generated lists, which no change of the code at run time makes stale.
      'test/unit/problems/lists.test.ts',
      'test/unit/problems/manyUnknownReferences.test.ts',
      // Replaces modules that the other files share with it here.
      'test/unit/problems/failingChecks.test.ts',
    ],
    testNamePattern: new RegExp(`^(?!.*(?:${long.join('|')}))`),
    setupFiles: ['scripts/mutation/fewerRuns.mts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
});
