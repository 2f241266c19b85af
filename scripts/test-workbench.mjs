// Runs test/workbench: Playwright drives a whole VS Code with the built extension in it.
// More arguments go to vitest: node scripts/test-workbench.mjs lenses -t 'shows the category'
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { makePackage } from './packaging/make-package.mjs';
import { countsLine, forgetCounts, saveCounts } from './tests/counts.mjs';
import { runVitest } from './tests/run-vitest.mjs';
import { chromiumFlags, ensureBrowser } from './vscode/browser.mjs';
import { onEnd } from './vscode/clean-up.mjs';
import { projectFolder, testResultsFolder } from './vscode/folders.mjs';
import { ensureVSCode } from './vscode/install-vscode.mjs';
import { withProgress } from './vscode/progress.mjs';
import { makeRunFolder } from './vscode/run-folder.mjs';
import { installExtension, startServer } from './vscode/server.mjs';
import { userSettingsFile, writeUserSettings } from './vscode/settings.mjs';
import { stageExtension } from './vscode/stage-extension.mjs';

const suite = 'workbench';
const { folder, remove } = makeRunFolder(suite);
forgetCounts(suite);
rmSync(join(testResultsFolder, 'screenshots'), { recursive: true, force: true });

const vscode = await ensureVSCode();
const executablePath = await ensureBrowser();
const extensionFolder = join(folder, 'extension');
stageExtension(extensionFolder);
// Without it the tests of the installed package fail, and all others run.
const installedExtensions = await withProgress('packaging and installing the extension', installIntoCleanServer).catch((error) => {
  console.error(error.message);
  return [];
});
const development = await start('development');
const installed = await start('installed');
const browser = await chromium.launchServer({
  executablePath,
  args: chromiumFlags,
  host: '127.0.0.1',
  handleSIGINT: false,
  handleSIGTERM: false,
});
const closeBrowser = onEnd(() => browser.close());

const counts = await runVitest(['--config', 'test/workbench/vitest.config.mts', ...process.argv.slice(2)], {
  KANO_WORKBENCH: JSON.stringify({
    browserEndpoint: browser.wsEndpoint(),
    development: development.description,
    installed: installed.description,
    installedExtensions,
    extensionFolder,
    examplesFolder: join(projectFolder, 'examples'),
    testResultsFolder,
  }),
});
saveCounts(suite, counts);
await Promise.all([closeBrowser(), development.stop(), installed.stop()]);
await remove();
console.log(`\nVS Code ${vscode.version}, whole workbench: ${countsLine(counts)}`);
process.exit(counts.failed > 0 ? 1 : 0);

/** @returns {Promise<string[]>} What is installed there then. */
async function installIntoCleanServer() {
  const { file } = await makePackage(folder);
  return installExtension(vscode, { ...serverFolders('installed'), vsix: file });
}

/** @param {'development' | 'installed'} name */
async function start(name) {
  const folders = serverFolders(name);
  // A window that is still loading takes the focus away.
  writeUserSettings(folders.dataFolder, { 'workbench.quickOpen.closeOnFocusLost': false });
  const { origin, port, stop } = await startServer(vscode, { ...folders, forTests: true });
  return { stop, description: { origin, port, settingsFile: userSettingsFile(folders.dataFolder) } };
}

/** @param {string} name */
function serverFolders(name) {
  return { dataFolder: join(folder, name, 'data'), extensionsFolder: join(folder, name, 'extensions') };
}
