import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { environment } from './environment.ts';
import { showMarkdown } from './pages/github.ts';
import { screenshot } from './pages/screenshot.ts';
import { openPage } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const kano = (folder: string, ...parameters: string[]) =>
  execFileSync(process.execPath, [command, ...parameters], { cwd: folder, encoding: 'utf8' });

const shop = stringify({
  kano: 1,
  product: 'Corner shop',
  personas: [
    { id: 'member', name: 'Member', description: 'Has an account' },
    { id: 'guest', name: 'Guest' },
  ],
  features: [
    { id: 'fast-search', title: 'Fast search', description: 'Results within a second.' },
    { id: 'gift-wrap', title: 'Gift wrap', question: { functional: 'If gifts come wrapped, how do you feel?' } },
  ],
});

/** The page of a questionnaire, opened from the disk, with all that it asks the browser for. */
async function openQuestionnaire(file: string, parameters: readonly string[] = [], size: { width?: number; height?: number } = {}) {
  const folder = await workspaceWith({ 'shop.kano.yaml': file });
  kano(folder, 'questionnaire', 'shop.kano.yaml', '-o', 'survey.html', ...parameters);
  const page = await openPage({ width: 1000, ...size });
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => errors.push(message.text()));
  const address = pathToFileURL(join(folder, 'survey.html')).href;
  await page.goto(address);
  return { page, folder, address, requests, errors };
}

const answer = (page: Page, column: string, value: string) => page.locator(`input[name="${column}"][value="${value}"]`);
const answered = (page: Page) => page.locator('#answered').textContent();

/** What is saved when something is done: the name of the file without the random number, which is given apart, and the text. */
async function saved(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const folder = await workspaceWith({});
  await download.saveAs(join(folder, 'saved.csv'));
  const text = readFileSync(join(folder, 'saved.csv'), 'utf8');
  const [, name, respondent] = /^(.*)-(r[0-9a-f]{12})\.csv$/.exec(download.suggestedFilename()) ?? [];
  return { name, respondent, text };
}

/** What axe finds in a page, one line a finding. */
async function findings(page: Page): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Results = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<Results> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

describe('the page of a questionnaire', () => {
  test('is filled in by keyboard alone, and saves what was answered', async () => {
    const { page, requests, errors, address } = await openQuestionnaire(shop, ['--importance']);
    // Chosen within a group: the first with the space bar, others with the arrows.
    const choose = async (position: number) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      for (let step = 1; step < position; step++) await page.keyboard.press('ArrowDown');
    };
    for (const position of [2, 1, 5, 9, 2, 4, 3]) await choose(position);
    await expect.poll(() => answered(page)).toBe('All 7 answered');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Save answers');
    const { name, respondent, text } = await saved(page, () => page.keyboard.press('Enter'));
    expect(name).toBe('answers-corner-shop');
    expect(text).toBe(
      [
        'respondent,persona,fast-search_functional,fast-search_dysfunctional,fast-search_importance,gift-wrap_functional,gift-wrap_dysfunctional,gift-wrap_importance\r\n',
        `${respondent},guest,like,dislike,9,must-be,live-with,3\r\n`,
      ].join(''),
    );
    expect(await page.locator(':focus').getByRole('heading').textContent()).toBe('Thank you!');
    expect(await page.locator('#copy').inputValue()).toBe(text.replaceAll('\r\n', '\n'));
    await screenshot(page, 'questionnaire saved');
    expect(requests.filter((request) => !request.startsWith('blob:'))).toEqual([address]);
    expect(errors).toEqual([]);
  });

  test('says what has no answer yet, leads there, and saves without it when asked', async () => {
    const { page } = await openQuestionnaire(shop);
    const save = page.getByRole('button', { name: 'Save answers' });
    const without = page.getByRole('button', { name: 'Save without them' });
    await save.click();
    const notice = page.locator('#unanswered');
    expect(await notice.getByRole('heading').textContent()).toBe('No question has an answer yet.');
    expect(await without.isVisible()).toBe(false);
    await answer(page, 'persona', 'guest').check();
    await answer(page, 'gift-wrap_functional', 'live-with').check();
    await save.click();
    expect(await notice.getByRole('heading').textContent()).toBe('3 questions have no answer yet');
    await screenshot(page, 'questionnaire unanswered');
    await notice.getByRole('link', { name: 'does not have this: “Fast search”' }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('fast-search_dysfunctional');
    await page.keyboard.press('Space');
    await expect.poll(() => notice.getByRole('heading').textContent()).toBe('2 questions have no answer yet');
    const { respondent, text } = await saved(page, () => without.click());
    expect(text.split('\r\n')[1]).toBe(`${respondent},guest,,like,live-with,`);
    expect(await notice.isVisible()).toBe(false);
  });

  test('keeps answers over a reload, for its product only, until they are cleared', async () => {
    const { page, folder } = await openQuestionnaire(shop);
    await answer(page, 'persona', 'member').check();
    await answer(page, 'fast-search_functional', 'must-be').check();
    const save = () => page.getByRole('button', { name: 'Save answers' }).click();
    await save();
    const before = await saved(page, () => page.getByRole('button', { name: 'Save without them' }).click());
    await page.reload();
    expect(await answered(page)).toBe('2 of 5 answered');
    expect(await answer(page, 'fast-search_functional', 'must-be').isChecked()).toBe(true);
    await save();
    // The same person twice: whoever reads the files can tell.
    expect(await saved(page, () => page.getByRole('button', { name: 'Save without them' }).click())).toEqual(before);

    const other = stringify({ kano: 1, product: 'Other', features: [{ id: 'fast-search', title: 'Fast search' }] });
    execFileSync(process.execPath, [command, 'questionnaire', '-', '-o', 'other.html'], { cwd: folder, input: other });
    await page.goto(pathToFileURL(join(folder, 'other.html')).href);
    expect(await answered(page)).toBe('0 of 2 answered');
    await page.goBack();
    await expect.poll(() => answered(page)).toBe('2 of 5 answered');

    page.once('dialog', (dialog) => dialog.dismiss());
    await page.getByRole('button', { name: 'Clear all answers' }).click();
    expect(await answered(page)).toBe('2 of 5 answered');
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Clear all answers' }).click();
    expect(await answered(page)).toBe('0 of 5 answered');
    await page.reload();
    expect(await answered(page)).toBe('0 of 5 answered');
    await answer(page, 'persona', 'guest').check();
    await save();
    const after = await saved(page, () => page.getByRole('button', { name: 'Save without them' }).click());
    expect(after.respondent).not.toBe(before.respondent);
  });

  test('gives files that the command reads back, one for each person', async () => {
    const { page, folder } = await openQuestionnaire(shop);
    const people: Record<string, string>[] = [
      { persona: 'guest', 'fast-search_functional': 'must-be', 'fast-search_dysfunctional': 'dislike' },
      { persona: 'guest', 'fast-search_functional': 'like', 'fast-search_dysfunctional': 'neutral', 'gift-wrap_functional': 'like' },
      { persona: 'member', 'gift-wrap_functional': 'dislike', 'gift-wrap_dysfunctional': 'like' },
    ];
    for (const [index, answers] of people.entries()) {
      for (const [column, value] of Object.entries(answers)) await answer(page, column, value).check();
      await page.getByRole('button', { name: 'Save answers' }).click();
      const { text } = await saved(page, () => page.getByRole('button', { name: 'Save without them' }).click());
      writeFileSync(join(folder, `answers ${index}.csv`), text);
      page.once('dialog', (dialog) => dialog.accept());
      await page.getByRole('button', { name: 'Clear all answers' }).click();
    }
    const files = people.map((_, index) => `answers ${index}.csv`);
    kano(folder, 'import', ...files, '--into', 'shop.kano.yaml', '--persona-column', 'persona');
    const { features } = JSON.parse(kano(folder, 'analyze', 'shop.kano.yaml', '--format', 'json')).files[0];
    const counts = features.flatMap(({ id, personas }: { id: string; personas: { persona: string; counts: object }[] }) =>
      personas.map((each) => ({ id, persona: each.persona, ...each.counts })),
    );
    const none = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
    expect(counts).toEqual([
      { ...none, id: 'fast-search', persona: 'guest', M: 1, A: 1 },
      { ...none, id: 'gift-wrap', persona: 'member', R: 1 },
    ]);
  });

  test('takes nothing for granted of what the browser kept', async () => {
    const { page } = await openQuestionnaire(shop);
    for (const kept of [
      '{',
      '[]',
      '{"respondent":"=1+1","answers":{}}',
      '{"respondent":"r0123456789ab","answers":{"persona":"nobody","x":1}}',
    ]) {
      await page.evaluate((text) => localStorage.setItem('kano-questionnaire:Corner shop', text), kept);
      await page.reload();
      expect(await answered(page)).toBe('0 of 5 answered');
    }
  });

  test('shows texts that others wrote as text, and runs nothing', async () => {
    const texts = [
      '<img src=x onerror="ran=1">',
      '</script><script>ran=1</script>',
      '" autofocus onfocus="ran=1',
      '</textarea><svg onload=ran=1>',
      '{0} {1} $& 搜索 👍',
    ];
    const features = texts.map((text, index) => ({ id: `f${index}`, title: text, description: text }));
    const personas = texts.map((name, index) => ({ id: `p${index}`, name }));
    const { page, requests, errors, address } = await openQuestionnaire(stringify({ kano: 1, product: texts[1], personas, features }));
    expect(await page.title()).toBe(`Questionnaire: ${texts[1]}`);
    expect(await page.locator('section.card > h2').allTextContents()).toEqual(['About you', ...texts]);
    expect(await page.locator('.choices label').allTextContents()).toEqual(texts);
    await answer(page, 'f0_functional', 'like').check();
    await page.getByRole('button', { name: 'Save answers' }).click();
    expect(await page.locator('#unanswered a').nth(1).textContent()).toBe(
      `How do you feel if the product does not have this: “${texts[0]}”?`,
    );
    expect(await page.evaluate('typeof ran')).toBe('undefined');
    expect(await page.locator('img, svg, [onload], [onerror], [onfocus]').count()).toBe(0);
    expect([requests, errors]).toEqual([[address], []]);
    await screenshot(page, 'questionnaire malicious');
  });

  test('lets no other script run, should one find its way in', async () => {
    const { page } = await openQuestionnaire(shop);
    await page.evaluate(() => {
      const policies: string[] = [];
      Object.assign(globalThis, { policies });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => policies.push(effectiveDirective));
      const image = document.createElement('img');
      image.src = 'https://example.invalid/x.png';
      document.body.append(image);
      const script = document.createElement('script');
      // Browsers that know trusted types refuse at once, others do not run it.
      for (const attempt of [
        () => script.append('globalThis.ran = 1'),
        () => document.body.append(script),
        () => document.body.setAttribute('onclick', 'globalThis.ran = 1'),
        () => document.body.click(),
      ]) {
        try {
          attempt();
        } catch {
          policies.push('refused');
        }
      }
      return fetch('https://example.invalid').catch(() => policies.push('not sent'));
    });
    await expect.poll(() => page.evaluate('policies')).toEqual(expect.arrayContaining(['img-src', 'connect-src', 'not sent']));
    expect(await page.evaluate('typeof ran')).toBe('undefined');
  });

  test.each([
    ['light', 1000, 'en', 'web-shop'],
    ['dark', 1000, 'en', 'web-shop'],
    ['light', 360, 'zh-cn', 'web-shop-zh'],
    ['dark', 360, 'zh-cn', 'web-shop-zh'],
  ] as const)(
    'is accessible and fits: %s, %i pixels, %s',
    async (colorScheme, width, language, example) => {
      const file = readFileSync(join(environment().examplesFolder, example, 'shop.kano.yaml'), 'utf8');
      const { page } = await openQuestionnaire(file, ['--importance', '--lang', language], { width });
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
      await answer(page, 'voice-search_functional', 'must-be').check();
      await answer(page, 'voice-search_importance', '8').check();
      await screenshot(page, `questionnaire ${colorScheme} ${width}`);
      await page.locator('button[type=submit]').click();
      expect(await findings(page)).toEqual([]);
      await saved(page, () => page.locator('#unanswered button').click());
      expect(await findings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      // axe looks at hundreds of elements three times.
    },
    180_000,
  );

  test('offers to mail, share and copy what was saved, where the device can', async () => {
    const { page } = await openQuestionnaire(shop, ['--to', 'research@example.org']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const saveAll = async () => {
      await page.getByRole('button', { name: 'Save answers' }).click();
      return saved(page, () => page.getByRole('button', { name: 'Save without them' }).click());
    };
    await answer(page, 'persona', 'guest').check();
    const { text, name, respondent } = await saveAll();
    // This browser has no list of programs to share with.
    expect(await page.getByRole('button', { name: 'Share…' }).isVisible()).toBe(false);
    const address = new URL((await page.getByRole('link', { name: 'Send by e-mail' }).getAttribute('href')) ?? '');
    expect([address.protocol, address.pathname]).toEqual(['mailto:', 'research@example.org']);
    expect(Object.fromEntries(address.searchParams)).toEqual({ subject: `${name}-${respondent}.csv`, body: text });
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.locator('#copied').textContent()).toBe('Copied');
    expect((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n')).toBe(text.replaceAll('\r\n', '\n'));
    await screenshot(page, 'questionnaire deliver');

    // A device that shares files gets the file itself.
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(globalThis, { shared });
      Object.assign(navigator, {
        canShare: () => true,
        share: async ({ files = [] }: ShareData) => shared.push(files[0]?.name, await files[0]?.text()),
      });
    });
    await page.reload();
    await saveAll();
    await page.getByRole('button', { name: 'Share…' }).click();
    await expect.poll(() => page.evaluate('shared')).toEqual([`${name}-${respondent}.csv`, text]);
  });

  test('sends answers only with --post and when asked, says where, and loses none that do not arrive', async () => {
    const received: { body: string; type: string | undefined }[] = [];
    let status = 503;
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        received.push({ body, type: request.headers['content-type'] });
        response.writeHead(status, { 'Access-Control-Allow-Origin': '*' }).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { page } = await openQuestionnaire(shop, ['--post', `http://${host}/answers`]);
    expect(await page.locator('footer').textContent()).toContain(`sends your answers to ${host}, and only when you send them yourself`);
    await answer(page, 'persona', 'guest').check();
    await page.getByRole('button', { name: 'Send answers' }).click();
    expect(received).toEqual([]);
    await page.getByRole('button', { name: 'Send without them' }).click();
    const failed = page.locator('#failed');
    await failed.waitFor();
    expect(await failed.textContent()).toContain('The answer was 503');
    expect(await findings(page)).toEqual([]);
    await screenshot(page, 'questionnaire not sent');
    const { text } = await saved(page, () => page.getByRole('button', { name: 'Save as a file' }).click());
    // The next person on this device sees nothing of it.
    await answer(page, 'persona', 'member').check();
    expect(await failed.isVisible()).toBe(false);
    await answer(page, 'persona', 'guest').check();
    status = 204;
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByRole('button', { name: 'Send without them' }).click();
    await expect.poll(() => page.locator('#saved-text').textContent()).toBe(`Your answers were sent to ${host}.`);
    expect(await failed.isVisible()).toBe(false);
    expect(await page.locator('#copy').isVisible()).toBe(false);
    expect(received).toEqual([
      { body: text, type: 'text/plain;charset=utf-8' },
      { body: text, type: 'text/plain;charset=utf-8' },
    ]);
  });

  test('shows one feature at a time on a phone if the respondent wishes, by keyboard too', async () => {
    const { page } = await openQuestionnaire(shop, ['--importance'], { width: 360, height: 740 });
    const shown = () => page.locator('.card:visible > h2').allTextContents();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    const toggle = page.getByRole('button', { name: 'One feature at a time' });
    expect(await shown()).toEqual(['About you', 'Fast search', 'Gift wrap']);
    await toggle.press('Enter');
    expect(await shown()).toEqual(['About you']);
    expect(await page.getByRole('button', { name: 'Save answers' }).isVisible()).toBe(false);
    await press('Next');
    expect(await shown()).toEqual(['Fast search']);
    expect(await page.locator(':focus').textContent()).toBe('Fast search');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await answer(page, 'fast-search_functional', 'like').isChecked()).toBe(true);
    await screenshot(page, 'questionnaire one at a time');
    expect(await findings(page)).toEqual([]);
    for (const radio of await page.locator('.card.current .scale label').all()) {
      const box = await radio.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await press('Next');
    expect(await page.getByRole('button', { name: 'Next' }).isVisible()).toBe(false);
    await press('Save answers');
    await page.locator('#unanswered').getByRole('link', { name: 'Which of these describes you best?' }).click();
    expect(await shown()).toEqual(['About you']);
    expect(await page.locator(':focus').getAttribute('name')).toBe('persona');
    await toggle.press('Enter');
    expect(await shown()).toEqual(['About you', 'Fast search', 'Gift wrap']);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(shown).toEqual(['About you', 'Fast search', 'Gift wrap']);
  });

  test('prints all questions, and nothing that only works on a screen', async () => {
    const { page } = await openQuestionnaire(shop, ['--importance']);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('radio').count()).toBe(2 + 2 * 19);
    await screenshot(page, 'questionnaire print');
  });

  test('says so where scripts do not run', async () => {
    const { page, address } = await openQuestionnaire(shop);
    const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
    const plain = await context?.newPage();
    await plain?.goto(address);
    expect(await plain?.getByText('answers cannot be saved here').isVisible()).toBe(true);
    await context?.close();
  });
});

test('a questionnaire in Markdown shows as meant on GitHub', async () => {
  const page = await openPage({ width: 1100 });
  const { errors } = await showMarkdown(
    page,
    kano(environment().examplesFolder, 'questionnaire', 'web-shop/shop.kano.yaml', '--importance'),
  );
  expect(errors).toEqual([]);
  expect(await page.locator('table').count()).toBe(2 * 24);
  expect(await page.locator('table').first().locator('td').allTextContents()).toHaveLength(2 * 6);
  await screenshot(page, 'questionnaire markdown');
});
