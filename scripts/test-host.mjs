// Runs test/host in VS Code's Node extension host and in its web-worker extension host: node scripts/test-host.mjs node hover
// Arguments name hosts, and parts of the names of test files.
// KANO_VSCODE: a desktop VS Code to run them in, instead of the web VS Code: its program, or a version to download (1.100.0, stable).
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleHostTests } from './tests/bundle-host-tests.mjs';
import { countsLine, forgetCounts, saveCounts } from './tests/counts.mjs';
import { ensureBrowser } from './vscode/browser.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { ensureVSCode } from './vscode/install-vscode.mjs';
import { makeRunFolder } from './vscode/run-folder.mjs';
import { stageExtension } from './vscode/stage-extension.mjs';

/** @typedef {{ name: 'node' | 'web-worker', title: string }} Host */

/** @type {Host[]} */
const hosts = [
  { name: 'node', title: 'Node extension host' },
  { name: 'web-worker', title: 'web-worker extension host' },
];

const isHost = (/** @type {string} */ word) => hosts.some(({ name }) => name === word);
const wanted = process.argv.slice(2).filter(isHost);
const names = process.argv.slice(2).filter((word) => !isHost(word));
let failed = false;
for (const host of hosts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  failed = !(await testIn(host)) || failed;
}
process.exitCode = failed ? 1 : 0;

/**
 * @param {Host} host
 * @returns {Promise<boolean>} Whether all tests passed.
 */
async function testIn({ name, title }) {
  const suite = `host-${name}`;
  forgetCounts(suite);
  const { folder, remove } = makeRunFolder(suite);
  const extensionFolder = join(folder, 'extension');
  // Inside the extension's folder: VS Code runs tests in the host of the extension in which they lie.
  const testsFile = join(extensionFolder, 'tests', 'index.js');
  stageExtension(extensionFolder, { main: name === 'node' });
  await bundleHostTests(testsFile, name, names);
  const succeeded = await runInVSCode(folder, extensionFolder, testsFile);
  const results = readResults(folder);
  await remove();
  saveCounts(suite, results);
  console.log(`\nVS Code ${results.vscode}, ${title}: ${countsLine(results)}`);
  return succeeded && results.failed === 0;
}

/**
 * @param {string} folder
 * @param {string} extensionDevelopmentPath
 * @param {string} extensionTestsPath
 */
async function runInVSCode(folder, extensionDevelopmentPath, extensionTestsPath) {
  try {
    const vscodeExecutablePath = await vscodeProgram();
    if (!process.env.KANO_VSCODE) await Promise.all([ensureVSCode(), ensureBrowser()]);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath,
      extensionTestsPath,
      launchArgs: [workspaceCopy(folder), `--user-data-dir=${join(folder, 'user-data')}`, `--extensions-dir=${join(folder, 'extensions')}`],
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

async function vscodeProgram() {
  const named = process.env.KANO_VSCODE;
  if (!named) return join(projectFolder, 'scripts', 'vscode', 'web-vscode.mjs');
  return /^(?:\d+\.\d+\.\d+|stable|insiders)$/.test(named) ? downloadAndUnzipVSCode(named) : named;
}

/**
 * A copy of the examples, which tests may change, with links to a folder and to a file in it.
 *
 * @param {string} folder
 */
function workspaceCopy(folder) {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace, { recursive: true });
  if (existsSync(join(projectFolder, 'examples'))) cpSync(join(projectFolder, 'examples'), workspace, { recursive: true });
  if (process.platform !== 'win32') {
    symlinkSync('web-shop', join(workspace, 'a-link-to-the-shop'));
    symlinkSync('shop.kano.yaml', join(workspace, 'web-shop', 'a-link-to-the-file.kano.yaml'));
  }
  return workspace;
}

/** @param {string} folder */
function readResults(folder) {
  const file = join(folder, 'results.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return {
    vscode: '(unknown)',
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [{ test: '(the run)', message: 'It ended before the last test.' }],
  };
}
