import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { openPanel } from './pages/panel.ts';
import { goToLine, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples, shopLine, workspaceWith } from './pages/workspace.ts';

const manifest = JSON.parse(readFileSync(join(environment().extensionFolder, 'package.json'), 'utf8'));

test('the package installs into a clean VS Code', () => {
  expect(environment().installedExtensions).toEqual([`${manifest.publisher}.${manifest.name}@${manifest.version}`]);
});

test('the installed extension runs when a *.kano.yaml file is opened', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': 'kano: 1\nproduct: Web shop\nfeatures: []\n' });
  const page = await openWindow(folder, { installed: true, openFile: join(folder, 'shop.kano.yaml') });
  // No other extension of a clean VS Code puts code lenses into YAML.
  await page.locator('.codelens-decoration').first().waitFor();
  await screenshot(page, 'installed');
});

// The picture of the README (media/readme-matrix.png) is a copy of this screenshot.
test('the installed extension shows an example beside its matrix', async () => {
  const folder = join(await copyOfExamples(), 'web-shop');
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ 'editor.minimap.enabled': false }));
  const page = await openWindow(folder, { installed: true, openFile: join(folder, 'shop.kano.yaml'), width: 1600, height: 1000 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await goToLine(page, shopLine('- id: accurate-description'));
  await page.locator('.codelens-decoration', { hasText: 'Must-be · 61% of' }).waitFor();
  const panel = await openPanel(page);
  await panel.locator('.point').first().waitFor();
  await expect.poll(() => panel.locator('.label').count()).toBeGreaterThan(15);
  await page.mouse.move(5, 500);
  await expect.poll(() => page.locator('.workbench-hover').count()).toBe(0);
  await screenshot(page, 'readme');
});
