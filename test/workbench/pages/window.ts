import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { environment } from '../environment.ts';
import { runCommand } from './quickInput.ts';
import { screenshot } from './screenshot.ts';

/** How a window differs from the usual one. */
export interface WindowOptions {
  /** Absolute path of a file that is open from the start. */
  openFile?: string;
  /** Use the clean VS Code with the packaged extension installed, instead of the one that loads the built extension. */
  installed?: boolean;
  width?: number;
  height?: number;
}

/**
 * Opens a VS Code window on a folder (absolute path), with the extension, a fresh browser profile and nothing else open. Waits until
 * the window can be used; closes it after the test, with a picture
 * when the test failed.
 */
export async function openWindow(folder: string, options: WindowOptions = {}): Promise<Page> {
  const page = await openPage(options);
  await page.goto(windowAddress(folder, options));
  await page.locator('.monaco-workbench .part.editor').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  // It takes the focus when it comes, and with it what is being typed elsewhere.
  if (options.openFile) await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  return page;
}

/** An empty page of a browser profile of its own, gone after the test, with a picture when the test failed. */
export async function openPage({ width = 1280, height = 800 }: Pick<WindowOptions, 'width' | 'height'> = {}): Promise<Page> {
  browser ??= await chromium.connect(environment().browserEndpoint);
  const context = await browser.newContext({ viewport: { width, height } });
  context.setDefaultTimeout(longestWait);
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await screenshot(page, `failed ${task.name.replaceAll(/[^\w]+/g, ' ').trim()}`);
    await context.close();
  });
  return page;
}

/** Milliseconds; only catches what hangs. */
const longestWait = 60_000;

let browser: Browser | undefined;

/** Loads a window again, in which VS Code brings back what was open. */
export async function reloadWindow(page: Page): Promise<void> {
  await page.evaluate((address) => history.replaceState(null, '', address), withoutFileToOpen(page.url()));
  await runCommand(page, 'Developer: Reload Window');
}

/** The address of the window as it is opened again: told to open a file, VS Code would not bring back what was open. */
function withoutFileToOpen(address: string): string {
  const url = new URL(address);
  const payload: [string, string][] = JSON.parse(url.searchParams.get('payload') ?? '[]');
  url.searchParams.set('payload', JSON.stringify(payload.filter(([key]) => key !== 'openFile')));
  return url.href;
}

function windowAddress(folder: string, { openFile, installed = false }: WindowOptions): string {
  const { development, installed: clean, extensionFolder } = environment();
  const server = installed ? clean : development;
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${encodeURI(path)}`;
  const payload = [['skipWelcome', 'true']];
  if (!installed) payload.push(['extensionDevelopmentPath', remote(extensionFolder)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  return `${server.origin}/?folder=${encodeURI(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
