import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clickAway } from './pages/clicks.ts';
import { acceptDialog, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const kano = (folder: string, ...parameters: string[]) =>
  execFileSync(process.execPath, [command, 'questionnaire', 'shop.kano.yaml', ...parameters], { cwd: folder, encoding: 'utf8' });
// Invented.
const shop = `kano: 1
product: Shop
features:
  - { id: pay, title: Pay fast }
  - { id: look, title: Look, tally: { M: 300 } }
`;

/** Chooses a form, and then what else the questionnaire has, by the beginnings of their labels. */
async function choose(page: Page, form: string, extras: readonly string[] = []): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const row = (text: string) => widget.locator('.monaco-list-row', { hasText: text }).first();
  await row(form).waitFor();
  await screenshot(page, `questionnaire form ${form}`);
  await clickAway(row(form));
  await row('Importance').waitFor();
  for (const extra of extras) await row(extra).locator('.monaco-checkbox, input[type=checkbox]').first().click();
  await screenshot(page, `questionnaire extras ${form}`);
  await clickAway(widget.getByRole('button', { name: 'OK' }));
}

test('the page of a questionnaire is shown as respondents see it, follows its product, and is saved as the command writes it', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml'), width: 1300, height: 900 });
  await runCommand(page, 'Kano: Create Questionnaire');
  await choose(page, 'HTML', ['Importance', 'Only what more answers']);
  const preview = webview(page);
  await preview.getByRole('heading', { name: 'Pay fast' }).waitFor();
  expect(await preview.getByRole('heading', { name: 'Look' }).count()).toBe(0);
  await preview.locator('input[name="pay_functional"][value="like"]').check();
  // Its own script runs, and nothing else.
  await expect.poll(() => preview.locator('#answered').textContent()).toBe('1 of 3 answered');
  await screenshot(page, 'questionnaire preview');
  await writeFile(join(folder, 'shop.kano.yaml'), shop.replace('Pay fast', 'Pay at once'));
  await preview.getByRole('heading', { name: 'Pay at once' }).waitFor();
  await page.locator('.editor-group-container.active .editor-actions').getByRole('button', { name: 'Save Questionnaire As' }).click();
  await acceptDialog(page, 'shop-questionnaire.html');
  const file = join(folder, 'shop-questionnaire.html');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(kano(folder, '--format', 'html', '--importance', '--ask', 'undecided'));
});

test('forms for survey tools are saved as the command writes them', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml') });
  for (const [form, name, format] of [
    ['KoboToolbox', 'shop-questionnaire.xlsx', 'xlsform'],
    ['LimeSurvey', 'shop-questionnaire.txt', 'limesurvey'],
  ] as const) {
    await runCommand(page, 'Kano: Create Questionnaire');
    await choose(page, form);
    await acceptDialog(page, name);
    await expect.poll(() => existsSync(join(folder, name))).toBe(true);
    kano(folder, '--format', format, '-o', `again-${name}`);
    expect(readFileSync(join(folder, name)).equals(readFileSync(join(folder, `again-${name}`)))).toBe(true);
  }
});
