import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clickAway, doUntil } from './pages/clicks.ts';
import { codeLenses, inlayHints, waitForCodeLens } from './pages/editor.ts';
import { openFile, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples } from './pages/workspace.ts';

const delightOfOldSurvey = '{ M: 18, O: 30, A: 56, I: 22, R: 1, Q: 3 }';
const newSurvey = /\n {6}- \{ survey: 2026-q3, persona: (?:member|guest), counts: \{ M: (?:86|98), .*/g;

/** A repository of the example as it was before the survey of 2026 asked about the delivery date, and on a branch as it is now. */
async function repository(): Promise<string> {
  const folder = await copyOfExamples();
  const shop = join(folder, 'web-shop', 'shop.kano.yaml');
  const now = await readFile(shop, 'utf8');
  expect(now).toContain(delightOfOldSurvey);
  await writeFile(shop, now.replaceAll(newSurvey, ''));
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  commit(folder, 'Ask in 2025');
  git(folder, 'tag', 'v1.0');
  git(folder, 'checkout', '--quiet', '-b', 'survey-2026');
  await writeFile(shop, now);
  commit(folder, 'Ask in 2026');
  return folder;
}

test('lenses and boxes say what changed since main, and a page sums it up', async () => {
  const page = await openWindow(await repository(), { width: 1400, height: 900 });
  await openFile(page, 'web-shop/shop.kano.yaml');
  await goTo(page, 'id: delivery-date');
  await waitForCodeLens(page, 'was Attractive in main');
  expect((await codeLenses(page)).filter((lens) => lens.includes('was'))).toContainEqual(
    expect.stringMatching(/^■ Must-be · was Attractive in main · 50% of 369$/),
  );
  await doUntil(() => runCommand(page, 'Show or Focus Hover'), page.locator('.monaco-hover', { hasText: 'Since main' }));
  await screenshot(page, 'git lens and box');

  await runCommand(page, 'Kano: Compare With…');
  await clickAway(page.locator('.quick-input-widget .monaco-list-row', { hasText: 'v1.0' }).first());
  const preview = webview(page);
  await preview.getByRole('heading', { name: 'Categories' }).waitFor();
  await preview.getByRole('cell', { name: 'Decay, beyond the intervals' }).waitFor();
  expect(await preview.getByRole('paragraph').first().textContent()).toMatch(/^1 category moved.* · v1\.0 → working tree$/);
  await screenshot(page, 'git comparison page');
});

test.each([
  ['side by side', true],
  ['inline', false],
])('a diff of two revisions shows what a category was, %s', async (name, sideBySide) => {
  const folder = await repository();
  const page = await openWindow(folder, { width: 1500, height: 800 });
  await openFile(page, 'web-shop/shop.kano.yaml');
  // The last commit undone, its change in the working tree: the diff is the one that people look at before they commit.
  git(folder, 'reset', '--quiet', 'HEAD~1');
  // Git knows of the change only once it has looked at the files again.
  await runCommand(page, 'Git: Refresh');
  await doUntil(() => runCommand(page, 'Git: Open Changes'), page.locator('.monaco-diff-editor'));
  const isSideBySide = async () => (await page.locator('.monaco-diff-editor.side-by-side').count()) > 0;
  if ((await isSideBySide()) !== sideBySide) await runCommand(page, 'Compare: Toggle Inline View');
  await expect.poll(isSideBySide).toBe(sideBySide);
  await expect.poll(() => inlayHints(page)).toContain('▲ Attractive → ■ Must-be');
  expect((await inlayHints(page)).filter((hint) => hint.includes('→'))).toEqual(['▲ Attractive → ■ Must-be']);
  await screenshot(page, `git diff ${name}`);
});

async function goTo(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+F');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

function git(folder: string, ...parameters: string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const nobody = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', [...author, ...parameters], { cwd: folder, env: { ...process.env, ...nobody }, stdio: 'pipe' });
}
