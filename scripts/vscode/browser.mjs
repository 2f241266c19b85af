import { join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.mjs';
import { findExecutable, isExecutable } from './find-executable.mjs';

/** Chromium flags with which VS Code runs without a screen, as any user including root, and without talking to the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a browser of the Chromium family, installing Debian's where that is possible: the first of KANO_BROWSER, an
 * installed Chrome, Chromium or Edge, Playwright's own download, `apt-get install chromium`.
 *
 * @returns {Promise<string>} The path of its executable.
 * @throws {Error} When there is none; the message says what to install.
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (canInstallDebianPackages()) {
    await installDebianPackages(['chromium', 'fonts-dejavu-core', 'fonts-noto-cjk']);
    const installed = installedBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No browser of the Chromium family found. Install Google Chrome, Chromium or Microsoft Edge ' +
      '(Debian, Ubuntu: sudo apt-get install chromium; anywhere: npx playwright-core install chromium), or set KANO_BROWSER to its path.',
  );
}

/**
 * @returns {Promise<string | undefined>} A browser that is already there.
 * @throws {Error} When KANO_BROWSER names something that cannot be started.
 */
export async function findBrowser() {
  const given = process.env.KANO_BROWSER;
  if (given) {
    if (!isExecutable(given)) throw new Error(`KANO_BROWSER is ${given}, which is not an executable file.`);
    return given;
  }
  return installedBrowser() ?? (await playwrightBrowser());
}

function installedBrowser() {
  return browserNames.map(findExecutable).find(Boolean) ?? browserPaths().find(isExecutable);
}

const browserNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

function browserPaths() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
}

async function playwrightBrowser() {
  try {
    // Only loaded when asked for: npm start looks for a browser before anything is installed.
    const { chromium } = await import('playwright-core');
    return isExecutable(chromium.executablePath()) ? chromium.executablePath() : undefined;
  } catch {
    return undefined;
  }
}
