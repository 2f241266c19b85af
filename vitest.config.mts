import { defineConfig } from 'vitest/config';

/** The fast suite: no VS Code, no browser. */
export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts'] },
});
