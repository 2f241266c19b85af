import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseInExplorer } from './pages/explorer.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow, reloadWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const shop = `kano: 1
product: Shop
features:
  - { id: pay, title: Pay fast }
`;
// Invented answers.
const header = 'Pay fast [functional],Pay fast [dysfunctional],When\n';
const answers = `${header}like,dislike,2026-09-01\nlike,meh,2026-09-02\n`;

test('an import page is there again after the window was loaded again, with what was chosen, and says what is gone', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop, 'answers.csv': answers });
  const page = await openWindow(folder, { width: 1400, height: 900 });
  await runCommand(page, 'Kano: Show Output');
  await chooseInExplorer(page, 'answers.csv', 'Import Survey Answers');
  const form = webview(page);
  const word = form.locator('.decisions').getByLabel('What “meh” means', { exact: true });
  await word.selectOption('live-with');
  const moved = () => form.locator('tbody tr:has(td.moved) > th').allTextContents();
  await expect.poll(moved).toEqual(['Pay fast']);
  await reloadWindow(page);
  await expect.poll(moved).toEqual(['Pay fast']);
  expect(await word.inputValue()).toBe('live-with');
  expect(await form.getByRole('button', { name: 'Apply' }).isEnabled()).toBe(true);
  await rm(join(folder, 'answers.csv'));
  await reloadWindow(page);
  const other = form.getByRole('button', { name: 'Choose Other Files…' });
  await other.waitFor();
  await screenshot(page, 'import gone');
  await other.click();
  const files = page.locator('.quick-input-widget', { hasText: 'Import Survey Answers: exports of survey tools' });
  await files.waitFor();
  await page.keyboard.press('Escape');
  await files.waitFor({ state: 'hidden' });
  await rm(join(folder, 'shop.kano.yaml'));
  await reloadWindow(page);
  await form.getByText('What this page was about is not there any more.').waitFor();
});

test('Cancel stops the reading of a large file, which can be read again', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  await writeFile(join(folder, 'large.csv'), header + 'like,dislike,2026-09-01\n'.repeat(1_000_000));
  const page = await openWindow(folder, { width: 1400, height: 900 });
  await runCommand(page, 'Kano: Show Output');
  await chooseInExplorer(page, 'large.csv', 'Import Survey Answers');
  const form = webview(page);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByText('Reading was cancelled.').waitFor();
  expect(await form.locator('tbody tr').count()).toBe(0);
  expect(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')).toBe(shop);
  await screenshot(page, 'import cancelled');
  // The file is smaller now.
  await writeFile(join(folder, 'large.csv'), `${header}like,dislike,2026-09-01\n`);
  await form.getByRole('button', { name: 'Read Again' }).click();
  await expect.poll(() => form.locator('tbody tr:has(td.moved) > th').allTextContents()).toEqual(['Pay fast']);
});
