import { expect, test } from 'vitest';
import { filesOf, openBarePage } from './pages/barePage.ts';
import { screenshot } from './pages/screenshot.ts';

test('a short panel scrolls: nothing lies over anything else, and the picture keeps its height', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width: 721, height: 536, isEditor: true });
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

test.each([
  [721, 536],
  [1008, 536],
  [1366, 625],
  [999, 800],
  [505, 650],
])(
  'in a panel of %i by %i pixels every table has the whole width, and so has the picture what its height allows',
  async (width, height) => {
    const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width, height, isEditor: true });
    await page.locator('.point').first().waitFor();
    const widthOf = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
    if (width < 1000) expect(await widthOf('.picture')).toBeGreaterThan(Math.min(width - 40, 600));
    for (const tab of ['backlog', 'trend', 'personas', 'metrics']) {
      await page.locator(`#tab-${tab}`).click();
      await page.locator(`[role=tabpanel][aria-labelledby="tab-${tab}"] table`).waitFor();
      expect(await widthOf('.table'), tab).toBeGreaterThan(width - 40);
      expect(await page.locator('.table').evaluate((table) => table.getBoundingClientRect().height), tab).toBeGreaterThan(200);
    }
    const overlap = await page.evaluate(() => {
      const end = document.querySelector('.search')?.shadowRoot?.querySelector('.root')?.getBoundingClientRect().right ?? 0;
      return end - (document.querySelector('#filters-button')?.getBoundingClientRect().left ?? 0);
    });
    expect(overlap).toBeLessThanOrEqual(0);
  },
);

test('a click on a row of the list leaves it in sight, as a key does', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width: 505, height: 650, isEditor: true });
  const row = page.locator('.list .row').nth(4);
  await row.click();
  await page.locator('.details').waitFor();
  const isCovered = () =>
    row.evaluate(
      (element) => element.getBoundingClientRect().bottom > (document.querySelector('.details')?.getBoundingClientRect().top ?? 0),
    );
  await expect.poll(isCovered).toBe(false);
});

test('the first column of a table that moves sideways passes under its own head', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width: 1000, height: 500, isEditor: true });
  await page.locator('#tab-trend').click();
  await page.locator('table.wide').waitFor();
  const [head, first] = await page.evaluate(() =>
    ['thead th', 'tbody th'].map((cells) => Number(getComputedStyle(document.querySelector(`table.wide ${cells}`) as Element).zIndex)),
  );
  expect(head).toBeGreaterThan(first ?? 0);
});
