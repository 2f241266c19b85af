// npm run bench:editor [-- --features 10000] [--json FILE] [--profile FILE.cpuprofile]: also FILE-opening.cpuprofile
// A real VS Code with a large file, measured from the outside: from the key to the problem and to the lens on the screen, with
// a CPU profile of the extension host. Figures of docs/performance.md; a timing is never a test.
import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { longestHold, readHolds, watchHolds } from './editor-benchmark/holds.mjs';
import { connectInspector } from './editor-benchmark/inspector.mjs';
import { profileSamples } from './editor-benchmark/profile-samples.mjs';
import { readProfile } from './editor-benchmark/read-profile.mjs';
import { chromiumFlags, ensureBrowser } from './vscode/browser.mjs';
import { onEnd } from './vscode/clean-up.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { findFreePort } from './vscode/free-port.mjs';
import { ensureVSCode } from './vscode/install-vscode.mjs';
import { runCommand } from './vscode/run-command.mjs';
import { makeRunFolder } from './vscode/run-folder.mjs';
import { startServer } from './vscode/server.mjs';
import { writeUserSettings } from './vscode/settings.mjs';
import { stageExtension } from './vscode/stage-extension.mjs';

const features = Number(argument('--features') ?? 10_000);
const keys = 50;
// Other extensions have a dist/extension.js of their own.
const bundle = '/extension/dist/extension.js';
await runCommand('npm', ['run', '--silent', 'build'], { cwd: projectFolder });
const { folder, remove } = makeRunFolder('bench-editor');
const vscode = await ensureVSCode();
const extensionFolder = join(folder, 'extension');
stageExtension(extensionFolder);
const sourceMap = new SourceMap(JSON.parse(readFileSync(join(projectFolder, 'dist/extension.js.map'), 'utf8')));
const { kanoFile } = await generator();
const text = kanoFile(features);
// Nothing that activates the extension: a window that is starting needs both cores, and would be measured with it.
writeFileSync(join(folder, 'notes.txt'), 'nothing here\n');
const dataFolder = join(folder, 'data');
// The tree of files beside us must not be watched and searched: it is not what is measured.
writeUserSettings(dataFolder, { 'workbench.quickOpen.closeOnFocusLost': false, 'editor.quickSuggestions': { other: 'off' } });
const server = await startServer(vscode, { dataFolder, extensionsFolder: join(folder, 'extensions'), forTests: true });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: chromiumFlags });
const closeBrowser = onEnd(() => browser.close());
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();

const inspectorPort = await findFreePort();
const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${encodeURI(path)}`;
const payload = [
  ['skipWelcome', 'true'],
  ['extensionDevelopmentPath', remote(extensionFolder)],
  ['inspect-extensions', String(inspectorPort)],
  ['openFile', remote(join(folder, 'notes.txt'))],
];
await page.goto(`${server.origin}/?folder=${encodeURI(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
const editor = page.locator('.editor-group-container.active .monaco-editor');
await editor.first().waitFor();
const inspector = await connectInspector(inspectorPort);
await inspector.send('HeapProfiler.enable');
await page.waitForTimeout(8_000);
writeFileSync(join(folder, 'large.kano.yaml'), text);
writeFileSync(join(folder, 'small.yaml'), 'nothing: here\n');
await openFile('small.yaml');
await page.waitForTimeout(5_000);
const heapBefore = await usedHeap();

/** @type {[string, string, number[]][]} */
const rows = [];
let firstLens = 0;
const opening = await holding(async () => {
  const start = performance.now();
  await openFile('large.kano.yaml');
  await lensAbove().waitFor({ timeout: 120_000 });
  rows.push(['open: from the choice of the file to the first lens', 'ms', [performance.now() - start]]);
  firstLens = await evaluate('Number(process.hrtime.bigint() / 1000n)');
  await page.waitForTimeout(5_000);
});
const before = opening.samples.filter(({ at, isOurs }) => isOurs && at < firstLens);
rows.push(['… of it ours in the extension host', 'ms', [before.reduce((sum, { milliseconds }) => sum + milliseconds, 0)]]);
const heapOpen = await usedHeap();

// The status of a feature in the middle: one letter more is a problem, one less is none.
const line = text.slice(0, text.indexOf(`feature-${Math.floor(features / 2)}\n`)).split('\n').length;
await goTo(line + 3, '    status: planned'.length + 1);
const problem = page.locator(
  '.editor-group-container.active .view-overlays .squiggly-error, .editor-group-container.active .squiggly-error',
);
await page.waitForTimeout(3_000);
const typing = await holding(async () => {
  rows.push([
    `a key to its problem, ${keys} keys`,
    'ms',
    await alternate(
      keys,
      'x',
      () => problem.first().waitFor(),
      () => problem.first().waitFor({ state: 'detached' }),
    ),
  ]);
});
await goTo(line + 6, '      - { survey: 2026-q3, persona: member, counts: { M: 8'.length + 1);
await page.waitForTimeout(2_000);
const lenses = page.locator('.editor-group-container.active .codelens-decoration');
let shownLenses = (await lenses.allTextContents()).join();
const counting = await holding(async () => {
  rows.push([
    `a digit in a tally to its lens (VS Code waits before it asks), ${keys} keys`,
    'ms',
    await alternate(
      keys,
      '9',
      () => lensChanges(),
      () => lensChanges(),
    ),
  ]);
});
// Fifty letters as fast as a fast typist, and nothing else to wait for.
await goTo(line + 1, '    title: Feature'.length + 1);
await page.waitForTimeout(2_000);
const burst = await profiled(async () => {
  for (let key = 0; key < keys; key++) await page.keyboard.type('e', { delay: 60 });
  await page.waitForTimeout(2_000);
});
const heapAfter = await usedHeap();
const [load, call, finish] = await activationTimes();

const { busy, ours, functions } = summaryOf(burst);
for (const [when, { longest, ours: most }] of /** @type {const} */ ([
  ['opening', opening],
  ['problems came and went', typing],
  ['lenses changed', counting],
])) {
  rows.push([`longest that the extension host was held while ${when}: by anything in it`, 'ms', [longest]]);
  rows.push(['… most that was ours of any hold', 'ms', [most]]);
}
rows.push([`${keys} letters in a title: the extension host's busy time for each, all extensions`, 'ms', [busy / keys]]);
rows.push(['… ours of it', 'ms', [ours / keys]]);
rows.push(['memory of the extension host: before, with the file open, after the typing', 'MB', [heapBefore, heapOpen, heapAfter]]);
rows.push(['activation, as VS Code reports it: loading the code and the call of activate()', 'ms', [load + call]]);
rows.push(['… loading · calling · what was waited for after that', 'ms', [load, call, finish]]);

console.log(`VS Code ${vscode.version}, ${features.toLocaleString('en')} features, ${(text.length / 1e6).toFixed(2)} MB\n`);
console.log('| work | median | range |\n| --- | ---: | --- |');
for (const [work, unit, figures] of rows) {
  const sorted = figures.toSorted((a, b) => a - b);
  const shown =
    unit === 'MB' || work.includes(' · ')
      ? figures.map((figure) => figure.toFixed(0)).join(' · ')
      : (sorted[sorted.length >> 1] ?? 0).toFixed(1);
  console.log(`| ${work} | ${shown} ${unit} | ${figures.length > 3 ? `${sorted[0]?.toFixed(1)}–${sorted.at(-1)?.toFixed(1)}` : ''} |`);
}
console.log(`\nWhere our time went during ${keys} letters in a title (own time):`);
for (const { line, column, milliseconds } of functions.slice(0, 20)) {
  console.log(`  ${milliseconds.toFixed(1).padStart(8)} ms  ${sourceOf(line, column)}`);
}
const jsonFile = argument('--json');
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ vscode: vscode.version, features, rows }, null, 2)}\n`);
const profileFile = argument('--profile');
if (profileFile) {
  writeFileSync(profileFile, JSON.stringify(burst));
  writeFileSync(profileFile.replace(/(?:\.cpuprofile)?$/, '-opening.cpuprofile'), JSON.stringify(opening.profile));
}
inspector.close();
await Promise.all([closeBrowser(), server.stop()]);
await remove();
process.exit(0);

/** @param {string} name */
function argument(name) {
  const index = process.argv.indexOf(name);
  return index === -1 ? undefined : process.argv[index + 1];
}

async function generator() {
  const outfile = join(folder, 'kanoFile.mjs');
  await build({ entryPoints: [join(projectFolder, 'test/bench/kanoFile.ts')], outfile, bundle: true, format: 'esm', logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
}

/**
 * @param {number} line
 * @param {number} column
 */
function sourceOf(line, column) {
  const entry = sourceMap.findEntry(line, column);
  return 'originalSource' in entry ? `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}` : `${line}:${column}`;
}

/** @param {any} profile */
function summaryOf(profile) {
  return readProfile(profile, bundle);
}

/**
 * @param {() => Promise<void>} work
 * @param {number} [interval] Microseconds between two samples.
 */
async function profiled(work, interval = 250) {
  await inspector.send('Profiler.enable');
  await inspector.send('Profiler.setSamplingInterval', { interval });
  await inspector.send('Profiler.start');
  await work();
  return (await inspector.send('Profiler.stop')).profile;
}

/**
 * How long nothing else could run in the extension host's thread while `work` went on.
 *
 * @param {() => Promise<void>} work
 */
async function holding(work) {
  await evaluate(watchHolds);
  const profile = await profiled(work, 1_000);
  const { holds } = JSON.parse(await evaluate(readHolds));
  return { ...longestHold(profile, holds, bundle), samples: profileSamples(profile, bundle), profile };
}

/**
 * The value of an expression in the extension host.
 *
 * @param {string} expression
 */
async function evaluate(expression) {
  return (await inspector.send('Runtime.evaluate', { expression })).result.value;
}

/** Megabytes after everything that is free was let go. */
async function usedHeap() {
  await inspector.send('HeapProfiler.collectGarbage');
  return (await inspector.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

/**
 * Types a character and takes it back, in turn; gives the milliseconds from each key to what it shows.
 *
 * @param {number} count
 * @param {string} character
 * @param {() => Promise<void>} typed
 * @param {() => Promise<void>} takenBack
 */
async function alternate(count, character, typed, takenBack) {
  const times = [];
  for (let key = 0; key < count; key++) {
    const start = performance.now();
    await page.keyboard.press(key % 2 === 0 ? character : 'Backspace');
    await (key % 2 === 0 ? typed() : takenBack());
    times.push(performance.now() - start);
    await page.waitForTimeout(150);
  }
  return times;
}

/** Until another number of answers stands in one of the lenses in view. */
async function lensChanges() {
  const before = shownLenses;
  await expectWithin(30_000, async () => {
    shownLenses = (await lenses.allTextContents()).join();
    return shownLenses !== before;
  });
}

/**
 * @param {number} milliseconds
 * @param {() => Promise<boolean>} condition
 */
async function expectWithin(milliseconds, condition) {
  for (const end = performance.now() + milliseconds; performance.now() < end; await page.waitForTimeout(5)) {
    if (await condition()) return;
  }
  throw new Error('The editor did not show what was expected.');
}

function lensAbove() {
  return page.locator('.editor-group-container.active .codelens-decoration', { hasText: 'Better' }).first();
}

/** @param {string} name */
async function openFile(name) {
  await quickInput('ControlOrMeta+P', name, name);
}

/**
 * @param {number} lineNumber
 * @param {number} column
 */
async function goTo(lineNumber, column) {
  await quickInput('Control+G', `:${lineNumber}:${column}`);
}

/**
 * @param {string} key
 * @param {string} value
 * @param {string} [choice] What the first row says once the list has followed the value.
 */
async function quickInput(key, value, choice = '') {
  const input = page.locator('.quick-input-widget input.input');
  await page.keyboard.press(key);
  await input.waitFor();
  await input.fill(value);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: choice }).first().waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Milliseconds of loading our code, of `activate()`, and until it was done, out of VS Code's own report. */
async function activationTimes() {
  await quickInput('F1', '>Developer: Startup Performance', 'Startup Performance');
  const lines = page.locator('.editor-group-container.active .view-line');
  // The report is long, and only what is in sight is there to be read.
  for (let screen = 0; screen < 60; screen++) {
    const texts = (await lines.allTextContents()).map((line) => line.replaceAll('\u00A0', ' '));
    const row = texts.find((line) => line.includes('| kano.vscode-kano '));
    if (row) return row.split('|').slice(3, 6).map(Number);
    await page.waitForTimeout(200);
    await page.keyboard.press('PageDown');
  }
  return [Number.NaN, Number.NaN, Number.NaN];
}
