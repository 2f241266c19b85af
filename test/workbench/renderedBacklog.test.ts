import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { environment } from './environment.ts';
import { showMarkdown } from './pages/github.ts';
import { screenshot } from './pages/screenshot.ts';
import { openPage } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const kano = (folder: string, ...parameters: string[]) =>
  execFileSync(process.execPath, [command, ...parameters], { cwd: folder, encoding: 'utf8' });

test('the backlog of every example shows as meant, with its chart', async () => {
  const page = await openPage({ width: 1100 });
  for (const example of readdirSync(environment().examplesFolder)) {
    const { errors, diagrams } = await showMarkdown(page, kano(environment().examplesFolder, 'backlog', example));
    expect(errors, example).toEqual([]);
    expect(diagrams.length, example).toBeGreaterThan(0);
    await wholePage(page);
    await screenshot(page, `backlog ${example}`);
  }
});

test('text that others wrote shows as text, in tables and in the chart', async () => {
  const texts = [
    '<img src=x onerror="ran=1">',
    '<script>ran=1</script>',
    '| pipe ` tick',
    '[link](javascript:ran=1)',
    '%%{init: {"theme": "dark", "securityLevel": "loose"}}%%',
    '"]: [0.1, 0.1]',
    '```\n# escaped',
    '--> <!-- kano:notes -->',
    'click a call ran()',
    '搜索 👍 #quot; #35;',
  ];
  const features = texts.map((text, index) => ({
    id: text,
    title: text,
    owner: text,
    tally: { M: 10 + 5 * index, O: 30, A: 60 - 3 * index, I: 9 },
  }));
  const file = stringify({ kano: 1, product: texts[0], touchpoints: [{ id: 't', name: texts[1] }], features });
  const folder = await workspaceWith({ 'a.kano.yaml': file });
  const page = await openPage({ width: 1100 });
  const { errors, diagrams } = await showMarkdown(page, printed(folder));
  expect(errors).toEqual([]);
  // One line, as everywhere in the chart.
  expect(diagrams[0]).toEqual(expect.arrayContaining(texts.map((text) => text.replace(/\s+/g, ' '))));
  expect(await page.evaluate('typeof ran')).toBe('undefined');
  expect(await page.locator('.markdown-body :is(img, script, a[href^="javascript"])').count()).toBe(0);
  expect(await page.locator('h1').textContent()).toBe(`Backlog: ${texts[0]}`);
  expect(await page.locator('table').first().locator('td:nth-child(2)').allTextContents()).not.toEqual([]);
  await wholePage(page);
  await screenshot(page, 'backlog malicious');
});

test('a product with more features than the chart has room for', async () => {
  const features = Array.from({ length: 60 }, (_, index) => ({
    id: `feature-${index}`,
    title: `Feature ${index}`,
    tally: { M: 5 + ((index * 37) % 60), O: 5 + ((index * 53) % 50), A: 5 + ((index * 71) % 60), I: 5 + ((index * 17) % 40) },
  }));
  const folder = await workspaceWith({ 'a.kano.yaml': stringify({ kano: 1, product: 'Large', features }) });
  const page = await openPage({ width: 1100 });
  const { errors, diagrams } = await showMarkdown(page, printed(folder));
  expect(errors).toEqual([]);
  expect(diagrams[0]?.filter((text) => text.startsWith('feature-'))).toHaveLength(40);
  expect(await page.getByText('The 40 features to build first are shown.').count()).toBe(1);
  await screenshot(page, 'backlog large');
});

/** What the command prints, whatever it finds wrong. */
function printed(folder: string): string {
  try {
    return kano(folder, 'backlog');
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

async function wholePage(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1100, height: Math.min(height, 5000) });
}
