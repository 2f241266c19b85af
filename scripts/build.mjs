/**
 * Builds what is shipped: one extension bundle for both extension hosts, the panel's page, and the command.
 * `--command` builds only the command, for its package. `--watch` rebuilds after every change. `--metafile` writes the contents of each bundle
 * to dist/meta/.
 */
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { questionnairePage } from './building/questionnaire-page.mjs';
import { vscodeNames } from './building/vscode-names.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bytes, minified. The build reports them and never fails on them. */
const budgets = { 'extension.js': 500_000, 'webview.js': 500_000 };

const common = {
  absWorkingDir: root,
  bundle: true,
  alias: { 'decode-named-character-reference': './scripts/building/no-named-characters.mjs' },
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

const allBundles = [
  {
    ...common,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    // The web-worker extension host offers less than the Node one: code that runs there runs in both.
    platform: 'browser',
    // Some libraries have a variant for workers that does not need the DOM.
    conditions: ['worker'],
    plugins: [vscodeNames],
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  },
  { ...common, entryPoints: ['src/page/main.ts'], outfile: 'dist/webview.js', platform: 'browser', format: 'iife', target: 'es2022' },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [questionnairePage],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
];

const isCommandOnly = process.argv.includes('--command');
const bundles = isCommandOnly ? allBundles.filter(({ outfile }) => outfile === 'dist/cli.js') : allBundles;

if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await import('./generate.mjs');
  const results = await Promise.all(bundles.map((options) => build(options)));
  await chmod(new URL('../dist/cli.js', import.meta.url), 0o755);
  if (process.argv.includes('--metafile')) await writeMetafiles(results);
  await reportSizes();
}

async function writeMetafiles(results) {
  await mkdir(new URL('../dist/meta/', import.meta.url), { recursive: true });
  await Promise.all(
    results.map(({ metafile }, index) =>
      writeFile(new URL(`../dist/meta/${basename(bundles[index].outfile)}on`, import.meta.url), JSON.stringify(metafile)),
    ),
  );
}

async function reportSizes() {
  for (const { outfile } of bundles) {
    const { size } = await stat(new URL(`../${outfile}`, import.meta.url));
    const budget = budgets[basename(outfile)];
    console.log(`${outfile}  ${(size / 1000).toFixed(1)} kB${budget ? ` (budget: about ${budget / 1000} kB)` : ''}`);
  }
}
