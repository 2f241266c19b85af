import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

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
