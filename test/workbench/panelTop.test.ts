import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { filesOf, openBarePage } from './pages/barePage.ts';
import { chooseFilter, openPopover } from './pages/panel.ts';

/** Half of a window of 1366 by 768 pixels, without VS Code's own bars. */
const half = { width: 683, height: 700 };

test('what is above the picture takes at most 15 % of the height and 6 stops of the Tab key, with filters and without', async () => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { ...half, isEditor: true });
  await page.locator('.point').first().waitFor();
  for (const filtered of [false, true]) {
    if (filtered) {
      await chooseFilter(page, 'Persona', '=guest');
      await chooseFilter(page, 'Category', '=M');
      await page.locator('.chip').nth(1).waitFor();
    }
    const above = await page.locator('main').evaluate((main) => main.getBoundingClientRect().top);
    expect(above / half.height, `filtered: ${filtered}`).toBeLessThanOrEqual(0.15);
    expect(await stopsBeforePicture(page), `filtered: ${filtered}`).toBeLessThanOrEqual(6);
    // One row: nothing of it is below the beginning of something else.
    const row = await page
      .locator('header')
      .evaluate((header) =>
        [...header.querySelectorAll(':scope > :not([popover])')]
          .map((part) => part.getBoundingClientRect())
          .map(({ top, bottom }) => ({ top, bottom })),
      );
    expect(Math.max(...row.map(({ top }) => top))).toBeLessThan(Math.min(...row.map(({ bottom }) => bottom)));
  }
  expect(errors).toEqual([]);
});

test('chips are the active filters: one stop of the Tab key, arrows go along them, and one that goes passes the keyboard on', async () => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }), half);
  await page.locator('.point').first().waitFor();
  const chips = () => page.locator('.chip').evaluateAll((found) => found.map((chip) => chip.getAttribute('title')));
  expect(await page.locator('.chips').count()).toBe(0);
  await chooseFilter(page, 'Stage', '=buy');
  await chooseFilter(page, 'Status', '=planned');
  await chooseFilter(page, 'Category', '=M');
  await expect.poll(chips).toEqual(['Stage: Buy', 'Status: Planned', 'Category: Must-be']);
  expect(await page.locator('#filters-button').textContent()).toContain('Filter (3)');
  expect(await page.locator('.chips button[tabindex="0"]').count()).toBe(1);

  await page.locator('.chip').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(chips).toEqual(['Stage: Buy', 'Category: Must-be']);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-filter') ?? document.activeElement?.id);
  expect(await focused()).toBe('stage');
  await page.keyboard.press('Enter');
  await expect.poll(chips).toEqual(['Category: Must-be']);
  expect(await focused()).toBe('category');
  await page.keyboard.press('Enter');
  await page.locator('.chips').waitFor({ state: 'detached' });
  expect(await focused()).toBe('filters-button');

  // Several categories are named.
  for (const name of ['Reverse', 'Questionable', 'Not surveyed', 'Indifferent']) await page.locator('.legend').getByText(name).click();
  await expect.poll(chips).toEqual(['Category: Must-be, One-dimensional, Attractive']);
  expect(errors).toEqual([]);
});

test('what a button opens lies below it, within the page, and closes on Escape and on a click elsewhere', async () => {
  for (const width of [1500, 683, 400]) {
    const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width, height: 700, isEditor: true });
    await page.locator('.point').first().waitFor();
    for (const id of ['filters', 'view-options'] as const) {
      await openPopover(page, id);
      const box = await page.locator(`#${id}`).boundingBox();
      const button = await page.locator(`#${id}-button`).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), `${id} ${width}`).toBeLessThanOrEqual(width);
      expect(box?.y).toBeGreaterThanOrEqual((button?.y ?? 0) + (button?.height ?? 0));
      await page.keyboard.press('Escape');
      expect(await page.locator(`#${id}:popover-open`).count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(`${id}-button`);
      await openPopover(page, id);
      await page.locator('footer').click();
      expect(await page.locator(`#${id}:popover-open`).count()).toBe(0);
    }
  }
});

/** How often the Tab key stops before it comes into the picture, from the beginning of the page. */
async function stopsBeforePicture(page: Page): Promise<number> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.closest('.picture') !== null)) return stops;
  }
  throw new Error('The Tab key never comes into the picture');
}
