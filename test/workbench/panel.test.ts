import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cursorLine } from './pages/editor.ts';
import { chooseFilter, filter, openPanel, rowTitles, showTab } from './pages/panel.ts';
import { acceptDialog, goToLine, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow, reloadWindow } from './pages/window.ts';
import { copyOfExamples, shopLine, workspaceWith } from './pages/workspace.ts';

const shop = 'web-shop/shop.kano.yaml';

test('the whole panel is used by the keyboard alone', async () => {
  const folder = await copyOfExamples();
  const { page, panel } = await openShop(folder);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    panel
      .locator(':focus')
      .evaluate((element) => `${element.getAttribute('role') ?? element.tagName} ${element.textContent?.trim().slice(0, 40)}`);

  // The page begins with its first control; from here on nothing but keys.
  await panel.locator('select').first().focus();
  await press('Tab');
  await page.keyboard.type('delivery');
  await expect.poll(() => panel.locator('.list .row').count()).toBeLessThan(8);
  await press('Escape');
  await expect.poll(() => panel.locator('.list .row').count()).toBeGreaterThan(20);

  // The filters: the button opens them, the Tab key leads into them, Escape back.
  await press('Tab', 'Enter');
  await panel.locator('#filters select').first().waitFor();
  await press('Tab');
  await panel.locator('#filters select').first().and(panel.locator(':focus')).waitFor();
  await press('Escape');
  await expect.poll(focused).toContain('Filter');
  await tabTo(page, panel, '[role=tab]');
  await press('ArrowRight');
  await expect.poll(focused).toBe('tab Backlog');
  await press('End');
  await expect.poll(focused).toBe('tab Metrics');
  await press('ArrowRight');
  await expect.poll(focused).toBe('tab Matrix');
  await press('ArrowRight');

  // Headings sort, rows are one stop.
  await tabTo(page, panel, 'th button.sort');
  await press('Tab', 'Enter');
  await expect.poll(() => panel.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  await tabTo(page, panel, 'tbody .row');
  const first = await focused();
  await press('ArrowDown');
  await expect.poll(focused).not.toBe(first);
  await expect.poll(() => panel.locator('tr.selected').count()).toBe(1);
  await press('End');
  await expect.poll(focused).toContain('Wish lists');
  await press('Home');
  await expect.poll(focused).toContain('A chatbot');
  await screenshot(page, 'panel by keyboard');

  // Results of surveys are cells of a row.
  await tabTo(page, panel, '[role=tab]', 'Shift+Tab');
  await press('ArrowRight');
  await expect.poll(focused).not.toBe('tab Backlog');
  await press('ArrowRight');
  await expect.poll(focused).toBe('tab Trend');
  await tabTo(page, panel, 'tbody .row');
  // The largest change comes first.
  await press('Home');
  await press('ArrowRight');
  await expect.poll(focused).toContain('Attractive');
  await press('Enter');
  await expect.poll(() => cursorLine(page)).toBe(shopLine('survey: 2025-q3, persona: member, counts: { M: 18,'));

  // The form of the selected feature. What is typed goes into the file as long as the editor has the focus.
  const inEditor = page.locator('.monaco-editor.focused');
  await inEditor.waitFor();
  await panel.locator('.row[aria-current=true]').focus();
  await inEditor.waitFor({ state: 'detached' });
  await tabTo(page, panel, 'input[type=number]');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('8');
  await press('Enter');
  await expect.poll(() => visibleText(page)).toContain('effort: 8');

  // The commands, which are the active panel's; the dialog, and the files.
  await press('ControlOrMeta+2');
  await runCommand(page, 'Kano: Save Table as Markdown…');
  await acceptDialog(page, 'shop.md');
  const file = join(folder, 'web-shop/shop.md');
  // The file is there before everything is in it.
  await panel.locator('.said', { hasText: 'Saved as web-shop/shop.md' }).waitFor();
  await expect(await readFile(file, 'utf8')).toMatchFileSnapshot(expected('shop-table.md'));
  await runCommand(page, 'Kano: Save Table as CSV…');
  await acceptDialog(page, 'shop.csv');
  await panel.locator('.said', { hasText: 'Saved as web-shop/shop.csv' }).waitFor();
  await expect(await readFile(join(folder, 'web-shop/shop.csv'), 'utf8')).toMatchFileSnapshot(expected('shop-table.csv'));
});

test('selection goes both ways, edits undo like typing, filters and all else come back after a reload', async () => {
  const folder = await copyOfExamples();
  const { page, panel } = await openShop(folder);
  const before = await readFile(join(folder, shop), 'utf8');

  // From the panel to the source: a row, a touchpoint, a metric.
  await panel.locator('.row[data-key="discounts"]').dblclick();
  await expect.poll(() => lineText(page)).toContain('id: discounts');
  await showTab(panel, 'Touchpoints');
  expect(await panel.locator('.row[aria-current=true]').first().getAttribute('data-key')).toBe('discounts');
  await panel.getByRole('button', { name: 'Checkout', exact: true }).click();
  await expect.poll(() => lineText(page)).toContain('id: checkout');
  await showTab(panel, 'Metrics');
  await panel.getByRole('button', { name: 'Net promoter score' }).click();
  await expect.poll(() => lineText(page)).toMatch(/id: .*promoter/);

  // From the source to the panel.
  await showTab(panel, 'Backlog');
  await page.locator('.monaco-editor .view-lines').first().click();
  await goToLine(page, shopLine('- id: accurate-description'));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => panel.locator('tr.selected').getAttribute('data-key')).toBe('accurate-description');

  // Edits are minimal, and undo like typing.
  const edited = async (from: string, to: string) => {
    await expect.poll(() => savedText(page, folder)).toBe(before.replace(from, to));
  };
  const feature = before.slice(before.indexOf('- id: accurate-description'));
  const changed = (from: string, to: string) => edited(feature, feature.replace(from, to));
  await filter(panel, 'Status').last().selectOption('in-progress');
  await changed('status: planned', 'status: in-progress');
  await expect.poll(() => filter(panel, 'Status').last().inputValue()).toBe('in-progress');
  await filter(panel, 'Assumed').selectOption('O');
  await expect.poll(() => savedText(page, folder)).toContain('assumed: O');
  await filter(panel, 'Assumed').selectOption('');
  await changed('status: planned', 'status: in-progress');
  await page.locator('.monaco-editor .view-lines').first().click();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => savedText(page, folder)).toBe(before);

  // Every filter leaves less, and says so.
  const count = async () => Number(/^\d+/.exec((await panel.locator('.chips .shown').textContent()) ?? '')?.[0]);
  for (const [label, value] of [
    ['Stage', 'buy'],
    ['Touchpoint', 'checkout'],
    ['Status', 'planned'],
    ['Tag', 'service'],
    ['Category', 'M'],
  ] as const) {
    await chooseFilter(panel, label, `=${value}`);
    await expect.poll(count, { message: label }).toBeLessThan(20);
    expect(await panel.locator('tbody .row').count(), label).toBe(await count());
    await panel.getByRole('button', { name: 'Clear filters' }).click();
    await panel.locator('.chips .shown').waitFor({ state: 'detached' });
  }
  await chooseFilter(panel, 'Persona', '=guest');
  await expect.poll(() => panel.locator('.chips .shown').textContent()).toContain('answers of Guest');
  await expect.poll(() => panel.locator('tr[data-key="guest-checkout"]').textContent()).toContain('Must-be');
  await chooseFilter(panel, 'Survey', '=2025-q3');
  await chooseFilter(panel, 'Stage', '=choose');
  await panel.getByRole('button', { name: 'Category', exact: true }).click();
  await panel.locator('th[aria-sort]', { hasText: 'Category' }).waitFor();
  const rows = await rowTitles(panel);
  await screenshot(page, 'panel filtered');

  await reloadWindow(page);
  await panel.locator('.page').waitFor({ state: 'detached' });
  const restored = webview(page);
  await restored.locator('tbody .row').first().waitFor();
  await expect.poll(() => rowTitles(restored)).toEqual(rows);
  expect(await restored.locator('.chips .shown').textContent()).toContain('answers of Guest, Autumn panel 2025');
  expect(await restored.getByRole('tab', { selected: true }).textContent()).toContain('Backlog');
});

test('a hostile file shows as text and runs nothing', async () => {
  const attack = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  const quoted = JSON.stringify(attack);
  const folder = await workspaceWith({
    'hostile.kano.yaml': [
      'kano: 1',
      `product: ${quoted}`,
      `personas: [{ id: a, name: ${quoted} }, { id: b, name: "javascript:document.title=1" }]`,
      `stages: [{ id: s, name: ${quoted} }]`,
      `touchpoints: [{ id: t, name: ${quoted}, stage: s, channel: ${quoted}, pains: [${quoted}], activities: [service], emotion: 1 }]`,
      `surveys: [{ id: q, date: 2026-01-01, title: ${quoted} }]`,
      'features:',
      `  - { id: x, title: ${quoted}, owner: ${quoted}, tags: [${quoted}], touchpoints: [t], links: ["javascript:document.title=1"], tallies: [{ survey: q, persona: a, counts: { M: 50, O: 3 } }, { survey: q, persona: b, counts: { A: 50 } }] }`,
      `  - { id: "a\\"><script>", title: Odd id, tally: { O: 40 } }`,
      `  - { id: long, title: "${'very long '.repeat(10_000)}", tally: { A: 40, I: 3 } }`,
      `metrics: [{ id: m, name: ${quoted}, unit: ${quoted}, better: higher, target: 3, readings: [{ date: 2026-01-01, value: 1 }, { date: 2026-02-01, value: 2 }] }]`,
      '',
    ].join('\n'),
  });
  const { page, panel } = await openShop(folder, 'hostile.kano.yaml');
  const title = await panel.locator('html').evaluate(() => document.title);
  expect(await panel.locator('h1').textContent()).toBe(attack);
  for (const tab of ['Matrix', 'Backlog', 'Touchpoints', 'Trend', 'Personas', 'Metrics']) {
    await showTab(panel, tab);
    await page.waitForTimeout(150);
    await screenshot(page, `panel hostile ${tab}`);
  }
  await showTab(panel, 'Backlog');
  await panel.locator('tbody .row', { hasText: 'onerror' }).click();
  await panel.locator('.details strong', { hasText: 'onerror' }).waitFor();
  expect(await panel.locator('#panel :is(img, script, a)').count()).toBe(0);
  expect(await panel.locator('html').evaluate(() => document.title)).toBe(title);
  expect(await panel.locator('tbody .row').last().textContent()).toMatch(/very long/);
});

test('what is empty, broken or gone says what to do', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': 'kano: 1\nproduct: Shop\n' });
  const file = join(folder, 'shop.kano.yaml');
  const { page, panel } = await openShop(folder, 'shop.kano.yaml');
  const message = () => panel.locator('.empty').first().textContent();
  await expect.poll(message).toContain('Add one under “features”');
  // A watcher that is still starting does not see every change.
  const write = (text: string, shown: () => Promise<unknown>) =>
    expect.poll(async () => writeFile(file, text).then(shown), { interval: 1_000 });
  await write('kano: 1\nproduct: Shop\nfeatures:\n  - { id: a, title: A }\n', message).toContain('Enter answers under “tally”');
  const points = () => panel.locator('.point').count();
  await write('kano: 1\nproduct: Shop\nfeatures:\n  - { id: a, title: A, tally: { M: 50, O: 3 } }\n', points).toBe(1);
  for (const [tab, text] of [
    ['Touchpoints', 'no touchpoints yet'],
    ['Trend', 'two surveys'],
    ['Personas', 'two personas'],
    ['Metrics', 'no metrics yet'],
  ] as const) {
    await showTab(panel, tab);
    await expect.poll(message, { message: tab }).toContain(text);
  }
  await showTab(panel, 'Matrix');
  await panel.locator('vscode-text-field input').pressSequentially('nothing like it');
  await expect.poll(message).toContain('No feature matches');
  await panel.getByRole('button', { name: 'Show all' }).click();
  await panel.locator('.point').first().waitFor();

  await writeFile(file, 'kano: 1\nproduct: "Shop\n  : [\n');
  await panel.locator('.stale .notice', { hasText: 'last picture before' }).waitFor();
  expect(await panel.locator('.row[data-key=a]').count()).toBe(1);
  await screenshot(page, 'panel broken');
});

test('the whole workspace stands in one list, with files beside ids that two of them have', async () => {
  const tally = 'tally: { M: 50, O: 3 }';
  const folder = await workspaceWith({
    'a/shop.kano.yaml': `kano: 1\nproduct: Shop\nfeatures:\n  - { id: pay, title: Pay, ${tally} }\n`,
    'b/app.kano.yaml': `kano: 1\nproduct: App\nfeatures:\n  - { id: pay, title: Pay by phone, ${tally} }\n  - { id: look, title: Looks, tally: { A: 40 } }\n`,
  });
  const { page, panel } = await openShop(folder, 'a/shop.kano.yaml');
  await expect.poll(() => rowTitles(panel)).toEqual(['Pay']);
  await filter(panel, 'Scope').selectOption('=workspace');
  await expect
    .poll(async () => (await rowTitles(panel)).map((title) => title.trim()))
    .toEqual(['Pay a/shop.kano.yaml', 'Pay by phone b/app.kano.yaml', 'Looks']);
  await panel.locator('.row', { hasText: 'Looks' }).dblclick();
  await page.locator('.tab.active', { hasText: 'app.kano.yaml' }).waitFor();
  await screenshot(page, 'panel workspace');
});

async function openShop(folder: string, file = shop): Promise<{ page: Page; panel: FrameLocator }> {
  const page = await openWindow(folder, { openFile: join(folder, file), width: 1700, height: 1000 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  return { page, panel: await openPanel(page) };
}

/** Presses Tab until the keyboard is at what is looked for. */
async function tabTo(page: Page, panel: FrameLocator, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    if ((await panel.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${key} never comes to ${selector}`);
}

/** The text of the line with the cursor. */
async function lineText(page: Page): Promise<string> {
  const box = await page.locator('.monaco-editor .line-numbers.active-line-number').first().boundingBox();
  const lines = await page.locator('.monaco-editor .view-line').all();
  for (const line of lines) {
    const place = await line.boundingBox();
    if (box && place && Math.abs(place.y - box.y) < 3) return withPlainSpaces(await line.textContent());
  }
  return '';
}

async function visibleText(page: Page): Promise<string> {
  return withPlainSpaces((await page.locator('.monaco-editor .view-line').allTextContents()).join('\n'));
}

/** What stands in the file once the editor is saved. */
async function savedText(page: Page, folder: string): Promise<string> {
  await runCommand(page, 'File: Save All');
  return readFile(join(folder, shop), 'utf8');
}

function withPlainSpaces(text: string | null): string {
  return (text ?? '').replaceAll('\u00a0', ' ');
}

function expected(name: string): string {
  return fileURLToPath(new URL(`expected/${name}`, import.meta.url));
}
