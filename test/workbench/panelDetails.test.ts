import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { filesOf, filesOfText, openBarePage } from './pages/barePage.ts';

test.each([
  [1500, 950],
  [1100, 800],
  [900, 800],
  [683, 700],
  [400, 700],
  [721, 536],
])('in a panel of %i by %i pixels nothing moves when features are selected, and the strip is always as high', async (width, height) => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width, height, isEditor: true });
  await page.locator('.label').first().waitFor();
  expect(await page.locator('.details').count()).toBe(0);
  // A list, or the page, scrolls to the selected row where that was out of sight.
  const places = () =>
    page.evaluate(() => {
      for (const scroller of document.querySelectorAll('.scroller')) scroller.scrollTop = 0;
      window.scrollTo(0, 0);
      return ['.picture', '.point', '.legend', '.zoom', '.list h2', '.list .row', '.axes text', '[role=tab]'].map((selector) => {
        const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
        return [selector, x, y, width, height];
      });
    });
  const before = await places();
  const heights = new Set<number>();
  // Of every kind: must-be, assumed, not surveyed, questionable.
  for (const index of [0, 9, 20, 22]) {
    const row = page.locator('.list .row').nth(index);
    await row.evaluate((element) => (element as HTMLElement).click());
    await page.locator('.list .row[aria-current=true]').waitFor();
    await settled(page);
    expect(await places(), String(index)).toEqual(before);
    heights.add((await page.locator('.details').boundingBox())?.height ?? 0);
  }
  expect(heights.size).toBe(1);
  expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBeLessThanOrEqual(width);
  const findings = await accessibilityFindings(page);
  expect(findings.filter((finding) => !finding.startsWith('color-contrast'))).toEqual([]);
  expect(errors).toEqual([]);
});

test('the picture is not stretched at any width, and the list is below it under 1,000 pixels', async () => {
  for (const [width, height] of [
    [1920, 900],
    [1500, 950],
    [999, 800],
    [721, 536],
    [400, 700],
  ] as const) {
    const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { width, height });
    await page.locator('.label').first().waitFor();
    const picture = await page.locator('.picture').boundingBox();
    const list = await page.locator('.list').boundingBox();
    const ratio = (picture?.width ?? 0) / (picture?.height ?? 1);
    expect(ratio, String(width)).toBeGreaterThan(0.8);
    // A low picture takes more of the width, which its labels need.
    const isLow = (picture?.height ?? 0) < 450;
    expect(ratio, String(width)).toBeLessThanOrEqual(isLow ? 2.21 : 1.61);
    if (width < 1000) expect(list?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0));
    else expect(list?.x).toBeGreaterThan((picture?.x ?? 0) + (picture?.width ?? 0));
    const [head, number] = await Promise.all([
      page.locator('.heads span').last().boundingBox(),
      page.locator('.list .row .number').nth(1).boundingBox(),
    ]);
    const right = (box: typeof head) => (box?.x ?? 0) + (box?.width ?? 0);
    expect(Math.abs(right(head) - right(number))).toBeLessThan(2);
  }
});

test('the strip says what the answers are, why the feature is where it is, and who else says what', async () => {
  const { page, errors } = await openBarePage(await filesOf('web-shop', { language: 'en' }), { isEditor: true });
  await page.locator('.list .row[data-key="accurate-description"]').click();
  const strip = page.locator('.details');
  await strip.waitFor();
  const text = async () => ((await strip.textContent()) ?? '').replace(/\s+/g, ' ');
  expect(await text()).toContain('#1 in the build order: missed most: −0.86');
  expect(await text()).toContain('Must-be · 61% of 371');
  expect(await text()).toMatch(/Better 0\.27 \(.*\) · Worse −0\.86 \(/);
  expect(await text()).toMatch(/Member Must-be · Guest Must-be/);
  expect(await text()).toMatch(/Autumn panel 2025.* Must-be 0\.34 \/ −0\.82/);
  expect(await strip.locator('.bar').getAttribute('aria-label')).toBe(
    'Answers: Must-be 226, One-dimensional 82, Attractive 16, Indifferent 36, Reverse 4, Questionable 7',
  );
  // The segments are as long as the counts say, and the counts add up to the answers.
  const widths = await strip.locator('.segment').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
  expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(226 / 82, 1);
  // Each property can be changed in one place.
  for (const label of ['Status', 'Effort', 'Owner', 'Assumed'])
    expect(await strip.locator(`label:has(> span:text-is("${label}"))`).count(), label).toBe(1);

  // What the version in Git says comes once the editor has read it.
  expect(await text()).not.toContain('in main');
  const message = await filesOf('web-shop', { language: 'en' });
  const files = message.files.map((file) => ({
    ...file,
    text: file.text.replace('M: 104, O: 36', 'M: 4, O: 336').replace('M: 122, O: 46', 'M: 2, O: 446'),
  }));
  await page.evaluate((base) => postMessage({ type: 'base', base }, '*'), { name: 'main', links: message.links, files });
  await expect.poll(text).toContain('was One-dimensional in main');
  await page.evaluate(() => postMessage({ type: 'base', base: null }, '*'));
  await expect.poll(text).not.toContain('in main');
  expect(errors).toEqual([]);
});

test('what is ambiguous says how many answers would tell, few answers are counts, and what nobody was asked says so', async () => {
  const text = `kano: 1
product: P
features:
  - { id: either, title: Either, tally: { M: 45, O: 30, I: 25 } }
  - { id: few, title: Few, tally: { A: 9, I: 5 } }
  - { id: unasked, title: Unasked }
  - { id: broken, title: Broken, tally: { M: many } }
  - { id: big, title: Big, effort: 1000000000000, tally: { M: 60 } }
`;
  const { page } = await openBarePage(await filesOfText(text, { language: 'en' }), { isEditor: true });
  const select = async (key: string) => {
    await page.locator(`.list .row[data-key="${key}"]`).click();
    await page.locator(`.list .row[data-key="${key}"][aria-current=true]`).waitFor();
    return ((await page.locator('.details').textContent()) ?? '').replace(/\s+/g, ' ');
  };
  expect(await select('either')).toMatch(/Must-be or One-dimensional · 45% \/ 30% of 100 .*answers in all would tell/);
  expect(await select('few')).toContain('Attractive · 9 of 14');
  expect(await page.locator('.point[data-key=few] .mark.hollow').count()).toBe(1);
  expect(await page.locator('.point[data-key=either] .half').count()).toBe(1);
  expect(await page.locator('.point[data-key=few] .half').count()).toBe(0);
  expect(await select('unasked')).toContain('nobody was asked');
  expect(await select('broken')).toContain('tally has an error, not counted');
  // An effort of a trillion stays itself.
  await select('big');
  expect(await page.locator('.details input[type=number]').inputValue()).toBe('1000000000000');
  const input = await page.locator('.details input[type=number]').evaluate((field) => [field.scrollWidth, field.clientWidth]);
  expect(input[0]).toBeLessThanOrEqual(input[1] ?? 0);
});

test('intervals show for the feature that is looked at, and for all by choice', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }));
  await page.locator('.label').first().waitFor();
  const drawn = () => page.locator('.whiskers path').count();
  await page.mouse.move(2, 2);
  await expect.poll(drawn).toBe(0);
  await page.locator('.point[data-key="accurate-description"]').hover();
  await expect.poll(drawn).toBe(1);
  await page.mouse.move(2, 2);
  await expect.poll(drawn).toBe(0);
  await page.locator('.point[data-key="accurate-description"]').click();
  await page.mouse.move(2, 2);
  await expect.poll(drawn).toBe(1);
  await page.locator('#view-options-button').click();
  await page.getByText('Intervals of all features').click();
  await expect.poll(drawn).toBeGreaterThan(20);
});

test('a picture without features says whether none was surveyed or the filters leave out all', async () => {
  const { page } = await openBarePage(await filesOf('web-shop', { language: 'en' }));
  await page.locator('.point').first().waitFor();
  await page.locator('vscode-text-field input').fill('zzz');
  await page.locator('.empty').waitFor();
  await page.getByRole('button', { name: 'Copy or save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save picture as SVG…' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const saved = Buffer.concat(chunks).toString('utf8');
  expect(saved).toContain('No feature matches these filters.');
  expect(saved).not.toContain('No feature has been surveyed yet');
});

/** Two pictures later. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}
