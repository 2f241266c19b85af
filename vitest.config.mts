import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Only catches what hangs. `FUZZ_RUNS` asks for more runs of the fuzzers than one test has time for otherwise. */
const timeout = process.env.FUZZ_RUNS ? 3_600_000 : 60_000;

const tests = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => `test/unit/${path.replaceAll('\\', '/')}`);
const replacingModules = tests.filter((path) => readFileSync(path, 'utf8').includes('vi.mock('));

/** What runs on every host; `src/page/state/` is pure too. */
const pureRooms = ['base', 'document', 'analysis', 'terms', 'problems', 'matrix', 'languageFeatures', 'report', 'survey', 'page/state'];

/** The fast suite: no VS Code, no browser. */
export default defineConfig({
  test: {
    globalSetup: 'test/unit/buildCommand.ts',
    pool: 'threads',
    unstubGlobals: true,
    testTimeout: timeout,
    hookTimeout: timeout,
    // `npm run coverage`
    coverage: {
      provider: 'v8',
      include: [`src/{${pureRooms.join(',')}}/**/*.ts`],
      reporter: ['json-summary'],
      reportsDirectory: 'test-results/coverage',
      thresholds: { branches: 95 },
    },
    projects: [
      // The rooms are pure, so tests share their modules: loading them again for every file takes longer than most tests.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: replacingModules, isolate: false } },
      { extends: true, test: { name: 'unit, own modules', include: replacingModules } },
    ],
  },
});
