// Writes what src/problems/index.ts lists into the schemas and into docs/method.md in every language.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @typedef {{ code: string, severity: 'error' | 'warning' | 'info' | 'hint', title: string, description: string }} Definition */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const reportedAs = { error: 'an error', warning: 'a warning', info: 'information', hint: 'a hint' };
/** The level that a user most likely changes a problem to. */
const exampleLevels = { error: 'error', warning: 'warning', info: 'warning', hint: 'off' };

const placeOfTable = /(?<=<!-- problems: written by `npm run generate` -->\n\n)[\s\S]*?(?=\n<!-- end of problems -->)/;

/** File → what in it is generated, and the text of that. @type {Record<string, [RegExp, (definitions: Definition[]) => string]>} */
const lists = {
  'schemas/kanorc.schema.json': [/(?: {8}"kano\/[a-z-]+": \{\n(?: {10}.*\n)+ {8}\},?\n)+/, settings],
  'schemas/analysis.schema.json': [/(?: {12}"kano\/[a-z-]+",?\n)+/, codes],
  'docs/method.md': [placeOfTable, (definitions) => table(definitions, ['code', 'severity', 'reported when'], {})],
  'docs/method.zh-cn.md': [
    placeOfTable,
    (definitions) => table(definitions, ['代码', '严重程度', '何时报告'], readJson('l10n/bundle.l10n.zh-cn.json')),
  ],
};

/**
 * Brings the lists up to date, or only looks whether they are.
 *
 * @param {{ check?: boolean }} [options]
 * @returns {Promise<string[]>} The files whose lists were stale.
 */
export async function writeProblemLists({ check = false } = {}) {
  const definitions = await readDefinitions();
  return Object.entries(lists).flatMap(([file, [pattern, textOf]]) => {
    const path = resolve(root, file);
    const before = readFileSync(path, 'utf8');
    if (!pattern.test(before)) throw new Error(`${file} has no place for the list of problems.`);
    const after = before.replace(pattern, () => textOf(definitions));
    if (after === before) return [];
    if (!check) writeFileSync(path, after);
    return [file];
  });
}

/** @returns {Promise<Definition[]>} */
async function readDefinitions() {
  const { outputFiles } = await build({
    entryPoints: [resolve(root, 'src/problems/index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    plugins: [{ name: 'without-validators', setup: leaveOutGenerated }],
  });
  const module = { exports: /** @type {{ problemDefinitions: Definition[] }} */ ({ problemDefinitions: [] }) };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
  return module.exports.problemDefinitions;
}

/** The validators are compiled from the schemas that this script writes. @param {import('esbuild').PluginBuild} build */
export function leaveOutGenerated(build) {
  build.onResolve({ filter: /\/generated\// }, ({ path }) => ({ path, namespace: 'generated' }));
  build.onLoad({ filter: /.*/, namespace: 'generated' }, () => ({ contents: 'module.exports = {};' }));
}

/** @param {Definition[]} definitions */
function settings(definitions) {
  const entries = definitions.map(({ code, severity, title, description }) =>
    [
      `        ${JSON.stringify(code)}: {`,
      `          "title": ${JSON.stringify(title)},`,
      `          "description": ${JSON.stringify(`${description} Reported as ${reportedAs[severity]} unless set here.`)},`,
      `          "examples": ["${exampleLevels[severity]}"],`,
      `          "default": "${severity}",`,
      '          "$ref": "#/$defs/level"',
      '        }',
    ].join('\n'),
  );
  return `${entries.join(',\n')}\n`;
}

/** @param {Definition[]} definitions */
function codes(definitions) {
  return `${definitions.map(({ code }) => `            "${code}"`).join(',\n')}\n`;
}

/**
 * @param {Definition[]} definitions
 * @param {string[]} headings
 * @param {Record<string, string>} translations by English text; what is not among them stays English, and a test of the bundle says so
 */
function table(definitions, headings, translations) {
  /** @param {string} text */
  const translated = (text) => translations[text] ?? text;
  const rows = definitions.map(
    ({ code, severity, description }) =>
      `| [\`${code}\`](#${code.replace('kano/', '')}) | ${translated(severity)} | ${translated(description)} |\n`,
  );
  return `| ${headings.join(' | ')} |\n|---|---|---|\n${rows.join('')}`;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(resolve(root, file), 'utf8'));
}
