import { expect, test } from 'vitest';
import { clickAway } from './pages/clicks.ts';
import { openFile } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples } from './pages/workspace.ts';

test('the view in the Explorer lists the features of the workspace, and leads to them', async () => {
  const page = await openWindow(await copyOfExamples(), { width: 1300, height: 1000 });
  await openFile(page, 'web-shop/shop.kano.yaml');
  const status = page.locator('.statusbar-item[id*="kano.summary"]');
  await expect.poll(() => status.textContent()).toMatch(/\d+/);
  const header = page.getByRole('button', { name: 'Kano Section' });
  await header.click();
  // Makes room for the view: only the rows in sight are in the page.
  await page.getByRole('button', { name: 'Explorer Section' }).click();
  const pane = page.locator('.pane', { has: header });
  await pane.locator('.monaco-list-row', { hasText: 'Must-be' }).first().waitFor();
  await screenshot(page, 'tree');
  const feature = pane.locator('.monaco-list-row[aria-level="2"]').first();
  const title = (await feature.locator('.label-name').first().textContent()) ?? '';
  await feature.click();
  await expect
    .poll(() => page.locator('.editor-group-container.active .view-lines').textContent())
    .toContain(title.replaceAll(' ', '\u00a0'));
  await header.hover();
  await pane.getByRole('button', { name: 'Group Features By…' }).click();
  await clickAway(page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Touchpoint' }));
  await pane.locator('.monaco-list-row[aria-level="1"]', { hasText: 'Ticket shop' }).first().waitFor();
  await screenshot(page, 'tree by touchpoint');
});
