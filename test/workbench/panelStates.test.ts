import { execFileSync } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { doUntil } from './pages/clicks.ts';
import { cursorLine, editorTab } from './pages/editor.ts';
import { chooseInExplorer } from './pages/explorer.ts';
import { filter, openPanel, rowTitles, showTab } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow, reloadWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const pay = '  - { id: pay, title: Pay, owner: "@shop", effort: 3, tally: { M: 50, O: 3 } }\n';
const shop = `kano: 1\nproduct: Shop\nfeatures:\n${pay}  - { id: look, title: Look, tally: { A: 50, O: 3 } }\n`;

test('an edit that cannot be made leaves what stands in the file, and says why', async () => {
  const aliased = `${shop}  - &base { id: base, title: Base, effort: 5 }\n  - *base\n`;
  const folder = await workspaceWith({ 'shop.kano.yaml': aliased });
  const { page, panel } = await openShop(folder);
  const said = () => panel.locator('footer .said').textContent();
  const effort = filter(panel, 'Effort').last();

  await panel.locator('.row[data-key="pay"]').click();
  for (const wrong of ['-2', '0']) {
    await effort.fill(wrong);
    await effort.press('Enter');
    await expect.poll(said).toBe('An effort is a number above 0: nothing was changed.');
    expect(await effort.inputValue(), wrong).toBe('3');
  }

  // What an alias brings in cannot be changed without changing more.
  await panel.locator('.row[data-key="base#2"]').click();
  await expect.poll(() => effort.inputValue()).toBe('5');
  await effort.fill('8');
  await effort.press('Enter');
  await expect.poll(said).toContain('written in a way that cannot be changed safely');
  await expect.poll(() => effort.inputValue()).toBe('5');

  await filter(panel, 'Owner').last().fill('@somebody');
  await filter(panel, 'Owner').last().press('Enter');
  await expect.poll(() => filter(panel, 'Owner').last().inputValue()).toBe('');
  for (const [label, other, before] of [
    ['Status', 'shipped', 'idea'],
    ['Assumed', 'O', ''],
  ] as const) {
    await filter(panel, label).last().selectOption(other);
    await expect.poll(() => filter(panel, label).last().inputValue(), { message: label }).toBe(before);
  }
  await screenshot(page, 'panel refused edit');
  expect(await readFile(join(folder, 'shop.kano.yaml'), 'utf8')).toBe(aliased);
});

test('a file that is deleted, renamed or there again: the last picture stays, and says what it is', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  const file = join(folder, 'shop.kano.yaml');
  const { page, panel } = await openShop(folder);
  await panel.locator('.row[data-key="pay"]').click();
  // As long as an editor has the file open, it is there; the panel alone has nothing to go by.
  await editorTab(page, 'shop.kano.yaml').click();
  await runCommand(page, 'View: Close Editor');

  const gone = panel.locator('.stale .notice', { hasText: 'no longer there' });
  await until(
    () => rm(file),
    gone,
    () => writeFile(file, shop),
  );
  expect(await rowTitles(panel)).toEqual(['Pay', 'Look']);
  // What is double-clicked has no place in a file any more: no editor covers the panel.
  await panel.locator('.row[data-key="look"]').dblclick();
  await panel.locator('.said', { hasText: 'no longer there' }).waitFor();
  expect(await filter(panel, 'Effort').last().isDisabled()).toBe(true);
  expect(await filter(panel, 'Status').last().isDisabled()).toBe(true);
  expect(await accessibilityFindings(panel)).toEqual([]);
  await screenshot(page, 'panel gone');
  for (const tab of ['Backlog', 'Touchpoints', 'Trend', 'Personas', 'Metrics', 'Matrix']) {
    await showTab(panel, tab);
    expect(await accessibilityFindings(panel), tab).toEqual([]);
  }

  // There again, with something else in it.
  await until(() => writeFile(file, shop.replace('title: Look', 'title: Looks')), panel.locator('.row', { hasText: 'Looks' }));
  await expect.poll(() => panel.locator('.stale').count()).toBe(0);
  expect(await filter(panel, 'Status').last().isEnabled()).toBe(true);

  const renamed = join(folder, 'store.kano.yaml');
  await until(
    () => rename(file, renamed),
    gone,
    () => rename(renamed, file),
  );
  expect(await rowTitles(panel)).toEqual(['Pay', 'Looks']);
});

test('a panel that is alone in the window stays in sight: what is double-clicked opens beside it', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  const { page, panel } = await openShop(folder);
  await editorTab(page, 'shop.kano.yaml').click();
  await runCommand(page, 'View: Close Editor');
  await expect.poll(() => page.locator('.editor-group-container').count()).toBe(1);
  await panel.locator('.row[data-key="look"]').dblclick();
  await editorTab(page, 'shop.kano.yaml').waitFor();
  expect(await page.locator('.editor-group-container').count()).toBe(2);
  await expect.poll(() => cursorLine(page)).toBe(5);
  expect(await rowTitles(panel)).toEqual(['Pay', 'Look']);
  // And again in the same group, not in a third one.
  await panel.locator('.row[data-key="pay"]').dblclick();
  await expect.poll(() => cursorLine(page)).toBe(4);
  expect(await page.locator('.editor-group-container').count()).toBe(2);
});

test('a file that a setting locks is shown, and says that it cannot be changed', async () => {
  const settings = JSON.stringify({ 'files.readonlyInclude': { 'shop.kano.yaml': true } });
  const folder = await workspaceWith({ 'shop.kano.yaml': shop, '.vscode/settings.json': settings });
  const { panel } = await openShop(folder);
  await panel.locator('.row[data-key="pay"]').click();
  await panel.locator('.details', { hasText: 'This file cannot be changed here.' }).waitFor();
  expect(await filter(panel, 'Status').last().isDisabled()).toBe(true);
});

test('a panel follows its file to another name', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  const { page, panel } = await openShop(folder);
  await panel.locator('.row[data-key="pay"]').click();
  await chooseInExplorer(page, 'shop.kano.yaml', 'Rename...');
  const name = page.locator('.explorer-folders-view input');
  await name.fill('store.kano.yaml');
  await name.press('Enter');
  await expect.poll(() => filter(panel, 'Scope').locator('option:checked').textContent()).toContain('store.kano.yaml');
  expect(await panel.locator('.stale').count()).toBe(0);
  await filter(panel, 'Status').last().selectOption('planned');
  await expect
    .poll(async () => {
      await runCommand(page, 'File: Save All');
      return readFile(join(folder, 'store.kano.yaml'), 'utf8');
    })
    .toContain('status: planned');
});

test('a panel that comes back while its file is away shows it once it is there again', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  const file = join(folder, 'shop.kano.yaml');
  const { page, panel } = await openShop(folder);
  await editorTab(page, 'shop.kano.yaml').click();
  await runCommand(page, 'View: Close Editor');
  await rm(file);
  await panel.locator('.stale .notice', { hasText: 'no longer there' }).waitFor();
  await reloadWindow(page);
  await panel.locator('.page').waitFor({ state: 'detached' });
  await panel.locator('.empty', { hasText: 'No file is shown here' }).waitFor();
  await until(
    () => writeFile(file, shop),
    panel.locator('.row[data-key="look"]'),
    () => rm(file),
  );
  expect(await rowTitles(panel)).toEqual(['Pay', 'Look']);
});

test('a past version is shown, and says that it cannot be changed', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': shop });
  for (const parameters of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Begin'],
  ])
    git(folder, ...parameters);
  await writeFile(join(folder, 'shop.kano.yaml'), shop.replace('title: Pay', 'title: Pay at once'));
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml'), width: 1500, height: 900 });
  // Git may still be looking at the files.
  await doUntil(() => runCommand(page, 'Git: Open File (HEAD)'), page.locator('.tab.active', { hasText: 'HEAD' }));
  const panel = await openPanel(page);
  await expect.poll(() => rowTitles(panel)).toEqual(['Pay', 'Look']);
  await panel.locator('.row[data-key="pay"]').click();
  await panel.locator('.details', { hasText: 'This file cannot be changed here.' }).waitFor();
  for (const label of ['Status', 'Effort', 'Owner', 'Assumed']) {
    expect(await filter(panel, label).last().isDisabled(), label).toBe(true);
  }
  expect(await accessibilityFindings(panel)).toEqual([]);
  await screenshot(page, 'panel past version');
});

/** Does it again until it is seen, once it is undone: a watcher that is still starting does not see every change. */
async function until(change: () => Promise<unknown>, seen: ReturnType<FrameLocator['locator']>, undo = async () => {}): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    await change();
    const isSeen = await seen.waitFor({ timeout: 6_000 }).then(
      () => true,
      () => false,
    );
    if (isSeen) return;
    await undo();
    // Gone and there again in the same moment is no change to a watcher.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  await seen.waitFor({ timeout: 1_000 });
}

async function openShop(folder: string): Promise<{ page: Page; panel: FrameLocator }> {
  const page = await openWindow(folder, { openFile: join(folder, 'shop.kano.yaml'), width: 1500, height: 900 });
  return { page, panel: await openPanel(page) };
}

function git(folder: string, ...parameters: string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const nobody = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', [...author, ...parameters], { cwd: folder, env: { ...process.env, ...nobody }, stdio: 'pipe' });
}
