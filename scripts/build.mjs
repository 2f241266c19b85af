/**
 * Builds what is shipped: one extension bundle for both extension hosts, the panel's page, and the command.
 * `--command` builds only the command, for its package. `--watch` rebuilds after every change. `--metafile` writes the contents of each bundle
 * to dist/meta/.
 */
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, context } from 'esbuild';
import { commandBundle, extensionBundle, pageBundle } from './building/bundles.mjs';

/** Bytes, minified. The build reports them and never fails on them. */
const budgets = { 'extension.js': 500_000, 'webview.js': 500_000 };

const isCommandOnly = process.argv.includes('--command');
const bundles = isCommandOnly ? [commandBundle] : [extensionBundle, pageBundle, commandBundle];

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
