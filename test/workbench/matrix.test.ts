import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeLenses, cursorLine, editorTab, waitForCodeLens } from './pages/editor.ts';
import { goToLine, openFile, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples, shopLine, workspaceWith } from './pages/workspace.ts';

test('from a lens to the matrix, and from a point to its line', async () => {
  const folder = await copyOfExamples();
  const page = await openWindow(folder, { openFile: join(folder, 'web-shop/shop.kano.yaml'), width: 1600, height: 1000 });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await goToLine(page, shopLine('- id: accurate-description'));
  await waitForCodeLens(page, 'Must-be');
  expect(await codeLenses(page)).toContainEqual(expect.stringMatching(/^■ Must-be · \d+% of \d+ · Better 0\.\d\d · Worse −0\.\d\d/));
  await screenshot(page, 'lenses');

  await runCommand(page, 'Kano: Open Prioritisation Matrix');
  const panel = webview(page);
  await panel.locator('.point').first().waitFor();
  expect(await panel.locator('.quadrants text').allTextContents()).toEqual(
    expect.arrayContaining(
      ['ATTRACTIVE', 'ONE-DIMENSIONAL', 'MUST-BE', 'INDIFFERENT'].map((name) => expect.stringMatching(new RegExp(name, 'i'))),
    ),
  );
  // A pointer that rests on a button or on a text shows a box in the picture, which may cover a point.
  await page.mouse.move(300, 4);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  await screenshot(page, 'matrix');

  // A click selects, and leaves the file alone.
  const line = await cursorLine(page);
  await panel.locator('.point[data-key="advertising-pushes"]').click();
  await expect.poll(() => panel.locator('.point[data-key="advertising-pushes"]').getAttribute('aria-current')).toBe('true');
  await panel.locator('.row[data-key="easy-returns"]').click();
  await expect.poll(() => panel.locator('.row[data-key="easy-returns"]').getAttribute('aria-current')).toBe('true');
  expect(await cursorLine(page)).toBe(line);
  await screenshot(page, 'selected');

  // A double click leads to the file, and so does Enter.
  await panel.locator('.point[data-key="advertising-pushes"]').dblclick();
  await expect.poll(() => cursorLine(page)).toBe(shopLine('- id: advertising-pushes'));
  await panel.locator('.row[data-key="easy-returns"]').press('Enter');
  await expect.poll(() => cursorLine(page)).toBe(shopLine('- id: easy-returns'));

  // Also where the panel is alone: the file opens beside it, not in front of it.
  await runCommand(page, 'View: Close Editor');
  await editorTab(page, 'shop.kano.yaml').waitFor({ state: 'detached' });
  await panel.locator('.row[data-key="easy-returns"]').dblclick();
  await expect.poll(() => cursorLine(page)).toBe(shopLine('- id: easy-returns'));
  expect(await panel.locator('.row[data-key="easy-returns"]').isVisible()).toBe(true);
});

test('the editor title has a button, and the matrix follows typing without losing the selection', async () => {
  const shop = [
    'kano: 1',
    'product: Shop',
    'features:',
    '  - id: search',
    '    title: Search',
    '    tally: { M: 61, O: 22, A: 4, I: 10 }',
    '  - id: gift-wrap',
    '    title: Gift wrap',
    '    tally: { A: 40, I: 20 }',
    '',
  ];
  const folder = await workspaceWith({ 'shop.kano.yaml': shop.join('\n') });
  const page = await openWindow(folder);
  await openFile(page, 'shop.kano.yaml');
  await page.getByRole('button', { name: 'Open Prioritisation Matrix' }).first().click();
  const panel = webview(page);
  const row = panel.locator('.row[data-key="gift-wrap"]');
  await row.click();
  await expect.poll(() => row.getAttribute('aria-current')).toBe('true');

  await page.locator('.monaco-editor .view-line', { hasText: /title:.Gift/ }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' and a card');
  await expect.poll(() => row.textContent()).toContain('Gift wrap and a card');
  expect(await row.getAttribute('aria-current')).toBe('true');

  // Broken text keeps the rest of the picture.
  await page.keyboard.type(': "');
  await page.waitForTimeout(300);
  expect(await panel.locator('.row[data-key="search"]').count()).toBe(1);
});
