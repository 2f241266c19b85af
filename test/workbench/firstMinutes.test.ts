import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { clickAway, doUntil } from './pages/clicks.ts';
import { cursorLine } from './pages/editor.ts';
import { filter, openPanel, openPopover, rowTitles } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const begin = ['New File', 'Open the Sample'];
const support = ['Copy Information for a Bug Report', 'Show Output'];
const ofProduct = [
  'Compare With…',
  'Create Questionnaire…',
  'Export Backlog',
  'Export Report…',
  'Import Feedback…',
  'Import Survey Answers…',
  'Open Backlog Preview',
  'Open Prioritisation Matrix',
];
const ofPanel = ['Table as Markdown', 'Table as CSV', 'Picture as SVG', 'Picture as PNG', 'Picture for a Slide'].flatMap((what) => [
  `Copy ${what}`,
  `Save ${what}…`,
]);

test('a workspace without products: the palette offers what leads to one; the sample opens with its matrix, and then the rest is there', async () => {
  const folder = await workspaceWith({ 'notes.md': 'Nothing of ours.\n' });
  // High enough for the list of all commands: it draws what is in sight.
  const page = await openWindow(folder, { width: 1500, height: 1400 });
  // The first command starts the extension.
  await runCommand(page, 'Kano: Show Output');
  expect(await offered(page)).toEqual([...begin, ...support].sort());

  await runCommand(page, 'Kano: Open the Sample');
  const panel = webview(page);
  await panel.locator('.point').first().waitFor();
  expect((await rowTitles(panel)).length).toBeGreaterThan(25);
  await page.locator('.tab', { hasText: 'sample.kano.yaml' }).waitFor();
  expect(await offered(page)).toEqual([...begin, ...support, ...ofProduct, ...ofPanel].sort());
  await screenshot(page, 'first sample');

  // A reader whose panel stands beside the editor with the focus finds the commands of the panel too.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.tab', { hasText: 'sample.kano.yaml' }).click();
  await runCommand(page, 'Kano: Copy Table as Markdown');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\| Rank \| Feature/);

  await runCommand(page, 'Kano: Create Questionnaire');
  await chooseMarkdown(page);
  await page.locator('.tab.active', { hasText: 'sample-questionnaire.md' }).waitFor();
  await expect.poll(() => page.locator('.editor-group-container.active .view-lines').first().textContent()).toContain('Web');
});

test('commands of the panel reach one that is hidden behind another tab', async () => {
  const folder = await workspaceWith({
    'shop.kano.yaml': 'kano: 1\nproduct: Shop\nfeatures:\n  - { id: pay, title: Pay, tally: { M: 60 } }\n',
  });
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml') });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = await openPanel(page);
  await panel.locator('.point').first().waitFor();
  await page.locator('.tab', { hasText: 'Kano: Shop' }).click();
  // Not "Create: New File...": it asks for nothing where only one kind of file is known yet.
  await runCommand(page, 'File: New Untitled Text File');
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await runCommand(page, 'Kano: Copy Table as CSV');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('pay,');
});

test('a product without answers leads to a questionnaire, to the import and to the sample', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': 'kano: 1\nproduct: Shop\nfeatures:\n  - { id: pay, title: Pay }\n' });
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml'), width: 1400, height: 900 });
  const panel = await openPanel(page);
  const step = (name: string) => panel.locator('.first-steps vscode-button', { hasText: name });
  await step('Create a questionnaire').waitFor();
  expect(await accessibilityFindings(panel)).toEqual([]);
  await screenshot(page, 'first none surveyed');
  await step('Import answers').click();
  const files = page.locator('.quick-input-widget', { hasText: 'Import Survey Answers: exports of survey tools' });
  await files.waitFor();
  await screenshot(page, 'first import');
  await page.keyboard.press('Escape');
  await files.waitFor({ state: 'hidden' });
  await step('Create a questionnaire').click();
  await chooseMarkdown(page);
  await page.locator('.tab.active', { hasText: 'shop-questionnaire.md' }).waitFor();
  await expect.poll(() => page.locator('.editor-group-container.active .view-lines').first().textContent()).toContain('Pay');
  await step('Open the sample').click();
  await page.locator('.tab', { hasText: 'sample.kano.yaml' }).waitFor();
});

test('files are chosen by product, path and number of features', async () => {
  const features = (count: number) =>
    Array.from({ length: count }, (_, index) => `  - { id: f${index}, title: Feature ${index} }\n`).join('');
  const folder = await workspaceWith({
    'shop/shop.kano.yaml': `kano: 1\nproduct: Web shop\nuses: [../parts/tickets.kano.yaml]\nfeatures:\n${features(3)}`,
    'parts/tickets.kano.yaml': 'kano: 1\nproduct: Tickets\nfeatures:\n  - { id: seat, title: Seat }\n',
  });
  const page = await openWindow(folder);
  await runCommand(page, 'Kano: Open Prioritisation Matrix');
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  await expect
    .poll(() => rows.allInnerTexts())
    .toEqual([
      expect.stringMatching(/^Tickets\s*parts\/tickets\.kano\.yaml · 1 feature$/),
      expect.stringMatching(/^Web shop\s*shop\/shop\.kano\.yaml · 4 features$/),
    ]);
  await screenshot(page, 'first choose a file');
  await clickAway(rows.filter({ hasText: 'Web shop' }));
  await expect.poll(() => rowTitles(webview(page))).toHaveLength(4);
});

test('the walkthrough has four steps with pictures, which lead to the sample and on', async () => {
  const folder = await workspaceWith({ 'notes.md': 'Nothing of ours.\n' });
  const page = await openWindow(folder, { width: 1400, height: 900 });
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-widget input.input').fill('Kano');
  await clickAway(page.locator('.quick-input-widget .monaco-list-row', { hasText: 'First Minutes with Kano' }));
  const steps = page.locator('.gettingStartedDetailsContent .getting-started-step');
  await expect.poll(() => steps.count()).toBe(4);
  for (const [index, title] of ['Look at a product', 'Decide from one picture', 'Begin your own file', 'Ask your customers'].entries()) {
    await page.getByRole('heading', { name: title }).click();
    await page.locator('.getting-started-step.expanded', { hasText: title }).waitFor();
    const picture = page.frameLocator('.getting-started-media iframe').frameLocator('#active-frame').locator('svg');
    await expect.poll(() => picture.first().isVisible()).toBe(true);
    await page.waitForTimeout(300);
    await screenshot(page, `first walkthrough ${index + 1}`);
  }
  await page.getByRole('heading', { name: 'Look at a product' }).click();
  await page.getByRole('button', { name: 'Open the Sample' }).click();
  await webview(page).locator('.point').first().waitFor();
});

test('arrows show what moved since main, and features in a comparison lead to their place', async () => {
  const before =
    'kano: 1\nproduct: Shop\nfeatures:\n  - { id: pay, title: Pay, tally: { A: 60, O: 20 } }\n  - { id: look, title: "Look | (here)", tally: { A: 50, I: 30 } }\n';
  const folder = await workspaceWith({ 'a shop/shop.kano.yaml': before });
  for (const parameters of [
    ['init', '--quiet', '--initial-branch', 'main'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Begin'],
    ['checkout', '--quiet', '-b', 'ask'],
  ])
    git(folder, ...parameters);
  const file = join(folder, 'a shop/shop.kano.yaml');
  const after = before.replace('A: 60, O: 20', 'M: 60, O: 20').replace('A: 50, I: 30', 'A: 10, I: 70');
  await writeFile(file, after);
  const page = await openWindow(folder, { openFile: file, width: 1500, height: 900 });
  const panel = await openPanel(page);
  await panel.locator('.point').first().waitFor();
  await openPopover(panel, 'view-options');
  await expect.poll(() => filter(panel, 'Arrows').locator('option:enabled').allTextContents()).toEqual(['none', 'since main']);
  await filter(panel, 'Arrows').selectOption('base');
  await page.keyboard.press('Escape');
  // A line and a head for each, and the same in the legend.
  await expect.poll(() => panel.locator('.picture > g > .drift path').count()).toBe(4);
  await expect.poll(() => panel.locator('.picture-legend').textContent()).toBe('changed since main');
  await screenshot(page, 'panel since main');

  // One page in sight is told from another by nothing.
  await page.locator('.tab', { hasText: 'Kano: Shop' }).click();
  await runCommand(page, 'View: Close Editor');
  await runCommand(page, 'Kano: Compare With…');
  await clickAway(page.locator('.quick-input-widget .monaco-list-row', { hasText: 'main' }).first());
  const preview = webview(page);
  const link = preview.getByRole('link', { name: 'Look | (here)' }).first();
  await doUntil(() => link.click(), page.locator('.tab.active', { hasText: 'shop.kano.yaml' }));
  await expect.poll(() => cursorLine(page)).toBe(5);
  expect(await readFile(file, 'utf8')).toBe(after);
});

/** The commands of ours that the palette lists, without their category. */
async function offered(page: Page): Promise<string[]> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill('>Kano: ');
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  await rows.filter({ hasText: 'Kano: New File' }).first().waitFor();
  const labels = await rows.locator('.label-name').allTextContents();
  await page.keyboard.press('Escape');
  return labels.flatMap((label) => (label.startsWith('Kano: ') ? [label.slice(6)] : [])).sort();
}

function git(folder: string, ...parameters: string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const nobody = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', [...author, ...parameters], { cwd: folder, env: { ...process.env, ...nobody }, stdio: 'pipe' });
}

/** The two steps of "Create Questionnaire…". */
async function chooseMarkdown(page: Page): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await clickAway(widget.locator('.monaco-list-row', { hasText: 'Markdown' }));
  await clickAway(widget.getByRole('button', { name: 'OK' }));
}
