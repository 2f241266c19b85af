import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { accessibilityFindings } from './pages/accessibility.ts';
import { openPopover } from './pages/panel.ts';
import { screenshot } from './pages/screenshot.ts';
import { openPage } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Report {
  readonly page: Page;
  readonly address: string;
  readonly errors: string[];
  readonly requests: string[];
}

/** The report of an example, or of a folder, opened from the disk with the network cut. */
async function openReport(example: string, language: string): Promise<Report> {
  const file = join(await workspaceWith({}), 'report.html');
  // Files with errors make a report too.
  spawnSync(process.execPath, [command, 'report', resolve(environment().examplesFolder, example), '-o', file, '--lang', language]);
  const page = await openPage({ width: 1280, height: 900 });
  await page.context().setOffline(true);
  const [errors, requests]: [string[], string[]] = [[], []];
  const address = pathToFileURL(file).href;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on(
    'request',
    (request) => request.url().split('#')[0] !== address && !/^(?:data|blob):/.test(request.url()) && requests.push(request.url()),
  );
  await page.goto(address);
  await page.locator('.point').first().waitFor();
  return { page, address, errors, requests };
}

test.each([
  ['web-shop', 'en', 'Build next'],
  ['web-shop-zh', 'zh-cn', '接下来做'],
] as const)('the report of %s is read without a network, in light and dark, tab by tab', async (example, language, heading) => {
  const { page, errors, requests } = await openReport(example, language);
  await page.locator('.decision h2', { hasText: heading }).waitFor();
  const tabs = page.getByRole('tab');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator('h1').first().scrollIntoViewIfNeeded();
    await screenshot(page, `report ${example} ${colorScheme}`);
    for (let index = 0; index < (await tabs.count()); index++) {
      await tabs.nth(index).click();
      await page.locator('[role=tabpanel] :is(.row, .picture, table)').first().waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
    }
  }
  await page.emulateMedia({ media: 'print' });
  await screenshot(page, `report ${example} printed`);
  expect([...errors, ...requests]).toEqual([]);
});

test('a name in the summary leads to the feature, and the address leads back to feature, tab and filters', async () => {
  const { page, address, errors } = await openReport('web-shop', 'en');
  await page.locator('.decision.build a:visible', { hasText: 'Delivery on time' }).click();
  await page.locator('.details', { hasText: 'Delivery on time' }).waitFor();
  await expect.poll(() => page.locator('.row[aria-current=true]').first().getAttribute('data-key')).toBe('delivery-time');

  await page.getByRole('tab', { name: 'Backlog' }).click();
  await openPopover(page, 'filters');
  const category = page.locator('#filters select').first();
  await category.selectOption({ index: 1 });
  const shown = await page.locator('tbody .row').count();
  const link = page.url();
  expect(link.startsWith(`${address}#`)).toBe(true);

  await page.goto('about:blank');
  await page.goto(link);
  await page.locator('tbody .row').first().waitFor();
  expect(await page.getByRole('tab', { name: 'Backlog' }).getAttribute('aria-selected')).toBe('true');
  await expect.poll(() => page.locator('tbody .row').count()).toBe(shown);
  await page.locator('.chips').waitFor();
  expect(errors).toEqual([]);
});

test('a reader changes the language of everything, and the address keeps it', async () => {
  const { page, address, errors } = await openReport('web-shop', 'en');
  await page.getByRole('tab', { name: 'Backlog' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  await page.locator('.decision h2', { hasText: '接下来做' }).waitFor();
  expect(await page.locator('.decision h2', { hasText: 'Build next' }).isVisible()).toBe(false);
  await page.getByRole('tab', { name: '待办列表', selected: true }).waitFor();
  await expect.poll(() => page.locator('tbody tr').filter({ visible: true }).first().textContent()).toContain('必备型');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  // Of the page's own words none is left; what is in the file is English.
  await page.getByRole('tab').first().click();
  await page.locator('.quadrants').waitFor();
  const words = await page.locator('.axes text, .quadrants text, .picture-legend, footer, [role=tab], .list h2').allTextContents();
  expect(words.join('\n').match(/\b(?!Better\b|Worse\b)[A-Za-z]{3,}/g) ?? []).toEqual([]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await screenshot(page, 'report in the other language');

  const link = page.url();
  expect(link).toBe(`${address}#lang=zh-cn`);
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('tab', { name: '矩阵', selected: true }).waitFor();
  expect(await page.locator('.decision h2', { hasText: 'Build next' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('tab', { name: 'Matrix', selected: true }).waitFor();
  expect([page.url(), errors]).toEqual([address, []]);
});

test('a link leads to the feature of its file where products have features of the same id', async () => {
  const feature = (title: string) => `features: [{ id: login, title: ${title}, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n`;
  const folder = await workspaceWith({
    'a.kano.yaml': `kano: 1\nproduct: One\n${feature('Log in here')}`,
    'b.kano.yaml': `kano: 1\nproduct: Two\n${feature('Log in there')}`,
  });
  const { page, address, errors } = await openReport(folder, 'en');
  const details = page.locator('.details');
  for (const title of ['Log in there', 'Log in here', 'Log in there']) {
    await page.locator('.summary:not([hidden]) a', { hasText: title }).click();
    await details.filter({ hasText: title }).waitFor();
  }
  const link = page.url();
  expect(link).toBe(`${address}#selected=login&file=b.kano.yaml`);
  await page.goto('about:blank');
  await page.goto(link);
  await details.filter({ hasText: 'Log in there' }).waitFor();
  expect(errors).toEqual([]);
});

test('printed, the decisions are the first page, and each tab begins a page with all its rows', async () => {
  const { page, errors } = await openReport('web-shop', 'en');
  // The dark theme of the reader does not reach the paper.
  await page.emulateMedia({ colorScheme: 'dark' });
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
  // Of many pages, the tree has several nodes.
  const kids = [...pdf.matchAll(/\/Kids \[([^\]]*)\]/g)].flatMap(([, list = '']) => [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => id));
  const pages = kids.filter((id) => new RegExp(`\\b${id} 0 obj\\s*<<\\s*/Type /Page\\b`).test(pdf));
  const headings = [...pdf.matchAll(/\/Title \(([^)]*)\)[^>]*?\/Dest \[(\d+) 0 R/g)].map(
    ([, title, id]) => [title, pages.indexOf(id)] as const,
  );
  const pagesOf = (...titles: string[]) => titles.map((title) => headings.find(([each]) => each === title)?.[1]);
  expect(pagesOf('Build next', 'Do not build', 'What is unsure', 'Which metrics moved', 'Matrix')).toEqual([0, 0, 0, 0, 1]);
  const tabs = pagesOf('Matrix', 'Backlog', 'Touchpoints', 'Trend', 'Personas', 'Metrics') as number[];
  expect(new Set(tabs).size).toBe(6);
  expect(tabs).toEqual([...tabs].sort((left, right) => left - right));
  expect(pages.length).toBeLessThan(16);

  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('#print .backlog tbody tr').count()).toBe(31);
  expect(await page.locator('#print .matrix svg').isVisible()).toBe(true);
  expect(await page.locator('#panel').isVisible()).toBe(false);
  await screenshot(page, 'report printed with all tabs');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('#print *').count()).toBe(0);
  await page.locator('.point').first().waitFor();
  expect(errors).toEqual([]);
});

test('of several products, a long table without buttons scrolls by the keyboard', async () => {
  const { page, errors } = await openReport('.', 'en');
  await page.getByRole('tab', { name: 'Metrics' }).click();
  const table = page.locator('.metrics.scroller');
  await expect.poll(() => table.getAttribute('tabindex')).toBe('0');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 6000 });
  await expect.poll(() => table.getAttribute('tabindex')).toBe(null);
  expect(errors).toEqual([]);
});

test('a feature has its tickets and links beside it, and its status, effort and owner as text', async () => {
  const folder = await workspaceWith({
    'a.kano.yaml': `kano: 1
product: One
features:
  - id: login
    title: Log in
    tally: { M: 60, O: 10, A: 10, I: 20 }
    status: planned
    owner: Team A
    tracker: [PROJ-12, owner/repo#7, "https://tracker.example/browse/REQ-12"]
    links: ["https://wiki.example/login", TEAM-3]
`,
  });
  const { page, errors } = await openReport(folder, 'en');
  await page.locator('.decision a', { hasText: 'Log in' }).first().click();
  const details = page.locator('.details');
  await details.filter({ hasText: 'Log in' }).waitFor();
  const lines = await details.locator('.on-the-web').allTextContents();
  expect(lines.map((line) => line.trim())).toEqual(['Tracker PROJ-12, owner/repo#7, REQ-12', 'Links https://wiki.example/login, TEAM-3']);
  const addresses = (place: typeof details) => place.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const tickets = ['https://github.com/owner/repo/issues/7', 'https://tracker.example/browse/REQ-12'];
  expect(await addresses(details)).toEqual([...tickets, 'https://wiki.example/login']);
  expect(await details.locator('.facts div').allTextContents()).toEqual(['StatusPlanned', 'OwnerTeam A']);
  expect(await details.locator('select, input').count()).toBe(0);

  await page.getByRole('tab', { name: 'Backlog' }).click();
  await openPopover(page, 'columns');
  await page.locator('#columns').getByLabel('Tracker', { exact: true }).setChecked(true);
  await page.locator('td.column-tracker a').first().waitFor();
  expect(await addresses(page.locator('td.column-tracker'))).toEqual(tickets);
  await page.keyboard.press('Escape');
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('without scripts the decisions can be read, and the page says what is missing', async () => {
  const { page, address } = await openReport('web-shop', 'en');
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has a browser');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(address);
  const shown = plain.locator('.summary:visible');
  expect(await shown.locator('.decision h2').allTextContents()).toContain('Build next');
  expect(await shown.locator('.decision.build li').count()).toBe(5);
  expect(await plain.locator('.languages').isVisible()).toBe(false);
  expect(await plain.locator('#panel').isVisible()).toBe(false);
  // Names lead nowhere, and do not look as if they did.
  expect(await shown.locator('a[href]').count()).toBe(0);
  expect(await shown.locator('.decision.build li').first().textContent()).toContain('Must-be');
  const pdf = (await plain.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(await plain.locator('noscript, .without-scripts').first().textContent()).toContain('need scripts');
  await context.close();
});
