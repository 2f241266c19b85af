import { fileURLToPath } from 'node:url';
import { panelPage, panelPageFile } from './panel-page.mjs';
import { questionnairePage } from './questionnaire-page.mjs';
import { schemaWithoutExplanations } from './schema-without-explanations.mjs';
import { splitCommand } from './split-command.mjs';
import { svgRenderer } from './svg-renderer.mjs';
import { vscodeNames } from './vscode-names.mjs';

/** @type {import('esbuild').BuildOptions & { metafile: true }} */
const common = {
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  bundle: true,
  alias: { 'decode-named-character-reference': './scripts/building/no-named-characters.mjs' },
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

/** One bundle for both extension hosts. */
export const extensionBundle = {
  ...common,
  entryPoints: ['src/extension/extension.ts'],
  outfile: 'dist/extension.js',
  // The web-worker extension host offers less than the Node one: code that runs there runs in both.
  platform: /** @type {const} */ ('browser'),
  // Some libraries have a variant for workers that does not need the DOM.
  conditions: ['worker'],
  plugins: [vscodeNames, questionnairePage],
  format: /** @type {const} */ ('cjs'),
  target: 'es2022',
  external: ['vscode'],
};

/** A page in a webview. */
const webviewBundle = {
  ...common,
  platform: /** @type {const} */ ('browser'),
  format: /** @type {const} */ ('iife'),
  target: 'es2022',
};

/** The panel's page, which is the script of reports too: one file without others beside it. */
const panelBundle = {
  ...webviewBundle,
  entryPoints: ['src/page/main.ts'],
  outfile: 'dist/webview.js',
  plugins: [schemaWithoutExplanations],
  charset: /** @type {const} */ ('utf8'),
  legalComments: /** @type {const} */ ('eof'),
};

/** The panel's page, and what reports need besides. */
export const pageBundle = { ...panelBundle, plugins: [...panelBundle.plugins, panelPageFile(panelBundle, 'dist/reportPage.json')] };

/** The page of an import of answers. */
export const importPageBundle = {
  ...webviewBundle,
  entryPoints: ['src/importPage/main.ts'],
  outfile: 'dist/importPage.js',
};

/** The start of the `kano` command, which loads a part of it. */
export const commandStart = {
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.js',
  plugins: [splitCommand],
  platform: /** @type {const} */ ('node'),
  format: /** @type {const} */ ('cjs'),
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
};

/** The rest of the `kano` command: a module for each subcommand and language, and for what several of them share. */
export const commandParts = {
  ...common,
  entryPoints: ['src/cli/run.ts', 'src/cli/worker.ts', 'src/cli/terminal/failure.ts'],
  outbase: 'src/cli',
  outdir: 'dist/command',
  splitting: true,
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  plugins: [questionnairePage, panelPage(panelBundle), svgRenderer],
  platform: /** @type {const} */ ('node'),
  format: /** @type {const} */ ('esm'),
  target: 'node20',
  // Libraries that are not modules themselves call it.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
};
