import { expect, test } from 'vitest';
import { type } from './pages/editor.ts';
import { goToLine, openFile, runCommand } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const shop = [
  'kano: 1',
  'product: Shop',
  'features:',
  '  - id: delivery-date',
  '    title: Delivery date',
  '    tally: { M: 60, O: 40, A: 10, I: 6 }',
  '',
].join('\n');

test('the backlog beside a file follows what is typed', async () => {
  const page = await openWindow(await workspaceWith({ 'shop.kano.yaml': shop }), { width: 1500, height: 800 });
  await openFile(page, 'shop.kano.yaml');
  await runCommand(page, 'Kano: Open Backlog Preview');
  const preview = webview(page);
  await preview.getByRole('heading', { name: 'Backlog: Shop' }).waitFor();
  await preview.getByRole('cell', { name: 'Delivery date', exact: true }).waitFor();
  // The editor kept the focus: whoever types goes on typing.
  await goToLine(page, 5);
  await page.keyboard.press('End');
  await type(page, ' before ordering');
  await preview.getByRole('cell', { name: 'Delivery date before ordering' }).waitFor();
  await screenshot(page, 'backlog preview');
  expect(await preview.locator('h2').allTextContents()).toContain('Must-be: do first');
});
