import { defineConfig } from 'vitest/config';

/** The whole VS Code in a browser; started by scripts/test-workbench.mjs. One file after the other: two windows at once are slow. */
export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A whole VS Code on a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
  },
});
