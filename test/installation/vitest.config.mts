import { defineConfig } from 'vitest/config';

/** Installs the command as its users do: with the real pre-commit, and with npm from Git. Each builds it from a clone of the project, with the packages of npm's registry. */
export default defineConfig({
  test: {
    globalSetup: 'test/unit/buildCommand.ts',
    include: ['test/installation/**/*.test.ts'],
    // npm writes to one cache.
    fileParallelism: false,
    // Only catch what hangs: npm may have to fetch every package.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
