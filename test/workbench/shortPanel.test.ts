import { expect, test } from 'vitest';
import { filesOf, openBarePage } from './pages/barePage.ts';
import { screenshot } from './pages/screenshot.ts';

test('a short panel scrolls: nothing lies over anything else, and the picture keeps its height', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width: 721, height: 536 });
  await page.locator('.point').first().waitFor();
  await page.locator('.list .row').first().click();
  await page.locator('form.edit').waitFor();
  const places = await page.evaluate(() => {
    const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    window.scrollTo(0, document.documentElement.scrollHeight);
    const rect = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    return {
      picture: heightOf('.picture'),
      legend: rect('.legend')?.bottom,
      details: rect('.details')?.top,
      wide: document.body.scrollWidth,
    };
  });
  expect(places.picture).toBeGreaterThan(200);
  expect(places.legend).toBeLessThanOrEqual(places.details ?? 0);
  expect(places.wide).toBeLessThanOrEqual(721);
  await screenshot(page, 'panel short');
});
