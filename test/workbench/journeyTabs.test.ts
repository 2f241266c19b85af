import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { accessibilityFindings } from './pages/accessibility.ts';
import { contrastFindings } from './pages/contrast.ts';
import { openPanel, showTab } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openPage, openWindow } from './pages/window.ts';
import { copyOfExamples, workspaceWith } from './pages/workspace.ts';

/** Wide, and narrow enough that everything is below each other. */
const sizes = [
  [1500, 950],
  [620, 900],
] as const;

// The picture of the journey in the README (media/readme-journey.png) is a copy of the screenshot `journey 1500`.
test('the journey and the metrics tell the story of the web shop, wide and narrow', async () => {
  const folder = await copyOfExamples();
  const page = await openWindow(folder, { openFile: join(folder, 'web-shop/shop.kano.yaml'), width: 1500, height: 950 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await showTab(panel, 'Touchpoints');
    await panel.locator('.touchpoint', { hasText: 'moment of truth: choosing' }).waitFor();
    // Where customers felt better or worse before.
    expect(await panel.locator('.emotion .before').count()).toBe(5);
    await look(page, panel, `journey ${width}`);
    await panel.getByRole('button', { name: 'Value chain' }).click();
    await look(page, panel, `value chain ${width}`);
    await panel.getByRole('button', { name: 'By stage' }).click();
    await showTab(panel, 'Metrics');
    await panel.locator('tr', { hasText: 'Time until a person answers' }).getByText('the newest two readings are worse').waitFor();
    expect(await panel.locator('.course .shipped').count()).toBe(9);
    await look(page, panel, `metrics ${width}`);
  }
});

test('so they do in Chinese, in a report', async () => {
  const file = join(await workspaceWith({}), 'report.html');
  const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  execFileSync(process.execPath, [command, 'report', join(environment().examplesFolder, 'web-shop-zh'), '-o', file, '--lang', 'zh-cn']);
  const page = await openPage({ width: 1500, height: 950 });
  await page.goto(pathToFileURL(file).href);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    for (const [tab, text] of [
      ['触点', '关键时刻：选择'],
      ['指标', '最新的两个读数都变差了'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.locator('[role=tabpanel]', { hasText: text }).waitFor();
      await look(page, page, `${tab} ${width}`);
    }
  }
});

/** Leaves a picture, and proves that nothing is cut off at the side, and that everything can be read. */
async function look(page: Page, shown: Page | FrameLocator, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await shown.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
  const beyond = await shown
    .locator('[role=tabpanel] .scroller')
    .first()
    .evaluate((part) => part.scrollWidth - part.clientWidth);
  expect(beyond, name).toBeLessThanOrEqual(0);
  expect(await accessibilityFindings(shown), name).toEqual([]);
  expect(await contrastFindings(shown), name).toEqual([]);
}
