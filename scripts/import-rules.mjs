// Writes into biome.json what each room of src/ may not import.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The rooms in their flow: each imports rooms of earlier groups only, and none of its own group (docs/architecture.md). */
const flow = [
  ['base'],
  ['document'],
  ['analysis'],
  ['terms'],
  ['problems'],
  ['matrix', 'languageFeatures', 'report', 'survey'],
  ['agents'],
  ['extension', 'page', 'importPage', 'questionnairePage', 'cli'],
];
/** Of the page, its hosts know these files only: the extension, and the command, which writes reports. */
const filesOfPageForHost = ['protocol.ts', 'panelFiles.ts', 'panelHtml.ts', 'reportText.ts'];
const hostsOfPage = ['extension', 'cli'];

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const path = resolve(root, 'biome.json');

/**
 * Brings the rules up to date, or only looks whether they are.
 *
 * @param {{ check?: boolean }} [options]
 * @returns {string[]} The file whose rules were stale, or none.
 */
export function writeImportRules({ check = false } = {}) {
  const before = readFileSync(path, 'utf8');
  const after = formatted({ ...JSON.parse(before), overrides: flow.flatMap((group, index) => group.map((room) => rulesOf(room, index))) });
  if (after !== before && !check) writeFileSync(path, after);
  return after === before ? [] : ['biome.json'];
}

/**
 * @param {string} room
 * @param {number} group its place in the flow
 */
function rulesOf(room, group) {
  const forbidden = flow.slice(group).flat();
  const ofPage = hostsOfPage.includes(room) ? ['page'] : [];
  const patterns = [
    ...ofPage.map((other) => ({
      group: [inRoom(other), ...filesOfPageForHost.map((file) => `!**/${other}/${file}`)],
      message: 'Of the page, its hosts know the messages, the files and the HTML frames only (docs/architecture.md).',
    })),
    {
      group: forbidden.filter((other) => other !== room && !ofPage.includes(other)).map(inRoom),
      message: `src/${room} imports only rooms to its left in the flow (docs/architecture.md).`,
    },
    ...(room === 'extension' ? [] : [{ group: ['vscode'], message: 'Only src/extension imports vscode.' }]),
    ...(room === 'cli' ? [] : [{ group: ['node:*', 'node:*/**'], message: 'Only src/cli imports node: modules.' }]),
  ];
  return {
    includes: [`src/${room}/**`],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
  };
}

/** @param {string} room */
function inRoom(room) {
  return `**/${room}/**`;
}

/** As the formatter leaves it, or `npm run lint` would complain. @param {unknown} configuration */
function formatted(configuration) {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=biome.json'], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify(configuration),
  });
}
