import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { questionnairePageModule } from './scripts/building/questionnaire-page.mjs';
import { svgRendererFile } from './scripts/building/svg-renderer.mjs';

/** Only catches what hangs. `FUZZ_RUNS` asks for more runs of the fuzzers than one test has time for otherwise. */
const timeout = process.env.FUZZ_RUNS ? 3_600_000 : 300_000;

const tests = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => `test/unit/${path.replaceAll('\\', '/')}`);
/** Tests that make links, pipes, modes and shell scripts, which Windows has not. */
const needingPosix = tests.filter((path) =>
  /mkfifo|symlinkSync|chmodSync|chownSync|'(?:ba)?sh'|workflowRunner|faults\.ts|'\/dev\//.test(readFileSync(path, 'utf8')),
);
const leftOut = process.platform === 'win32' ? needingPosix : [];

/** What runs on every host; `src/page/state/` is pure too. */
const pureRooms = ['base', 'document', 'analysis', 'terms', 'problems', 'matrix', 'languageFeatures', 'report', 'survey', 'page/state'];

/** With coverage the tests call the command's sources, not the command as it is built: what they reach in the pure rooms through it counts. */
const isMeasured = process.argv.includes('--coverage');

/** The command is in one language at a time: where its sources are called they are no one else's. */
const withOwnModules = tests.filter(
  (path) => readFileSync(path, 'utf8').includes('vi.mock(') || (isMeasured && path.startsWith('test/unit/cli/')),
);

/** Texts and places that the command's build puts into it. */
const texts: Plugin = {
  name: 'kano-texts',
  enforce: 'pre',
  resolveId: (id) => (/^kano:(?:questionnaire-page|svg-renderer)$/.test(id) ? `\0${id}` : undefined),
  async load(id) {
    if (id === '\0kano:questionnaire-page') return (await questionnairePageModule()).contents;
    if (id === '\0kano:svg-renderer') return `export default ${JSON.stringify(pathToFileURL(svgRendererFile).href)};`;
    return id.endsWith('.md') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : undefined;
  },
};

/** The fast suite: no VS Code, no browser. */
export default defineConfig({
  plugins: [texts],
  test: {
    globalSetup: 'test/unit/buildCommand.ts',
    setupFiles: 'test/unit/propertySeed.ts',
    pool: 'threads',
    unstubGlobals: true,
    testTimeout: timeout,
    hookTimeout: timeout,
    // `npm run coverage`
    coverage: {
      provider: 'v8',
      include: [`src/{${pureRooms.join(',')}}/**/*.ts`],
      reporter: ['json-summary', 'json'],
      // Figures are wanted where a test fails too; the run fails all the same.
      reportOnFailure: true,
      reportsDirectory: 'test-results/coverage',
    },
    projects: [
      // The rooms are pure, so tests share their modules: loading them again for every file takes longer than most tests.
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: [...withOwnModules, ...leftOut], isolate: false },
      },
      { extends: true, test: { name: 'unit, own modules', include: withOwnModules } },
    ],
  },
});
