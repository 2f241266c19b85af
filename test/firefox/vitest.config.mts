import { defineConfig } from 'vitest/config';

/** Started by scripts/test-firefox.mjs. */
export default defineConfig({
  test: {
    include: ['test/firefox/**/*.test.ts'],
    pool: 'forks',
    // Node 20 has the client, and keeps it behind this.
    execArgv: ['--experimental-websocket', '--no-warnings'],
    // Only catch what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 1,
    expect: { poll: { timeout: 30_000 } },
  },
});
