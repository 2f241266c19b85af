import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { kanoFile } from '../bench/kanoFile.ts';
import { xmlErrors } from '../unit/matrix/wellFormed.ts';
import { clickAway } from './pages/clicks.ts';
import { exportFrom, filter, openPanel, openPopover, type themes, useTheme } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples, workspaceWith } from './pages/workspace.ts';

const shop = 'web-shop/shop.kano.yaml';

test.each<keyof typeof themes>(['light', 'dark', 'high contrast dark', 'high contrast light'])(
  'sizes, change and a mean cut are drawn in a theme that is %s',
  async (theme) => {
    const folder = await copyOfExamples();
    await mkdir(join(folder, '.vscode'));
    await writeFile(join(folder, '.vscode/settings.json'), '{}');
    const { page, panel } = await openMatrix(folder, shop);
    await useTheme(page, folder, theme);
    await openPopover(panel, 'view-options');
    await filter(panel, 'Arrows').selectOption('survey');
    await expect.poll(() => panel.locator('.drift path').count()).toBeGreaterThan(2);
    await panel.getByRole('combobox', { name: 'Cut' }).selectOption('mean');
    await expect.poll(() => panel.locator('.picture-legend').textContent()).toContain('quadrants cut at the mean');
    await screenshot(page, `picture change ${theme}`);
    const before = await panel.locator('.point .mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('d')));
    await panel.getByRole('combobox', { name: 'Size' }).selectOption('effort');
    await expect.poll(() => panel.locator('.picture-legend').textContent()).toContain('Effort');
    expect(await panel.locator('.point .mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('d')))).not.toEqual(before);
    await panel.locator('.point[data-key="discounts"]').focus();
    await page.keyboard.press('ArrowRight');
    await screenshot(page, `picture effort ${theme}`);
  },
);

test('the picture is looked at more closely by wheel, keys and buttons, and moved by drag and keys', async () => {
  const { page, panel } = await openMatrix(await copyOfExamples(), shop);
  const point = panel.locator('.point[data-key="accurate-description"]');
  const box = await point.boundingBox();
  if (!box) throw new Error('The point has no place');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const ticks = () => panel.locator('.axes text').allTextContents();
  const atFirst = await ticks();
  const count = await panel.locator('.point').count();

  // What lies under the pointer stays there.
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, -400);
  await expect.poll(ticks).not.toEqual(atFirst);
  const zoomed = await point.boundingBox();
  expect(Math.abs((zoomed?.x ?? 0) - box.x)).toBeLessThan(3);
  expect(Math.abs((zoomed?.y ?? 0) - box.y)).toBeLessThan(3);
  expect(await panel.locator('.point').count()).toBeLessThanOrEqual(count);

  await page.mouse.move(middle.x - 60, middle.y - 60);
  await page.mouse.down();
  await page.mouse.move(middle.x, middle.y - 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round(((await point.boundingBox())?.x ?? 0) - (zoomed?.x ?? 0))).toBe(60);
  await screenshot(page, 'picture zoomed');

  // The end of a drag is no click.
  expect(await panel.locator('.point[aria-current=true]').count()).toBe(0);

  await point.focus();
  await page.keyboard.press('0');
  await expect.poll(ticks).toEqual(atFirst);
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('+');
  await expect.poll(ticks).not.toEqual(atFirst);
  // Home leads to the first in the build order and End to the last, wherever they are.
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key);
    await expect.poll(() => panel.locator('.point:focus').getAttribute('aria-current')).toBe('true');
  }
  expect(await panel.locator('.point:focus').getAttribute('aria-label')).toMatch(/Must-be.*Better 0\.\d\d \(.*\).*Worse −0\.\d\d \(.*\)/);
  // A row that is chosen comes into sight.
  await panel.locator('.row[data-key="advertising-pushes"]').click();
  await expect.poll(() => panel.locator('.point[data-key="advertising-pushes"]').count()).toBe(1);
  await panel.getByRole('button', { name: 'Whole picture' }).click();
  await expect.poll(ticks).toEqual(atFirst);
});

test('the picture is saved as it is shown, as SVG and as PNG', async () => {
  const folder = await copyOfExamples();
  const { page, panel } = await openMatrix(folder, shop);
  await openPopover(panel, 'view-options');
  await filter(panel, 'Arrows').selectOption('survey');
  await panel.locator('.drift path').first().waitFor();
  await save(page, 'Save Picture as SVG…');
  const svg = join(folder, 'web-shop/shop.svg');
  // The file is there before everything is in it.
  await panel.locator('.said', { hasText: 'Saved as web-shop/shop.svg' }).waitFor();
  const text = await readFile(svg, 'utf8');
  expect(await xmlErrors(text)).toEqual([]);
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL('expected/shop.svg', import.meta.url)));

  await save(page, 'Save Picture as PNG…');
  const png = join(folder, 'web-shop/shop.png');
  await panel.locator('.said', { hasText: 'Saved as web-shop/shop.png' }).waitFor();
  const bytes = await readFile(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1360]);
});

test.each([1_000, 10_000])('the matrix of %i features can be used', async (features) => {
  const folder = await workspaceWith({ 'large.kano.yaml': kanoFile(features) });
  const { page, panel } = await openMatrix(folder, 'large.kano.yaml');
  await screenshot(page, `picture ${features}`);
  // They are placed in the frame after the symbols.
  await expect.poll(() => panel.locator('.label').count()).toBeGreaterThan(10);
  expect(await panel.locator('.point').count()).toBeLessThanOrEqual(1500);
  const picture = await panel.locator('.picture').boundingBox();
  if (!picture) throw new Error('There is no picture');
  await page.mouse.move(picture.x + picture.width * 0.3, picture.y + picture.height * 0.3);
  await page.mouse.wheel(0, -300);
  await panel.locator('.picture.zoomed').waitFor();
  await page.mouse.wheel(0, -900);
  await page.waitForTimeout(1_000);
  await screenshot(page, `picture ${features} zoomed`);
});

async function openMatrix(folder: string, file: string): Promise<{ page: Page; panel: FrameLocator }> {
  const page = await openWindow(folder, { openFile: join(folder, file), width: 1500, height: 950 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  await expect.poll(() => panel.locator('html').evaluate(() => innerWidth)).toBeGreaterThan(1_300);
  await panel.locator('.point').first().waitFor();
  await page.mouse.move(5, 400);
  await expect.poll(() => hasSettled(panel.locator('.picture'))).toBe(true);
  return { page, panel };
}

/** Whether an element is where it was, and as large, a moment ago. */
async function hasSettled(element: Locator): Promise<boolean> {
  const before = await element.boundingBox();
  await element.page().waitForTimeout(200);
  return JSON.stringify(await element.boundingBox()) === JSON.stringify(before);
}

/** Takes the name that the dialog offers. */
async function save(page: Page, item: string): Promise<void> {
  await exportFrom(page, item);
  await clickAway(
    page
      .locator('.quick-input-widget')
      .getByRole('button', { name: /^(Save|OK)$/ })
      .first(),
  );
}
