import { defineConfig } from 'vitest/config';

/** Only catches what hangs. `FUZZ_RUNS` asks for more runs of the fuzzers than one test has time for otherwise. */
const timeout = process.env.FUZZ_RUNS ? 3_600_000 : 60_000;

/** The fast suite: no VS Code, no browser. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    globalSetup: 'test/unit/buildCommand.ts',
    // The rooms are pure, so tests share their modules: loading them again for every file takes longer than most tests.
    pool: 'threads',
    isolate: false,
    unstubGlobals: true,
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});
