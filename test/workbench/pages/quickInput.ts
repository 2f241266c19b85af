import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { clickAway } from './clicks.ts';

/** Opens a file of the workspace by its name, or the end of its path, and waits until its editor has the focus. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await chooseFirst(page, 'ControlOrMeta+P', path, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** Runs a command from the palette by its full title, as "Kano: Show matrix". */
export async function runCommand(page: Page, title: string): Promise<void> {
  await chooseFirst(page, 'F1', `>${title}`, title);
}

/** Puts the cursor of the active editor to the start of a line; lines count from 1, as the editor shows them. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await pressUntilShown(page, 'Control+G');
  const widget = page.locator('.quick-input-widget');
  await widget.locator('input.input').fill(`:${line}`);
  await clickAway(widget.locator('.monaco-list-row', { hasText: String(line) }));
}

/** Takes the file that a dialog offers, once it has come to its name. */
export async function acceptDialog(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.locator('.quick-input-widget input.input').inputValue()).toContain(name);
  await page.keyboard.press('Enter');
}

async function chooseFirst(page: Page, key: string, text: string, label: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const row = widget.locator('.monaco-list-row').filter({ hasText: label }).first();
  // A command of an extension that is still starting is not in the list that was opened before it.
  for (let attempt = 0; attempt < 10; attempt++) {
    await pressUntilShown(page, key);
    await widget.locator('input.input').fill(text);
    const isListed = await row.waitFor({ timeout: 6_000 }).then(
      () => true,
      () => false,
    );
    if (isListed) break;
    await page.keyboard.press('Escape');
  }
  // Not the box itself has to go away: a command that asks shows it again at once.
  await clickAway(row);
}

/** A window that is still loading may not know its keys yet. */
async function pressUntilShown(page: Page, key: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.keyboard.press(key);
    const shown = await input.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  throw new Error(`${key} opened no quick input.`);
}
