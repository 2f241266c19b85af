import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPanel } from './pages/panel.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const shop = `kano: 1
product: Shop
features:
  - { id: pay, title: Pay fast }
`;
// Invented answers.
const answers = 'Pay fast [functional],Pay fast [dysfunctional],When\nlike,dislike,2026-09-01\nlike,dislike,2026-09-02\n';

interface Dragged {
  /** Files of the system. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lists of the editor. */
  readonly data?: Readonly<Record<string, string>>;
}

/** An event of a drag over the page, as a browser makes it. */
async function drag(panel: FrameLocator, type: 'dragover' | 'dragleave' | 'drop', { files = {}, data = {} }: Dragged): Promise<void> {
  await panel.locator('body').evaluate(
    (body, { type, files, data }) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of Object.entries(files))
        dataTransfer.items.add(new File([text], name, { lastModified: Date.UTC(2026, 8, 15) }));
      for (const [format, text] of Object.entries(data)) dataTransfer.setData(format, text);
      body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { type, files, data },
  );
}

test('exports are dropped on the panel, from the system and from the Explorer, and the import page starts with them', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop, 'wave 2.csv': answers.replace('2026-09-02', '2026-12-02') });
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml'), width: 1400, height: 900 });
  const panel = await openPanel(page);
  const hint = panel.locator('.drop-hint');
  const files = { 'answers.csv': answers };
  await drag(panel, 'dragover', { files });
  expect(await hint.textContent()).toBe('Drop to import survey answers');
  await screenshot(page, 'drop hint');
  await drag(panel, 'dragleave', { files });
  expect(await hint.count()).toBe(0);
  // Text is dragged through the page as before.
  await drag(panel, 'dragover', { data: { 'text/plain': 'x' } });
  expect(await hint.count()).toBe(0);
  await drag(panel, 'drop', { files: { 'answers.pdf': 'x' } });
  await panel.getByText('answers.pdf cannot be imported.').waitFor();

  await drag(panel, 'drop', { files });
  await page.locator('.tab.active', { hasText: 'Import: answers.csv' }).waitFor();
  const form = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  await expect.poll(() => form.locator('tbody tr:has(td.moved) > th').allTextContents()).toEqual(['Pay fast']);
  await form.getByRole('checkbox', { name: 'Save what was understood' }).check();
  await screenshot(page, 'drop import');
  await expect.poll(() => form.getByRole('button', { name: 'Apply' }).isEnabled()).toBe(true);
  await form.getByRole('button', { name: 'Apply' }).click();
  // Beside the product: what was dropped is in no folder.
  await expect.poll(() => existsSync(join(folder, 'answers.survey-map.yaml'))).toBe(true);
  expect(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')).toBe(shop);
});

test('a file is dragged from the Explorer to the panel while Shift is held', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop, 'wave 2.csv': answers });
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml'), width: 1400, height: 900 });
  const panel = await openPanel(page);
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'wave 2.csv' });
  const [from, to] = [await file.boundingBox(), await panel.locator('.empty').boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag, or nowhere to drop it.');
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.keyboard.down('Shift');
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 3, { steps: 10 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 10 });
  await panel.locator('.drop-hint').waitFor();
  await screenshot(page, 'drop from explorer');
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.locator('.tab.active', { hasText: 'Import: wave 2.csv' }).waitFor();
  const form = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  // By its path in the workspace, as other files.
  await form.getByText('wave 2.csv', { exact: false }).first().waitFor();
  await expect.poll(() => form.locator('tbody tr:has(td.moved) > th').allTextContents()).toEqual(['Pay fast']);
  await expect.poll(() => form.locator('body').textContent()).toContain('wave 2.survey-map.yaml');
  expect(await form.locator('body').textContent()).not.toContain(folder);
});
