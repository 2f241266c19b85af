/**
 * Builds what is shipped: one extension bundle for both extension hosts, the panel's page and the command.
 * `--command` builds the command alone, for its package; `--watch` builds again at every change; `--metafile` writes what each bundle consists
 * of to dist/meta/.
 */
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { ownMarkdown } from './building/own-markdown.mjs';
import { questionnairePage } from './building/questionnaire-page.mjs';
import { readOnlyYaml } from './building/read-only-yaml.mjs';
import { schemaWithoutTexts } from './building/schema-without-texts.mjs';
import { shortenBundle } from './building/shorten-bundle.mjs';
import { vscodeNames } from './building/vscode-names.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bytes, minified. A bundle over its budget fails the build. */
const budgets = { 'extension.js': 400_000, 'webview.js': 400_000 };

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
    // The web-worker extension host is the narrower of the two: what runs there runs in both.
    platform: 'browser',
    // Libraries that keep a variant for workers do without the DOM there.
    conditions: ['worker'],
    plugins: [readOnlyYaml, ownMarkdown, schemaWithoutTexts, vscodeNames],
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
  if (!isCommandOnly) await shortenBundle(new URL('../dist/extension.js', import.meta.url));
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
    console.log(`${outfile}  ${(size / 1000).toFixed(1)} kB${budget ? ` of ${budget / 1000} kB` : ''}`);
    if (budget && size > budget) {
      console.error(`${outfile} is over its budget.`);
      process.exitCode = 1;
    }
  }
}
