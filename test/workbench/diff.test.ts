import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inlayHints } from './pages/editor.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const before = [
  'kano: 1',
  'product: Shop',
  'features:',
  '  - id: delivery-date',
  '    title: Delivery date is shown before ordering',
  '    tally: { M: 30, O: 40, A: 180, I: 60 }',
  '  - id: voice-search',
  '    title: Voice search',
  '    assumed: A',
  '',
].join('\n');

test('a reviewer sees the categories behind the ids, on both sides of a diff', async () => {
  const folder = await workspaceWith({ 'before.kano.yaml': before, 'after.kano.yaml': before.replace('M: 30', 'M: 210') });
  const page = await openWindow(folder, { width: 1400, height: 700 });
  await chooseInExplorer(page, 'before.kano.yaml', 'Select for Compare');
  await chooseInExplorer(page, 'after.kano.yaml', 'Compare with Selected');
  await expect
    .poll(() => inlayHints(page), { timeout: 60_000 })
    .toEqual(expect.arrayContaining(['Attractive', 'Attractive → Must-be', 'Attractive?']));
  await screenshot(page, 'diff');
});

async function chooseInExplorer(page: Page, file: string, action: string): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action }).click();
}
