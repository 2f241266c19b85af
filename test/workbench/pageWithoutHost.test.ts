import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download } from 'playwright-core';
import { expect, test } from 'vitest';
import { environment } from './environment.ts';
import { accessibilityFindings } from './pages/accessibility.ts';
import { filesOf, openBarePage } from './pages/barePage.ts';
import { openPopover } from './pages/panel.ts';

async function contentOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const zhBundle = () => JSON.parse(readFileSync(join(environment().extensionFolder, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'));

test.each([
  ['web-shop', 'en', 'Matrix', 'Select a feature to see its numbers.'],
  ['web-shop-zh', 'zh-cn', '矩阵', '选中一个功能可查看其数据。'],
] as const)('the page shows %s without a host: every tab and every filter works', async (name, language, firstTab, hint) => {
  const { page, errors, requests } = await openBarePage(
    await filesOf(name, language === 'en' ? { language } : { language, bundle: zhBundle() }),
  );
  const tabs = page.getByRole('tab');
  await expect.poll(() => tabs.first().textContent()).toContain(firstTab);
  await page.locator('.hint', { hasText: hint }).waitFor();
  await page.locator('.point').first().waitFor();
  const features = await page.locator('.list .row').count();
  expect(features).toBeGreaterThan(20);

  for (let index = 0; index < 6; index++) {
    await tabs.nth(index).click();
    await page.locator('[role=tabpanel] :is(.row, .picture, table)').first().waitFor();
    expect(await page.locator('.empty').count()).toBe(0);
    // Contrast depends on the colours of an editor, which a bare page does not have.
    const findings = await accessibilityFindings(page);
    expect(findings.filter((finding) => !finding.startsWith('color-contrast'))).toEqual([]);
  }

  // Every filter with every choice that it offers, on a tab that shows rows.
  await tabs.nth(1).click();
  await openPopover(page, 'filters');
  const selects = page.locator('#filters select');
  expect(await selects.count()).toBe(7);
  const shownRows = new Set<number>();
  for (let index = 0; index < 7; index++) {
    const values = await selects
      .nth(index)
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const value of values.slice(1)) {
      await selects.nth(index).selectOption(value);
      await page.locator('.chips .clear').waitFor();
      shownRows.add(await page.locator('tbody .row').count());
    }
    await selects.nth(index).selectOption('');
    await page.locator('.chips .clear').waitFor({ state: 'detached' });
  }
  expect(shownRows.size).toBeGreaterThan(4);
  await page.keyboard.press('Escape');
  await page.locator('vscode-text-field input').fill('zzz');
  await page.locator('.empty vscode-button').click();
  await expect.poll(() => page.locator('tbody .row').count()).toBe(features);

  // What only an editor can do is not offered, or says why not.
  await page.locator('tbody .row').first().click();
  expect(await page.locator('.details :is(select, input, button)').count()).toBe(0);
  expect(await page.locator('.details .facts dt').first().textContent()).toBe(language === 'en' ? 'Status' : '状态');
  await tabs.nth(2).click();
  expect(await page.locator('.stage h2 button, .touchpoint h3 button').count()).toBe(0);
  expect([...errors, ...requests]).toEqual([]);
});

test('tables and pictures are saved by the browser', async () => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }));
  await page.locator('.point').first().waitFor();
  for (const [item, name, content] of [
    ['Save table as CSV…', 'kano.csv', /^\ufeffrank,id,title/],
    ['Save table as Markdown…', 'kano.md', /^\| Rank \| Feature/],
    ['Save picture as SVG…', 'kano.svg', /^<svg/],
    ['Save picture as PNG…', 'kano.png', pngOf(1920, 1360)],
    ['Save picture for a slide…', 'kano.png', pngOf(1920, 1080)],
  ] as const) {
    await page.getByRole('button', { name: 'Copy or save' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
    expect(download.suggestedFilename()).toBe(name);
    expect((await contentOf(download)).toString(name.endsWith('png') ? 'latin1' : 'utf8')).toMatch(content);
  }
  expect(errors).toEqual([]);
});

/** How a PNG of this size begins, each byte as a character. */
function pngOf(width: number, height: number): RegExp {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  const escaped = Array.from(size, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  return new RegExp(`^.PNG[^]{8}IHDR${escaped}`);
}

test('the matrix plots the mean answers instead: of the features that have them, and the others are named', async () => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }));
  await openPopover(page, 'view-options');
  const plot = page.getByRole('combobox', { name: /^Plot/ });
  await plot.selectOption('continuous');
  await page.getByRole('group', { name: /^Continuous plot of / }).waitFor();
  await expect.poll(() => page.locator('.point').count()).toBe(2);
  const names = await page.locator('.point').evaluateAll((points) => points.map((point) => point.getAttribute('aria-label')));
  for (const name of names) expect(name).toMatch(/functional \d\.\d\d ± \d\.\d\d · dysfunctional \d\.\d\d ± \d\.\d\d/);
  expect(await page.locator('.quadrants text').count()).toBe(0);
  expect(await page.getByRole('combobox', { name: /^Cut/ }).isDisabled()).toBe(true);
  await page.getByText(/^\d+ surveyed features are not in this plot/).click();
  await page.locator('.left-out p').waitFor({ state: 'visible' });
  const findings = await accessibilityFindings(page);
  expect(findings.filter((finding) => !finding.startsWith('color-contrast'))).toEqual([]);

  await page.locator('.point').first().focus();
  await page.keyboard.press('Home');
  await page.locator('.details', { hasText: 'functional' }).waitFor();
  await page.getByRole('button', { name: 'Copy or save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save picture as SVG…' }).click(),
  ]);
  const saved = (await contentOf(download)).toString('utf8');
  expect(saved).toContain('Functional ↑');
  expect(saved).toContain('surveyed features are not in this plot');

  await openPopover(page, 'view-options');
  await plot.selectOption('coefficients');
  await page.locator('.quadrants text').first().waitFor();
  expect(errors).toEqual([]);
});

test('the means cannot be chosen where no answers are known pair by pair, and the choice says why', async () => {
  const text = 'kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A, tally: { M: 60, I: 40 } }\n';
  const message = await filesOf('web-shop', { language: 'en' });
  const [first] = message.files;
  if (!first) throw new Error('the example has a file');
  const { page, errors } = await openBarePage({ ...message, files: [{ ...first, text }] });
  const option = page.locator('#view-options select').first().locator('option[value=continuous]');
  await page.locator('.point').first().waitFor();
  expect(await option.isDisabled()).toBe(true);
  expect(await option.textContent()).toBe('mean answers: no tally has “answers”');
  expect(errors).toEqual([]);
});

test('a page without files says so, and has nothing to choose', async () => {
  const { page, errors } = await openBarePage({ type: 'other' });
  await page.locator('.empty', { hasText: 'No file is shown here' }).waitFor();
  expect(await page.locator('vscode-button').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('a tab that throws leaves a sentence in its place and a report, and every other tab goes on', async () => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }));
  const tabs = page.getByRole('tab');
  await page.locator('.point').first().waitFor();
  // Drawing the cells of results throws, in the rows that are made while the page is drawn: those of two tabs.
  await page.evaluate(() => {
    const { find } = Array.prototype;
    Array.prototype.find = function (this: unknown[], ...parameters: Parameters<typeof find>) {
      if (String(parameters[0]).includes('survey')) throw new TypeError('Broken on “purpose”');
      return Reflect.apply(find, this, parameters);
    } as typeof find;
  });
  const names = await tabs.allTextContents();
  const trend = names.findIndex((name) => name.includes('Trend'));
  await tabs.nth(trend).click();
  await page.locator('[role=tabpanel] .notice', { hasText: 'This part of the page has failed. Everything else goes on.' }).waitFor();
  expect(await page.locator('header h1').textContent()).not.toBe('');
  for (let index = 0; index < trend; index++) {
    await tabs.nth(index).click();
    await page.locator('[role=tabpanel] :is(.row, .picture, table)').first().waitFor();
  }
  await tabs.nth(trend).click();
  await page.locator('[role=tabpanel] .notice').waitFor();
  const reports = errors.filter((line) => line.startsWith('tab '));
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatch(/^tab trend: TypeError: Broken on …\n/);
});
