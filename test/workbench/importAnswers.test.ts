import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { accessibilityFindings } from './pages/accessibility.ts';
import { chooseInExplorer } from './pages/explorer.ts';
import { useTheme } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

// A survey that nobody took: its answers are invented.
const titles = ['快速支付', '深色模式', '离线地图'];
const product = `kano: 1
product: 示例商店
features:
${titles.map((title, index) => `  - { id: f${index + 1}, title: ${title} }\n`).join('')}`;
const stems = ['如果有以下功能，您觉得如何？', '如果没有以下功能，您觉得如何？'];
const words = ['我喜欢这样', '理应如此', '我无所谓', '我能忍受', '我不喜欢这样'];

async function workbook(): Promise<Uint8Array> {
  const header = ['序号', '提交答卷时间', ...stems.flatMap((stem) => titles.map((title) => `${stem} [${title}]`)), '意见'];
  const answers = [
    [0, 1, 2, 4, 4, 2],
    [1, 0, 0, 4, 2, 2],
  ];
  const rows = Array.from({ length: 40 }, (_, row) => [
    String(row + 1),
    `2026-09-${String((row % 15) + 1).padStart(2, '0')} 10:00:00`,
    ...(answers[row % 4 === 0 ? 1 : 0] ?? []).map((answer) => words[answer] ?? ''),
    row === 3 ? '<img src=x onerror=alert(1)>' : '',
  ]);
  return writeXlsx({
    sheets: [
      { name: '答卷', rows: [header, ...rows] },
      { name: '说明', rows: [['a'], ['b']] },
    ],
  });
}

test('a workbook with matrix questions in Chinese goes from the Explorer to categories in six clicks, without typing', async () => {
  const folder = await workspaceWith({ 'shop.kano.yaml': product });
  await writeFile(join(folder, 'answers.xlsx'), await workbook());
  const page = await openWindow(folder, { width: 1400, height: 1000 });
  await runCommand(page, 'Kano: Show Output');
  // Two clicks: the menu of the file, and the command in it.
  await chooseInExplorer(page, 'answers.xlsx', 'Import Survey Answers');
  const form = webview(page);
  await form.getByRole('heading', { name: 'To decide' }).waitFor();
  await form.locator('body').evaluate((body) => {
    body.dataset.clicks = '0';
    body.addEventListener('pointerdown', () => {
      body.dataset.clicks = String(Number(body.dataset.clicks) + 1);
    });
  });
  await screenshot(page, 'import undecided');
  expect(await accessibilityFindings(form)).toEqual([]);
  expect(await form.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  await form.getByRole('radio').first().click();
  await expect.poll(() => form.locator('tbody tr:has(td.moved) > th').allTextContents()).toEqual(titles);
  expect(await form.locator('td.moved').allTextContents()).toEqual(
    ['One-dimensional', 'Must-be', 'Indifferent'].map((label) => expect.stringContaining(label)),
  );
  await screenshot(page, 'import decided');
  expect(await accessibilityFindings(form)).toEqual([]);
  const clicksBefore = Number(await form.locator('body').getAttribute('data-clicks'));
  expect(clicksBefore).toBe(1);
  // Two in the Explorer, those on the page, and one for the button.
  expect(2 + clicksBefore + 1).toBeLessThanOrEqual(6);
  await form.getByRole('button', { name: 'Apply' }).click();
  const lens = page.locator('.codelens-decoration', { hasText: 'One-dimensional' });
  await lens.first().waitFor();
  await screenshot(page, 'import applied');
});

test('words, personas and what the file has are asked about, each with its choice, in every theme', async () => {
  const shop = `kano: 1
product: Shop
personas: [{ id: families, name: Families }]
surveys: [{ id: panel, date: 2026-09-02 }]
features:
  - { id: pay, title: Pay fast, tallies: [{ survey: panel, persona: families, counts: { M: 5 } }] }
  - { id: look, title: Look }
`;
  // Invented answers.
  const answers = `Wave,Kind,Pay fast [functional],Pay fast [dysfunctional],Look <b>now</b>,"Look, without",When
1,Families,like,dislike,like,dislike,2026-09-01
1,Families,like,meh,neutral,dislike,2026-09-02
1,Others,like,dislike,neutral,dislike,2026-09-02
2,"<img src=x onerror=""document.title='hostile'"">",like,dislike,like,dislike,2026-09-02
`;
  const folder = await workspaceWith({ 'shop.kano.yaml': shop, 'answers.csv': answers, '.vscode/settings.json': '{}' });
  const page = await openWindow(folder, { width: 1400, height: 1500 });
  await runCommand(page, 'Kano: Show Output');
  await chooseInExplorer(page, 'answers.csv', 'Import Survey Answers');
  const form = webview(page);
  const choose = (label: string, value: string) => form.getByLabel(label, { exact: true }).selectOption(value);
  await choose('What “meh” means', 'live-with');
  await choose('Meaning of “Kind”', 'persona');
  await choose('The persona “Others”', 'new');
  await form.locator('.decision select.open').selectOption('leave-out');
  await choose('Meaning of “Look <b>now</b>”', 'functional');
  await choose('Feature of “Look <b>now</b>”', 'look');
  await choose('Meaning of “Look, without”', 'dysfunctional');
  await choose('Feature of “Look, without”', 'look');
  await choose('Meaning of “Wave”', 'filter');
  await form.getByRole('checkbox', { name: '1', exact: true }).check();
  await form.getByRole('checkbox', { name: '2', exact: true }).uncheck();
  await expect.poll(() => form.locator('.notice li').allTextContents()).toEqual(['pay (families): the file has 5 answers, the export 2.']);
  // Choices that quickly follow each other are all kept.
  await expect.poll(() => form.locator('tbody tr:has(td.moved) > th').allTextContents()).toEqual(['Pay fast', 'Look']);
  for (const theme of ['dark', 'high contrast dark', 'high contrast light', 'light'] as const) {
    await useTheme(page, folder, theme);
    expect(await accessibilityFindings(form)).toEqual([]);
    await screenshot(page, `import ${theme}`);
  }
  const apply = form.getByRole('button', { name: 'Apply' });
  expect(await apply.isDisabled()).toBe(true);
  await form.getByRole('checkbox', { name: 'Replace these answers of the file' }).check();
  await expect.poll(() => apply.isDisabled()).toBe(false);
  // By keyboard as well.
  await apply.press('Enter');
  await expect.poll(() => page.locator('.editor-group-container.active .view-lines').first().textContent()).toContain('others');
});
