import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { filesOf, openBarePage } from './pages/barePage.ts';
import { screenshot } from './pages/screenshot.ts';

const widths = [620, 400];

test.each([
  ['English', 'web-shop', 'en'],
  ['Chinese', 'web-shop-zh', 'zh-cn'],
] as const)('in %s no tab of a narrow panel is wider than the panel', async (name, folder, language) => {
  const bundle =
    language === 'en'
      ? {}
      : { bundle: JSON.parse(readFileSync(join(environment().extensionFolder, 'l10n/bundle.l10n.zh-cn.json'), 'utf8')) };
  const { page } = await openBarePage(await filesOf(folder, { language, ...bundle }), {
    width: 620,
    height: 900,
    hasColours: true,
    isEditor: true,
  });
  await page.locator('.point').first().waitFor();
  await page.locator('.list .row').first().click();
  await page.locator('form.edit').waitFor();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.locator(`[role=tabpanel][aria-labelledby="${await tab.getAttribute('id')}"]`).waitFor();
      await screenshot(page, `panel ${width} ${name} ${await tab.getAttribute('id')}`);
      const [wide, room] = await page.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
      expect(wide, `${await tab.textContent()} at ${width}`).toBeLessThanOrEqual(room ?? 0);
    }
  }
});
