import { expect, test } from 'vitest';
import { inlayHints } from './pages/editor.ts';
import { chooseInExplorer } from './pages/explorer.ts';
import { screenshot } from './pages/screenshot.ts';
import { openWindow } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const before = [
  'kano: 1',
  'product: Shop',
  'features:',
  '  - id: delivery-date',
  '    title: Delivery date is shown before ordering',
  '    tally: { M: 30, O: 40, A: 180, I: 60 }',
  '  - id: voice-search',
  '    title: Voice search',
  '    assumed: A',
  '',
].join('\n');

test('a reviewer sees the categories behind the ids on the changed side of a diff', async () => {
  const folder = await workspaceWith({ 'before.kano.yaml': before, 'after.kano.yaml': before.replace('M: 30', 'M: 210') });
  const page = await openWindow(folder, { width: 1400, height: 700 });
  await chooseInExplorer(page, 'before.kano.yaml', 'Select for Compare');
  await chooseInExplorer(page, 'after.kano.yaml', 'Compare with Selected');
  await page.locator('.monaco-diff-editor').waitFor();
  await expect.poll(() => inlayHints(page)).toEqual(expect.arrayContaining(['▲ Attractive → ■ Must-be', '▲ Attractive?']));
  expect(await inlayHints(page)).not.toContain('▲ Attractive');
  await screenshot(page, 'diff');
});
