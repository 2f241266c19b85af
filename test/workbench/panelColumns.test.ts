import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { filesOf, openBarePage } from './pages/barePage.ts';
import { screenshot } from './pages/screenshot.ts';

test('the backlog has as many columns as fit, or those that the reader chose, at any width', async () => {
  const { page, errors } = await openBacklog(1100);
  const headings = () =>
    page.locator('table thead th').evaluateAll((found) => found.map((each) => each.textContent?.trim().replace(/[↑↓]$/, '')));
  const fitting = ['Rank', 'Feature', 'Category', 'Better', 'Worse', 'Why it stands here', 'Effort', 'Status'];
  expect(await headings()).toEqual(fitting);
  await page.locator('#columns-button').click();
  const choice = (name: string) => page.locator('#columns').getByLabel(name, { exact: true });
  expect(await choice('As many as fit').isChecked()).toBe(true);
  await choice('Owner').setChecked(true);
  await choice('Better').setChecked(false);
  await choice('Worse').setChecked(false);
  await expect.poll(headings).toEqual(['Rank', 'Feature', 'Category', 'Why it stands here', 'Effort', 'Status', 'Owner']);
  expect(await choice('As many as fit').isChecked()).toBe(false);
  expect(await accessibilityFindings(page)).toEqual([]);
  await screenshot(page, 'panel columns');
  await page.keyboard.press('Escape');

  // In a narrow panel the chosen ones are below each other.
  await page.setViewportSize({ width: 640, height: 800 });
  await page.locator('table.stacked').waitFor();
  // Labels begin at the same edge, and no reason is cut off.
  const labels = await page
    .locator('tbody tr[data-key] td')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').textAlign));
  expect([...new Set(labels)]).toEqual(['start']);
  const cut = await page
    .locator('td.column-why .text')
    .evaluateAll((texts) => texts.filter((text) => text.scrollHeight > text.clientHeight + 2).map((text) => text.textContent));
  expect(cut).toEqual([]);
  expect(await page.locator('tbody tr[data-key] td.column-owner').first().isVisible()).toBe(true);
  await screenshot(page, 'panel columns narrow');
  await page.setViewportSize({ width: 1100, height: 800 });
  await page.locator('#columns-button').click();
  await choice('As many as fit').setChecked(true);
  await expect.poll(headings).toEqual(fitting);
  expect(errors).toEqual([]);
});

test('a status is changed in its row, by pointer and by keys, and what is not written is taken back', async () => {
  const { page, errors } = await openBacklog(1500);
  const posted = () => page.evaluate(() => (globalThis as unknown as { posted: unknown[] }).posted);
  const status = page.locator('tr[data-key="delivery-time"] select.status');
  expect(await status.inputValue()).toBe('planned');
  await status.selectOption('in-progress');
  const edit = {
    type: 'edit',
    item: expect.objectContaining({ id: 'delivery-time' }),
    edit: { property: 'status', value: 'in-progress' },
  };
  expect(await posted()).toContainEqual(edit);
  await page.evaluate(() => postMessage({ type: 'refused', text: 'No.' }, '*'));
  await page.locator('.said', { hasText: 'No.' }).waitFor();
  expect(await status.inputValue()).toBe('planned');

  // From the name the arrow keys go along the row to its list, and back.
  await page.locator('tr[data-key="delivery-time"] .row').focus();
  await page.keyboard.press('ArrowRight');
  const focused = () => page.evaluate(() => document.activeElement?.className);
  expect(await focused()).toContain('status');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toContain('row');
  expect(await status.inputValue()).toBe('planned');
  expect(await page.locator('tbody [tabindex="0"]').count()).toBe(1);
  expect(errors).toEqual([]);
});

test('the strip is a stop of the Tab key only where it scrolls', async () => {
  for (const [width, scrolls] of [
    [1500, false],
    [560, false],
  ] as const) {
    const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width, height: 900, isEditor: true });
    await page.locator('.list .row').first().click();
    const place = page.locator('.details .place');
    await place.waitFor();
    expect(
      await place.evaluate((element) => [element.scrollHeight > element.clientHeight, element.hasAttribute('tabindex')]),
      `${width}`,
    ).toEqual([scrolls, scrolls]);
    await place.evaluate((element) => element.append('long '.repeat(400)));
    await page.locator('.list .row').nth(1).hover();
    await expect
      .poll(() => place.evaluate((element) => element.hasAttribute('tabindex') === element.scrollHeight > element.clientHeight))
      .toBe(true);
  }
});

test('beside a selection, a panel of half the height of a screen shows the picture and several rows of the list', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width: 721, height: 900, isEditor: true });
  await page.locator('.list .row').first().click();
  await page.locator('.details').waitFor();
  const shown = await page.evaluate(() => {
    const strip = document.querySelector('.details')?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll('.list .row')].filter((row) => row.getBoundingClientRect().bottom <= strip).length;
    return { rows, picture: document.querySelector('.picture')?.getBoundingClientRect().height ?? 0 };
  });
  expect(shown.rows).toBeGreaterThanOrEqual(5);
  expect(shown.picture).toBeGreaterThan(250);
});

async function openBacklog(width: number): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width, height: 800, isEditor: true });
  await page.locator('.point').first().waitFor();
  await page.locator('#tab-backlog').click();
  await page.locator('table.features').waitFor();
  return { page, errors };
}
