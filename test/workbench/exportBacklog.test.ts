import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { editorTab } from './pages/editor.ts';
import { acceptDialog, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

test('the backlog is written where the dialog says, as the command writes it, and what people wrote into it stays', async () => {
  const folder = await copyOfExamples();
  const shop = join(folder, 'web-shop/shop.kano.yaml');
  const page = await openWindow(folder, { openFile: shop, width: 1300, height: 900 });
  await runCommand(page, 'Kano: Export Backlog');
  await acceptDialog(page, 'shop-backlog.md');
  const backlog = join(folder, 'web-shop/shop-backlog.md');
  await expect.poll(() => existsSync(backlog)).toBe(true);
  await page.locator('.tab.active', { hasText: 'shop-backlog.md' }).waitFor();
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'backlog', 'shop.kano.yaml'], { cwd: join(folder, 'web-shop') });
  const written = await readFile(backlog, 'utf8');
  expect(written).toBe(stdout);
  await screenshot(page, 'exported backlog');

  const noted = written.replace(/<!-- kano:notes .*?-->\n/, '$&\nDecided in May: delivery first.\n');
  expect(noted).not.toBe(written);
  await writeFile(backlog, noted.replace('Web shop', 'An old name'));
  await editorTab(page, 'shop.kano.yaml').click();
  await runCommand(page, 'Kano: Export Backlog');
  await acceptDialog(page, 'shop-backlog.md');
  await page.getByText('shop-backlog.md already exists').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => readFile(backlog, 'utf8')).toBe(noted);
});
