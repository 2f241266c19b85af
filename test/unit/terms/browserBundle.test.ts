import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('needs no `node:` module in a browser', async () => {
  const room = fileURLToPath(new URL('../../../src/terms/', import.meta.url));
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const result = await build({
    stdin: { contents: files.map((file) => `export * as m${files.indexOf(file)} from '../terms/${file}';`).join('\n'), resolveDir: room },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
  });
  expect(result.errors).toEqual([]);
  const inputs = Object.keys(result.metafile.inputs);
  expect(inputs.some((input) => input.endsWith('@vscode/l10n/dist/browser.js'))).toBe(true);
  expect(inputs.filter((input) => /^node:|\bdist\/main\.js$/.test(input))).toEqual([]);
  expect(result.outputFiles[0]?.text).not.toMatch(/from\s*["'](?:node:|fs|path|vscode)|require\(/);
});
