import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { contrastFindings } from './pages/contrast.ts';
import { chooseFilter, filter, openPanel, openPopover, showTab, themes, useTheme } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples } from './pages/workspace.ts';

const tabs = ['Matrix', 'Backlog', 'Touchpoints', 'Trend', 'Personas', 'Metrics'];

test('in every theme every tab can be seen and heard', async () => {
  const folder = await copyOfExamples();
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), '{}');
  const page = await openWindow(folder, { openFile: join(folder, 'web-shop/shop.kano.yaml'), width: 1500, height: 950 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await panel.locator('.row').first().click();
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  const findings: string[] = [];
  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    await useTheme(page, folder, theme);
    const look = async (name: string) => {
      // A few frames for what is drawn once its size is known.
      await page.waitForTimeout(150);
      await screenshot(page, `panel ${name} ${theme}`);
      findings.push(...(await accessibilityFindings(panel)).map((finding) => `${theme}, ${name}: ${finding}`));
    };
    for (const tab of tabs) {
      await showTab(panel, tab);
      await look(tab);
      findings.push(...(await contrastFindings(panel)).map((finding) => `${theme}, ${tab}: ${finding}`));
    }
    await showTab(panel, 'Matrix');
    await openPopover(panel, 'view-options');
    await filter(panel, 'Arrows').selectOption('survey');
    await panel.locator('#view-options').getByLabel('Intervals of all features').setChecked(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.locator('.whiskers path').count()).toBeGreaterThan(20);
    findings.push(...(await contrastFindings(panel)).map((finding) => `${theme}: ${finding}`));
    await showTab(panel, 'Touchpoints');
    await panel.getByRole('button', { name: 'Value chain' }).click();
    await look('Value chain');
    await panel.getByRole('button', { name: 'By stage' }).click();
    await chooseFilter(panel, 'Category', '=M');
    await look('filters');
    await panel.locator('.chips .clear').click();
    await showTab(panel, 'Matrix');
    await openPopover(panel, 'view-options');
    await look('view options');
    await page.keyboard.press('Escape');
  }
  expect(findings).toEqual([]);
});

test('in a narrow panel the list comes under the picture, and nothing is cut off', async () => {
  const folder = await copyOfExamples();
  const page = await openWindow(folder, { openFile: join(folder, 'web-shop/shop.kano.yaml'), width: 560, height: 900 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  await panel.locator('.point').first().waitFor();
  const [picture, list] = await Promise.all([panel.locator('.canvas').boundingBox(), panel.locator('.list').boundingBox()]);
  expect(list?.y).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0));
  for (const tab of tabs) {
    await showTab(panel, tab);
    await page.waitForTimeout(200);
    await screenshot(page, `panel ${tab} narrow`);
    const [width, room] = await panel.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
    expect(width, tab).toBeLessThanOrEqual(room ?? 0);
    expect(await accessibilityFindings(panel), tab).toEqual([]);
  }
});
