/**
 * Builds what is shipped: one extension bundle for both extension hosts, the panel's page, and the command with its parts.
 * `--command` builds only the command, for its package. `--watch` rebuilds after every change. `--metafile` writes the contents of each bundle
 * to dist/meta/.
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, context } from 'esbuild';
import { commandParts, commandStart, extensionBundle, importPageBundle, pageBundle } from './building/bundles.mjs';

/** Bytes, minified. The build reports them and never fails on them. */
const budgets = { 'extension.js': 500_000, 'webview.js': 500_000 };

const isCommandOnly = process.argv.includes('--command');
const bundles = isCommandOnly ? [commandStart, commandParts] : [extensionBundle, pageBundle, importPageBundle, commandStart, commandParts];

if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await import('./generate.mjs');
  // The names of its parts change with what they hold.
  await rm(new URL('../dist/command/', import.meta.url), { recursive: true, force: true });
  const results = await Promise.all(bundles.map((options) => build(options)));
  await chmod(new URL('../dist/cli.js', import.meta.url), 0o755);
  if (process.argv.includes('--metafile')) await writeMetafiles(results);
  reportSizes(results);
}

async function writeMetafiles(results) {
  await mkdir(new URL('../dist/meta/', import.meta.url), { recursive: true });
  await Promise.all(
    results.map(({ metafile }, index) =>
      writeFile(new URL(`../dist/meta/${nameOf(bundles[index])}.json`, import.meta.url), JSON.stringify(metafile)),
    ),
  );
}

function reportSizes(results) {
  for (const [index, { metafile }] of results.entries()) {
    const name = nameOf(bundles[index]);
    const scripts = Object.entries(metafile.outputs).filter(([path]) => /\.m?js$/.test(path));
    const size = scripts.reduce((sum, [, { bytes }]) => sum + bytes, 0);
    const files = scripts.length > 1 ? ` in ${scripts.length} files` : '';
    const budget = budgets[name] ? ` (budget: about ${budgets[name] / 1000} kB)` : '';
    console.log(`dist/${name}  ${(size / 1000).toFixed(1)} kB${files}${budget}`);
  }
}

function nameOf({ outfile, outdir }) {
  return basename(outfile ?? outdir);
}
