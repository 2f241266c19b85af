// Writes the rules of imports into biome.json, the lists of problems into schemas and docs, and what is generated from schemas/ into generated/, unless it is there and newer than all it depends on. `--force` writes it anyway.
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sources = [
  'schemas/kano.schema.json',
  'schemas/kanorc.schema.json',
  'schemas/survey-map.schema.json',
  'scripts/generate.mjs',
  'scripts/compile-validators.mjs',
  'scripts/validator-declarations.mjs',
  'scripts/problem-lists.mjs',
  'scripts/import-rules.mjs',
  'biome.json',
  'l10n/bundle.l10n.zh-cn.json',
  'package-lock.json',
  ...readdirSync(resolve(root, 'src/problems')).map((name) => `src/problems/${name}`),
];
const outputs = [
  'generated/validators.js',
  'generated/validators.d.ts',
  'generated/commandValidators.js',
  'generated/commandValidators.d.ts',
];

if (process.argv.includes('--force') || !isUpToDate()) {
  await generate();
}

async function generate() {
  // Loaded here: ajv and esbuild take half a second, and most runs do not need them.
  const { commandValidatorNames, compileCommandValidators, compileValidators, validatorNames } = await import('./compile-validators.mjs');
  const { validatorDeclarations } = await import('./validator-declarations.mjs');
  const { writeImportRules } = await import('./import-rules.mjs');
  const { writeProblemLists } = await import('./problem-lists.mjs');
  if (writeImportRules()) console.error('biome.json: rules of imports written anew');
  for (const file of await writeProblemLists()) console.error(`${file}: problems listed anew`);
  const code = await compileValidators(resolve(root, 'schemas'));
  mkdirSync(resolve(root, 'generated'), { recursive: true });
  replaceFile(outputs[0], code);
  replaceFile(outputs[1], validatorDeclarations(validatorNames));
  replaceFile(outputs[2], await compileCommandValidators(resolve(root, 'schemas')));
  replaceFile(outputs[3], validatorDeclarations(commandValidatorNames));
  console.error(`${outputs[0]}: ${kilobytes(code.length)}`);
}

/** At one stroke: a build or a test that runs at the same time reads the old file or the new one, never half of it. */
function replaceFile(path, text) {
  const target = resolve(root, path);
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, target);
}

function isUpToDate() {
  const oldestOutput = Math.min(...outputs.map(changedAt));
  return sources.every((source) => changedAt(source) <= oldestOutput);
}

/** Milliseconds, 0 for a file that does not exist. */
function changedAt(path) {
  return statSync(resolve(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
