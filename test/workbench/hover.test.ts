import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { goToLine, openFile } from './pages/quickInput.ts';
import { screenshot } from './pages/screenshot.ts';
import { webview } from './pages/webview.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples, shopLine, workspaceWith } from './pages/workspace.ts';

it('explains a feature at a glance over its id', async () => {
  const page = await openWindow(await copyOfExamples(), { width: 1100, height: 900 });
  await openFile(page, 'web-shop/shop.kano.yaml');
  const box = await hoverOver(page, 'guest-checkout', shopLine('- id: guest-checkout'));
  await box.getByText('The personas see this differently').waitFor();
  expect(await box.locator('strong').first().textContent()).toBe('■\u00a0Must-be');
  expect(await box.locator('table').count()).toBe(2);
  await screenshot(page, 'hover');
});

it('shows what changed since the survey before', async () => {
  const page = await openWindow(await copyOfExamples(), { width: 1100, height: 900 });
  await openFile(page, 'web-shop/shop.kano.yaml');
  const box = await hoverOver(page, 'delivery-date', shopLine('- id: delivery-date'));
  await box.getByText('lacking it costs more').first().waitFor();
  await screenshot(page, 'hover-drift');
});

it('leads from a problem to what the method says of it', async () => {
  const folder = await workspaceWith({
    'shop.kano.yaml': 'kano: 1\nproduct: Web shop\nfeatures:\n  - id: few\n    title: Few\n    tally: { M: 9, O: 3, I: 2 }\n',
  });
  const page = await openWindow(folder, { width: 1100, height: 900 });
  await openFile(page, 'shop.kano.yaml');
  const box = await hoverOver(page, 'few', 4, 'small-sample');
  await screenshot(page, 'hover-problem');
  await box
    .getByRole('link', { name: 'kano/small-sample' })
    .or(box.locator('a', { hasText: 'small-sample' }))
    .first()
    .click();
  const heading = webview(page).locator('h1', { hasText: 'kano/small-sample' });
  await heading.waitFor();
  await expect.poll(() => isInView(heading)).toBe(true);
  await screenshot(page, 'method');
});

it('shows texts of the file as they were written', async () => {
  const title = '[run](command:workbench.action.quit) <img src=x onerror=alert(1)> $(bug) **b** | c';
  const folder = await workspaceWith({
    'shop.kano.yaml': `kano: 1\nproduct: Web shop\nfeatures:\n  - id: needed\n    title: A\n    tally: { I: 40 }\n  - id: other\n    title: ${JSON.stringify(title)}\n    dependsOn: [needed]\n    tally: { M: 40 }\n`,
  });
  const page = await openWindow(folder, { width: 1100, height: 900 });
  await openFile(page, 'shop.kano.yaml');
  const box = await hoverOver(page, 'needed', 4);
  const line = box.locator('li', { hasText: 'needed by' });
  expect(await line.textContent()).toBe(`needed by “${title}”`);
  expect(await line.locator('a, img, .codicon, strong').count()).toBe(0);
});

/** Rests the pointer on an id that stands on a line, and gives the box that opens, once it says everything. */
async function hoverOver(page: Page, id: string, line: number, text = 'Computed'): Promise<Locator> {
  await goToLine(page, line);
  const place = page.locator('.editor-group-container.active .view-line span', { hasText: new RegExp(`^${id}$`) }).first();
  const box = page.locator('.monaco-hover:not(.hidden)', { hasText: text });
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.mouse.move(5, 5);
    await place.hover();
    const shown = await box.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return box;
  }
  throw new Error(`No box opened over ${id}.`);
}

async function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top } = node.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
}
