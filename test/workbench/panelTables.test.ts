import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { openPanel, showTab, themes, useTheme } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const titles = [
  'Customers can change the delivery address of an order that was already handed over to the carrier',
  '顾客可以在订单已经交给承运商之后修改收货地址，并且立即看到新的预计送达时间',
  'Undo the last change',
];

/** Sixty features with long titles in two languages, at four stages, with two surveys and three personas; all of it invented. */
function longTitles(): string {
  const counts = (index: number, by: number) => {
    const leading = ['M', 'O', 'A', 'I'][(index + by) % 4] ?? 'I';
    return `{ ${leading}: ${60 + index}, R: 3, Q: 2 }`;
  };
  const tally = (survey: string, persona: string, index: number, by: number) =>
    `      - { survey: ${survey}, ${persona}counts: ${counts(index, by)} }`;
  const stages = [0, 1, 2, 3].map(
    (stage) => `  - { id: s${stage}, name: "${stage % 2 ? '选择与购买' : 'Receive, unpack and try it out'}" }`,
  );
  const touchpoints = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (touchpoint) =>
      `  - { id: t${touchpoint}, name: "Page that confirms an order ${touchpoint}", stage: s${touchpoint % 4}, emotion: ${(touchpoint % 5) - 2}, activities: [service], pains: [too slow] }`,
  );
  const features = Array.from({ length: 60 }, (_, index) => [
    `  - id: f${index}`,
    `    title: "${titles[index % 3]} ${index}"`,
    `    touchpoints: [t${index % 8}]`,
    `    owner: "@team"`,
    '    tallies:',
    ...(index % 6 === 0
      ? [tally('new', '', index, 0)]
      : ['a', 'b', 'c'].flatMap((persona, by) => [
          tally('old', `persona: ${persona}, `, index, 1),
          tally('new', `persona: ${persona}, `, index, by),
        ])),
  ]);
  return [
    'kano: 1',
    'product: Invented',
    'personas: [{ id: a, name: Private customers who order rarely }, { id: b, name: 企业客户 }, { id: c, name: Guests }]',
    'surveys: [{ id: old, date: 2025-01-01, title: Spring panel of customers }, { id: new, date: 2026-01-01 }]',
    ...['stages:', ...stages, 'touchpoints:', ...touchpoints, 'features:', ...features.flat()],
    'metrics: [{ id: m, name: Share of orders that arrive on the day that was promised, unit: "%", better: higher, target: 95, readings: [{ date: 2025-01-01, value: 80 }, { date: 2026-01-01, value: 91 }] }]',
    '',
  ].join('\n');
}

test('in a narrow panel nothing has to be moved sideways, in any theme', async () => {
  const folder = await workspaceWith({ 'long.kano.yaml': longTitles() });
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), '{}');
  const page = await openWindow(folder, { openFile: join(folder, 'long.kano.yaml'), width: 1100, height: 900 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await panel.locator('.row').nth(1).click();
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  const names = Object.keys(themes) as (keyof typeof themes)[];
  for (const [index, width] of [500, 560, 620, 720].entries()) {
    // The panel is what the window leaves beside VS Code's bar of activities.
    const beside = (page.viewportSize()?.width ?? 0) - (await panel.locator('html').evaluate(() => innerWidth));
    await page.setViewportSize({ width: width + beside, height: 900 });
    await expect.poll(() => panel.locator('html').evaluate(() => innerWidth)).toBe(width);
    const theme = names[index] ?? 'light';
    await useTheme(page, folder, theme);
    for (const tab of ['Backlog', 'Touchpoints', 'Value chain', 'Trend', 'Personas', 'Metrics']) {
      await showTab(panel, tab === 'Value chain' ? 'Touchpoints' : tab);
      if (tab === 'Touchpoints' || tab === 'Value chain')
        await panel.getByRole('button', { name: tab === 'Touchpoints' ? 'By stage' : tab }).click();
      await expect.poll(() => widest(panel), { message: `${tab}, ${width}` }).toBeLessThanOrEqual(width);
      await screenshot(page, `panel ${tab} ${width}`);
      expect(await accessibilityFindings(panel), `${tab}, ${width}, ${theme}`).toEqual([]);
      if (tab === 'Backlog') {
        const first = panel.locator('tbody .line').first();
        // From 701 pixels the reason says more than two numbers.
        for (const column of ['title', 'category', ...(width > 700 ? ['why'] : ['better', 'worse'])]) {
          const box = await first.locator(`.column-${column}`).boundingBox();
          expect(box?.width, `${column}, ${width}`).toBeGreaterThan(40);
        }
      }
      if (tab === 'Trend' || tab === 'Personas') {
        const text = await panel.locator('tbody .line').nth(1).textContent();
        expect(text).toMatch(/\d\.\d\d \/ −\d\.\d\d/);
      }
    }
  }
});

test('titles at touchpoints are whole, and answers without a persona have their own column', async () => {
  const folder = await workspaceWith({ 'long.kano.yaml': longTitles() });
  const page = await openWindow(folder, { openFile: join(folder, 'long.kano.yaml'), width: 1500, height: 950 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  await showTab(panel, 'Touchpoints');
  const cut = await panel
    .locator('.touchpoint .title')
    .evaluateAll((found) => found.filter((title) => title.scrollHeight > title.clientHeight + 1).map(({ textContent }) => textContent));
  expect(cut).toEqual([]);
  await expect.poll(() => panel.locator('.touchpoint .row').count()).toBeGreaterThan(50);

  await showTab(panel, 'Personas');
  const headings = await panel.locator('thead th').allTextContents();
  expect(headings.map((heading) => heading.trim())).toEqual([
    'Feature',
    'Do they differ?',
    'Better',
    'Worse',
    'Private customers who order rarely',
    '企业客户',
    'Guests',
    'without a persona',
  ]);
  expect(await panel.locator('.multiples figcaption').allTextContents()).toHaveLength(4);
  // Ten features have such answers only, and no verdict; the others have one, which these do not change.
  const cells = (key: string) => panel.locator(`tr[data-key="${key}"] td`).allTextContents();
  await panel.locator('.multiples figcaption', { hasText: 'without a persona' }).waitFor();
  // They come last, behind all that differ.
  await panel.locator('tbody .row').first().focus();
  await page.keyboard.press('End');
  await panel.locator('tr[data-key="f0"]').waitFor();
  expect((await cells('f0')).map((cell) => cell.trim())).toEqual([
    ...['only one was asked', expect.stringContaining('without a persona: 0.00'), expect.stringContaining('without a persona: −1.00')],
    ...['not asked', 'not asked', 'not asked'],
    expect.stringMatching(/^Must-be\s*0\.00 \/ −1\.00$/),
  ]);
  await page.keyboard.press('Home');
  await panel
    .locator('tbody .line', { hasText: /yes · V 0\.\d\d/ })
    .first()
    .waitFor();
  expect(await panel.locator('.verdicts').textContent()).toMatch(/^Features that divide the personas: \d+ of 50 · ● /);
  await page.keyboard.press('End');
  await panel.locator('tr[data-key="f0"] .cell').click();
  await expect.poll(() => page.locator('.monaco-editor .view-line', { hasText: 'id: f0' }).count()).toBeGreaterThan(0);
});

/** How far to the right anything reaches on the page, in pixels. */
async function widest(panel: FrameLocator): Promise<number> {
  return panel.locator('html').evaluate((html) => {
    const inner = [...document.querySelectorAll('.scroller, table')].map((element) => element.scrollWidth);
    return Math.max(html.scrollWidth, ...inner);
  });
}
