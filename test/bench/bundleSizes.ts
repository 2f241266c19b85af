import { statSync } from 'node:fs';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

/** The sizes of what is shipped, minified. */
export function bundleSizes(): readonly Row[] {
  return ['dist/extension.js', 'dist/webview.js', 'dist/cli.js'].map((work) => ({
    group: 'size',
    work,
    by: 'Kano',
    features: null,
    unit: 'kB',
    figure: summary([statSync(work).size / 1000]),
  }));
}
