import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Firefox } from './firefox.ts';
import { FirefoxPage, keys } from './firefoxPage.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const kano = (folder: string, ...parameters: string[]) =>
  execFileSync(process.execPath, [command, ...parameters], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
// Invented.
const shop = `kano: 1
product: Corner shop
surveys: [{ id: now, date: 2026-11-20 }]
personas: [{ id: member, name: Member }, { id: guest, name: Guest }]
features:
  - { id: fast-search, title: Fast search }
  - { id: gift-wrap, title: Gift wrap, question: { functional: "If gifts come wrapped, how do you feel?" } }
`;
let firefox: Firefox;

beforeAll(async () => {
  firefox = await Firefox.start(process.env.KANO_FIREFOX ?? 'firefox');
});
afterAll(() => firefox.close());

test.each([360, 1200])('the page of a questionnaire is answered by pointer and keys, saved and imported: %i pixels', async (width) => {
  const folder = mkdtempSync(join(tmpdir(), 'kano-answered-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'shop.kano.yaml'), shop.replace('Corner', `${width}`));
  kano(folder, 'questionnaire', 'shop.kano.yaml', '-o', 'survey.html', '--importance');
  const before = firefox.log.length;
  const page = await FirefoxPage.open(firefox, pathToFileURL(join(folder, 'survey.html')).href, width);
  const answered = () => page.evaluate<string>("document.querySelector('#answered').textContent");
  // Nothing is wider than the window.
  expect(await page.evaluate('[innerWidth, document.documentElement.scrollWidth <= innerWidth]')).toEqual([width, true]);
  await page.click('input[name="persona"][value="guest"]');
  await page.click('input[name="fast-search_functional"][value="like"]');
  // The rest of this feature by keys: the first choice with the space bar, others with arrows.
  await page.press(keys.tab, keys.space, keys.down, keys.down, keys.down, keys.down);
  await page.press(keys.tab, keys.space, ...Array<string>(8).fill(keys.down));
  await page.click('input[name="gift-wrap_functional"][value="must-be"]');
  await page.click('input[name="gift-wrap_dysfunctional"][value="live-with"]');
  await expect.poll(answered).toBe('6 of 7 answered');
  await page.screenshot(`firefox questionnaire ${width}`);
  await page.click('button[type="submit"]');
  await page.click('#unanswered button');
  const saved = () => readdirSync(firefox.downloads).find((name) => name.startsWith(`answers-${width}-shop-`) && name.endsWith('.csv'));
  await expect.poll(saved).toBeDefined();
  const name = saved() ?? '';
  await expect
    .poll(() =>
      readFileSync(join(firefox.downloads, name), 'utf8')
        .split('\r\n')[1]
        ?.replace(/^r[0-9a-f]{12},/, ''),
    )
    .toBe('guest,like,dislike,9,must-be,live-with,');
  await expect.poll(() => page.evaluate("document.activeElement.textContent.includes('Thank you!')")).toBe(true);
  await page.screenshot(`firefox questionnaire saved ${width}`);
  copyFileSync(join(firefox.downloads, name), join(folder, name));
  kano(folder, 'import', name, '--into', 'shop.kano.yaml', '--survey', 'now', '--persona-column', 'persona');
  expect(readFileSync(join(folder, 'shop.kano.yaml'), 'utf8')).toContain('persona: guest, answers: [[0, 0, 0, 0, 1],');
  // No error, and nothing that its policy had to refuse.
  expect(firefox.log.slice(before)).toEqual([]);
});
