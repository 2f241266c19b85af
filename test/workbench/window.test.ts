import { expect, test } from 'vitest';
import { openFile } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

test('opens a folder quietly, and a *.kano.yaml file in it as YAML', async () => {
  const folder = await workspaceWith({ 'product/shop.kano.yaml': 'kano: 1\nproduct: Web shop\nfeatures: []\n' });
  const page = await openWindow(folder);
  expect(await page.locator('.tab').count()).toBe(0);
  await openFile(page, 'product/shop.kano.yaml');
  await page.locator('.statusbar-item', { hasText: 'YAML' }).waitFor();
  await expect.poll(() => page.locator('.view-line').first().textContent()).toContain('kano:');
  expect(await page.locator('.notifications-toasts .notification-toast').count()).toBe(0);
  await screenshot(page, 'window');
});
