import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Functions whose last digit the language leaves to the engine: https://tc39.es/ecma262/#sec-function-properties-of-the-math-object. */
const leftToEngine = /Math\.(?:log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|a?sinh|a?cosh|a?tanh|asin|acos|atan2?|cbrt|hypot)\b/;

test('numbers of the analysis are computed from operations that every engine rounds alike', () => {
  const folder = new URL('../../../src/analysis/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(40);
  const lines = files.flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => leftToEngine.test(line.replace(/\/\*.*|^ \*.*|\/\/.*/, '')))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(lines).toEqual([]);
});
