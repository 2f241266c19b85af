import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { exportFrom, filter, openPanel, openPopover, showTab } from './pages/panel.ts';
import { runCommand } from './pages/quickInput.ts';
import { openWindow } from './pages/window.ts';
import { copyOfExamples } from './pages/workspace.ts';

test('the table and the picture are copied as they are shown', async () => {
  const folder = await copyOfExamples();
  const page = await openWindow(folder, { openFile: join(folder, 'web-shop/shop.kano.yaml'), width: 1500, height: 950 });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const panel = await openPanel(page);
  await panel.locator('.point').first().waitFor();

  await showTab(panel, 'Backlog');
  await expect(await copiedText(page, panel, 'Copy Table as Markdown')).toMatchFileSnapshot(expected('shop-copied.md'));
  await expect(await copiedText(page, panel, 'Copy Table as CSV')).toMatchFileSnapshot(expected('shop-copied.csv'));

  // The same picture as the one that is saved.
  await showTab(panel, 'Matrix');
  await openPopover(panel, 'view-options');
  await filter(panel, 'Arrows').selectOption('survey');
  await panel.locator('.drift path').first().waitFor();
  await expect(await copiedText(page, panel, 'Copy Picture as SVG')).toMatchFileSnapshot(expected('shop.svg'));
  await exportFrom(page, 'Copy Picture as PNG');
  await expect.poll(() => panel.locator('.said').textContent()).toMatch(/picture/);
  expect(await panel.locator('.said').textContent()).toBe('The picture was copied.');
  expect(await differingPixels(page, readFileSync(expected('shop.svg'), 'utf8'))).toEqual({ width: 1920, height: 1360, differing: 0 });

  await exportFrom(page, 'Copy Picture for a Slide');
  await expect.poll(() => differingPixels(page, readFileSync(expected('shop.svg'), 'utf8')).then(({ height }) => height)).toBe(1080);
});

/** What the item of the menu puts into the clipboard, as whoever pastes it gets it. */
async function copiedText(page: Page, panel: FrameLocator, item: string): Promise<string> {
  const before = `before: ${item}`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), before);
  await exportFrom(page, item);
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe(before);
  await panel.locator('.said', { hasText: 'Copied.' }).waitFor();
  return read();
}

/** How many pixels of the copied PNG differ from the SVG text as this browser draws it, two pixels for one. */
async function differingPixels(page: Page, svg: string): Promise<{ width: number; height: number; differing: number }> {
  // A page of its own draws any picture; the window's policy does not let it.
  const [item] = await page.evaluate(async () => {
    const items = await navigator.clipboard.read();
    const png = await Promise.all(items.map((each) => each.getType('image/png')));
    return Promise.all(
      png.map(
        (blob) =>
          new Promise<string>((resolve) => {
            const reader = new FileReader();
            reader.onload = () => resolve(String(reader.result));
            reader.readAsDataURL(blob);
          }),
      ),
    );
  });
  const drawing = await page.context().newPage();
  return drawing.evaluate(
    async ([copied, text]) => {
      const pixels = async (address: string, width?: number) => {
        const image = new Image(width);
        image.src = address;
        await image.decode();
        const scale = width === undefined ? 1 : 2;
        const canvas = new OffscreenCanvas(image.width * scale, image.height * scale);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0, canvas.width, canvas.height);
        const data = context?.getImageData(0, 0, canvas.width, canvas.height).data;
        return { width: canvas.width, height: canvas.height, words: new Uint32Array(data?.buffer ?? new ArrayBuffer(0)) };
      };
      const given = await pixels(copied ?? '');
      const drawn = await pixels(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text ?? '')}`, 960);
      const { width, height } = given;
      return { width, height, differing: drawn.words.filter((word, index) => word !== given.words[index]).length };
    },
    [item, svg] as const,
  );
}

function expected(name: string): string {
  return fileURLToPath(new URL(`expected/${name}`, import.meta.url));
}
