#!/usr/bin/env node
// A stand-in for the desktop `code` executable: takes the arguments that @vscode/test-electron passes, runs the extension's
// tests in a VS Code in a headless browser, prints their log and ends with their exit code.
// KANO_VERBOSE=1 shows all that VS Code logs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { windowAddress } from './address.mjs';
import { chromiumFlags, ensureBrowser } from './browser.mjs';
import { onEnd } from './clean-up.mjs';
import { ensureVSCode } from './install-vscode.mjs';
import { startServer } from './server.mjs';
import { writeUserSettings } from './settings.mjs';

const testsMayTakeMilliseconds = 300_000;

/** @type {string[]} */
const errors = [];

process.exit(await main());

/** @returns {Promise<number>} The exit code. */
async function main() {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const extensionFolder = text(values.extensionDevelopmentPath);
  const extensionTestsFile = text(values.extensionTestsPath);
  if (!extensionFolder || !extensionTestsFile) {
    console.error('web-vscode: --extensionDevelopmentPath=… and --extensionTestsPath=… are needed.');
    return 2;
  }
  const dataFolder = text(values['user-data-dir']) ?? temporaryFolder();
  const extensionsFolder = text(values['extensions-dir']);
  const [vscode, browserPath] = [await ensureVSCode(), await ensureBrowser()];
  writeUserSettings(dataFolder);
  const server = await startServer(vscode, { dataFolder, forTests: true, ...(extensionsFolder ? { extensionsFolder } : {}) });
  const address = windowAddress(server, {
    extensionFolder: resolve(extensionFolder),
    extensionTestsFile: testsFile(resolve(extensionTestsFile)),
    ...(positionals[0] ? { folder: resolve(positionals[0]) } : {}),
  });
  try {
    return await runTestsInBrowser(browserPath, address);
  } finally {
    await server.stop();
  }
}

/**
 * @param {string} executablePath
 * @param {string} address
 * @returns {Promise<number>} What the page says the tests' exit code is; 1 when it says nothing in time.
 */
async function runTestsInBrowser(executablePath, address) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags, handleSIGINT: false, handleSIGTERM: false });
  const close = onEnd(() => browser.close());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.exposeFunction('codeAutomationLog', log);
    const ended = endOfTests(page);
    await page.exposeFunction('codeAutomationExit', ended.tell);
    await page.goto(address);
    const code = await ended.code;
    if (code !== 0) console.error(errors.join('\n'));
    return code;
  } finally {
    await close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {{ code: Promise<number>, tell: (code: number) => void }}
 */
function endOfTests(page) {
  /** @type {(code: number) => void} */
  let tell = () => {};
  /** @type {Promise<number>} */
  const code = new Promise((resolve) => {
    tell = resolve;
  });
  let told = false;
  code.then(() => {
    told = true;
  });
  /** @param {string} reason */
  const giveUp = (reason) => {
    if (told) return;
    console.error(`web-vscode: ${reason}`);
    tell(1);
  };
  page.once('crash', () => giveUp('The page crashed.'));
  page.once('close', () => giveUp('The page was closed before the tests ended.'));
  setTimeout(() => giveUp('The tests did not end within five minutes.'), testsMayTakeMilliseconds).unref();
  return { code, tell };
}

/**
 * VS Code logs a lot of its own here. A test reporter indents its lines, which VS Code does not: those are shown, and errors when
 * the run failed.
 *
 * @param {string} type
 * @param {unknown[]} values
 */
function log(type, values) {
  const line = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
  if (process.env.KANO_VERBOSE || /^\s/.test(line)) console.log(line);
  else if (type === 'error') errors.push(line);
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The web-worker extension host fetches the module by its full name. @param {string} path */
function testsFile(path) {
  return path.endsWith('.js') ? path : `${path}.js`;
}

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'kano-vscode-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
