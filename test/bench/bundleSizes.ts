import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

/** The sizes of what is shipped, minified. The command is its start and its parts together. */
export function bundleSizes(): readonly Row[] {
  const parts = readdirSync('dist/command', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjs'));
  const files = {
    'dist/extension.js': ['dist/extension.js'],
    'dist/webview.js': ['dist/webview.js'],
    'dist/cli.js and dist/command': ['dist/cli.js', ...parts.map((name) => join('dist/command', name))],
  };
  return Object.entries(files).map(([work, paths]) => ({
    group: 'size',
    work,
    by: 'Kano',
    features: null,
    unit: 'kB',
    figure: summary([paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1000]),
  }));
}
