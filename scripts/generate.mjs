// Writes what is generated from schemas/ into generated/, unless it is there and newer than all it depends on. `--force` writes it anyway.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sources = [
  'schemas/kano.schema.json',
  'schemas/kanorc.schema.json',
  'scripts/generate.mjs',
  'scripts/compile-validators.mjs',
  'scripts/validator-declarations.mjs',
  'package-lock.json',
];
const outputs = ['generated/validators.js', 'generated/validators.d.ts'];

if (process.argv.includes('--force') || !isUpToDate()) {
  await generate();
}

async function generate() {
  // Loaded here: ajv and esbuild take half a second, and most runs do not need them.
  const { compileValidators, validatorNames } = await import('./compile-validators.mjs');
  const { validatorDeclarations } = await import('./validator-declarations.mjs');
  const code = await compileValidators(resolve(root, 'schemas'));
  mkdirSync(resolve(root, 'generated'), { recursive: true });
  writeFileSync(resolve(root, outputs[0]), code);
  writeFileSync(resolve(root, outputs[1]), validatorDeclarations(validatorNames));
  console.error(`${outputs[0]}: ${kilobytes(code.length)}, ${kilobytes(gzipSync(code).length)} gzipped`);
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
