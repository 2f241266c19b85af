import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { shortenBundle } from '../../../scripts/building/shorten-bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kano-shorten-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// As the backlog does, so that all numbers are there before it is written in one go.
const source = 'export function workOut(numbersOf, features) { for (const feature of features) void numbersOf(feature).stability; }';

it('keeps what is read only so that it is worked out', async () => {
  const outfile = join(folder, 'numbers.mjs');
  await build({ stdin: { contents: source }, outfile, bundle: true, minify: true, format: 'esm', sourcemap: 'linked' });
  const file = pathToFileURL(outfile);
  await shortenBundle(file);
  const { workOut } = await import(file.href);
  const workedOut: string[] = [];
  const numbersOf = (feature: string) => ({
    get stability() {
      return workedOut.push(feature);
    },
  });
  workOut(numbersOf, ['a', 'b']);
  expect(workedOut).toEqual(['a', 'b']);
});
