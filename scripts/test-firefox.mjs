// Runs test/firefox: Firefox answers the page of a questionnaire, driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/).
// More arguments go to vitest.
import { countsLine, forgetCounts, saveCounts } from './tests/counts.mjs';
import { runVitest } from './tests/run-vitest.mjs';
import { ensureFirefox } from './vscode/firefox.mjs';
import { testResultsFolder } from './vscode/folders.mjs';

const suite = 'firefox';
forgetCounts(suite);
const executable = await ensureFirefox();
const counts = await runVitest(['--config', 'test/firefox/vitest.config.mts', ...process.argv.slice(2)], {
  KANO_FIREFOX: executable,
  KANO_TEST_RESULTS: testResultsFolder,
});
saveCounts(suite, counts);
console.log(`\nFirefox: ${countsLine(counts)}`);
process.exit(counts.failed > 0 ? 1 : 0);
