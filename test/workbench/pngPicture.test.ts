import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseFonts, facesFor } from '../../src/cli/pictures/chooseFonts.ts';
import { fontFolders } from '../../src/cli/pictures/fontFolders.ts';
import { textsOf, withFamilies } from '../../src/cli/pictures/pictureText.ts';
import { environment } from './environment.ts';
import { openPage } from './pages/window.ts';
import { workspaceWith } from './pages/workspace.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

test.each([
  ['web-shop', 'en', 'light', 'slide'],
  ['web-shop-zh', 'zh-cn', 'dark', 'square'],
])(
  'the PNG of the command is the picture that a browser draws of the SVG, with the same fonts (%s)',
  async (example, lang, theme, size) => {
    const folder = await workspaceWith({ 'notes.md': 'Nothing of ours.\n' });
    const draw = async (name: string) => {
      const file = join(environment().examplesFolder, example, 'shop.kano.yaml');
      const options = ['-o', name, '--lang', lang, '--theme', theme, '--size', size];
      await promisify(execFile)(process.execPath, [command, 'matrix', file, ...options], { cwd: folder });
      return readFile(join(folder, name));
    };
    const [svg, png] = [(await draw('m.svg')).toString(), await draw('m.png')];
    const { faces } = await chooseFonts(fontFolders(process.env), textsOf(svg));
    const withFonts = withFamilies(svg, faces[0]?.family ?? '', (characters) => {
      const faceOf = facesFor(characters, faces);
      return (character) => faceOf(character)?.family ?? '';
    });
    const page = await openPage({ width: 500, height: 500 });
    const { blocks, largest, mean, ink } = await difference(page, withFonts, png);
    expect(blocks).toBeGreaterThan(5_000);
    // Letters are rasterised in two ways, and nothing else differs: no shape, no text and no colour is missing or elsewhere.
    expect(largest).toBeLessThan(40);
    expect(mean).toBeLessThan(1);
    expect(ink).toBeGreaterThan(3);
    // The measure notices what is missing: the same without texts is another picture.
    const withoutTexts = await difference(page, withFonts.replace(/<text.*?<\/text>/gs, ''), png);
    expect(withoutTexts.largest).toBeGreaterThan(100);
  },
);

/**
 * How much a picture differs from an SVG text as this browser draws it, in the mean brightness of blocks of 16 by 16 pixels, from 0 to 255: the largest
 * difference and the mean of all. `ink` is how much its blocks differ from the first on average.
 */
function difference(page: Page, svg: string, png: Buffer) {
  return page.evaluate(
    async ([text, picture]) => {
      const blocksOf = async (address: string, zoom: number) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const [width, height] = [image.naturalWidth * zoom, image.naturalHeight * zoom];
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(image, 0, 0, width, height);
        const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        const [across, down] = [Math.ceil(width / 16), Math.ceil(height / 16)];
        const [sums, counts] = [new Float64Array(across * down), new Float64Array(across * down)];
        for (let pixel = 0; pixel * 4 < data.length; pixel++) {
          const block = Math.floor(Math.floor(pixel / width) / 16) * across + Math.floor((pixel % width) / 16);
          for (let channel = 0; channel < 3; channel++) sums[block] = (sums[block] ?? 0) + (data[pixel * 4 + channel] ?? 0) / 3;
          counts[block] = (counts[block] ?? 0) + 1;
        }
        return Array.from(sums, (sum, block) => sum / (counts[block] ?? 1));
      };
      const drawn = await blocksOf(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text ?? '')}`, 2);
      const given = await blocksOf(`data:image/png;base64,${picture}`, 1);
      const differences = drawn.map((mean, block) => Math.abs(mean - (given[block] ?? Number.NaN)));
      const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        blocks: given.length,
        largest: Math.max(...differences),
        mean: meanOf(differences),
        ink: meanOf(given.map((mean) => Math.abs(mean - (given[0] ?? 0)))),
      };
    },
    [svg, png.toString('base64')] as const,
  );
}
