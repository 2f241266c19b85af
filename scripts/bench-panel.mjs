// npm run bench:panel [-- --times 9]
// A real VS Code with the web shop of the examples (31 features): from the command to the panel's symbols, from a key to the moved symbol, beside an
// empty webview in the same window. Figures of docs/performance.md; a timing is never a test.
import { cpSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { emptyWebviewCommand, writeEmptyWebview } from './editor-benchmark/empty-webview.mjs';
import { panelTimes } from './editor-benchmark/panel-times.mjs';
import { chromiumFlags, ensureBrowser } from './vscode/browser.mjs';
import { onEnd } from './vscode/clean-up.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { ensureVSCode } from './vscode/install-vscode.mjs';
import { runCommand } from './vscode/run-command.mjs';
import { makeRunFolder } from './vscode/run-folder.mjs';
import { startServer } from './vscode/server.mjs';
import { writeUserSettings } from './vscode/settings.mjs';
import { stageExtension } from './vscode/stage-extension.mjs';

const given = process.argv.indexOf('--times');
const times = given === -1 ? 9 : Number(process.argv[given + 1]);
await runCommand('npm', ['run', '--silent', 'build'], { cwd: projectFolder });
const { folder, remove } = makeRunFolder('bench-panel');
const vscode = await ensureVSCode();
const [extensionFolder, emptyFolder, workspace] = ['extension', 'extensions/benchmark.empty-webview-0.0.1', 'workspace'].map((name) =>
  join(folder, name),
);
stageExtension(extensionFolder);
writeEmptyWebview(emptyFolder);
cpSync(join(projectFolder, 'examples/web-shop'), workspace, { recursive: true });
const file = join(workspace, 'shop.kano.yaml');
const dataFolder = join(folder, 'data');
writeUserSettings(dataFolder, { 'workbench.quickOpen.closeOnFocusLost': false, 'editor.quickSuggestions': { other: 'off' } });
const server = await startServer(vscode, { dataFolder, extensionsFolder: join(folder, 'extensions'), forTests: true });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: chromiumFlags });
const closeBrowser = onEnd(() => browser.close());
const page = await (await browser.newContext({ viewport: { width: 1500, height: 950 } })).newPage();
const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${encodeURI(path)}`;
const payload = [
  ['skipWelcome', 'true'],
  ['extensionDevelopmentPath', remote(extensionFolder)],
  ['openFile', remote(file)],
];
await page.goto(`${server.origin}/?folder=${encodeURI(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
await page.locator('.editor-group-container.active .monaco-editor').first().waitFor();
await page.locator('.statusbar', { hasText: 'must-be' }).waitFor();
await page.waitForTimeout(5_000);

const lines = readFileSync(file, 'utf8').split('\n');
const line = lines.findIndex((text) => /counts: \{ M: \d/.test(text));
const column = (lines[line]?.match(/^.*counts: \{ M: \d+/)?.[0].length ?? 0) + 1;
const { empty, symbols, moved } = await panelTimes(page, {
  ...{ command: 'Kano: Open Prioritisation Matrix', emptyCommand: emptyWebviewCommand, times, keys: 2 * times },
  goTo: async () => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input.input').fill(`:${line + 1}:${column}`);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  },
});
console.log(`VS Code ${vscode.version}, 31 features, load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
console.log('| work | median | range |\n| --- | ---: | --- |');
for (const [work, figures] of /** @type {const} */ ([
  ['an empty webview: from the command to its element', empty],
  ['the panel: from the command to its symbols', symbols],
  ['a digit in a tally: from the key to the moved symbol', moved],
])) {
  const sorted = figures.toSorted((a, b) => a - b);
  console.log(
    `| ${work} | ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms | ${Math.round(sorted[0] ?? 0)}–${Math.round(sorted.at(-1) ?? 0)} |`,
  );
}
await Promise.all([closeBrowser(), server.stop()]);
await remove();
process.exit(0);
