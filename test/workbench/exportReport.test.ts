import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { exportFrom, openPanel } from './pages/panel.ts';
import { acceptDialog, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

test('a report is written where the dialog says, byte for byte as the command writes it', async () => {
  const folder = await copyOfExamples();
  const shop = join(folder, 'web-shop/shop.kano.yaml');
  const page = await openWindow(folder, { openFile: shop, width: 1300, height: 900 });
  for (const [audience, name, parameters] of [
    ['For the team', 'shop-report.html', []],
    ['For the public', 'shop-report-2.html', ['--public']],
  ] as const) {
    await runCommand(page, 'Kano: Export Report…');
    await page.getByText('Who is the report for?').or(page.getByPlaceholder('Who is the report for?')).first().waitFor();
    if (parameters.length === 0) await screenshot(page, 'export report');
    await pick(page, audience);
    await saveAs(page, join(folder, 'web-shop', name));
    await page.getByText(`Saved as web-shop/${name}.`).waitFor();
    const expected = join(folder, 'web-shop', 'expected.html');
    await promisify(execFile)(process.execPath, [command, 'report', 'shop.kano.yaml', '-o', expected, ...parameters], {
      cwd: join(folder, 'web-shop'),
    });
    expect(existsSync(expected)).toBe(true);
    expect(await readFile(join(folder, 'web-shop', name), 'utf8')).toBe(await readFile(expected, 'utf8'));
  }
});

test('the menu of the panel has it beside the other exports', async () => {
  const folder = await copyOfExamples();
  const page = await openWindow(folder, { openFile: join(folder, 'web-shop/shop.kano.yaml'), width: 1300, height: 900 });
  await openPanel(page);
  await exportFrom(page, 'Export Report…');
  await pick(page, 'For the team');
  await acceptDialog(page, 'shop-report.html');
  await page.getByText('Saved as web-shop/shop-report.html.').waitFor();
});

async function pick(page: Page, label: string): Promise<void> {
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).click();
}

async function saveAs(page: Page, path: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  await expect.poll(() => input.inputValue()).toContain('shop-report.html');
  await input.fill(path);
  await page.keyboard.press('Enter');
}
