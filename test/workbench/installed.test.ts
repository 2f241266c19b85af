import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const manifest = JSON.parse(readFileSync(join(environment().extensionFolder, 'package.json'), 'utf8'));

test('the package installs into a clean VS Code', () => {
  expect(environment().installedExtensions).toEqual([`${manifest.publisher}.${manifest.name}@${manifest.version}`]);
});

test('the installed extension runs when a *.kano.yaml file is opened', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': 'kano: 1\nproduct: Web shop\nfeatures: []\n' });
  const page = await openWindow(folder, { installed: true, openFile: join(folder, 'shop.kano.yaml'), height: 2400 });
  await page.locator('.tab.active', { hasText: 'shop.kano.yaml' }).waitFor();
  await runCommand(page, 'Developer: Show Running Extensions');
  // The list holds only the rows that there is room for, hence the high window.
  const row = page
    .locator('.runtime-extensions-editor .monaco-list-row')
    .filter({ has: page.getByText(manifest.displayName, { exact: true }) });
  await row.getByText(/Activation: \d+ms/).waitFor();
  await screenshot(page, 'installed');
});
