import { defineConfig } from 'vitest/config';

/** The whole VS Code in a browser; started by scripts/test-workbench.mjs. One file after the other: two windows at once are slow. */
export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    fileParallelism: false,
    // Only catch what hangs: a test waits for many things, one after the other, in a whole VS Code on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A window may lose a key or a click while it is busy. The report names what needed its second try.
    retry: 1,
    expect: { poll: { timeout: 60_000 } },
  },
});
