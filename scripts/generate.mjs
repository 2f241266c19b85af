// Compiles the validators from schemas/ into generated/, unless they are newer than all they depend on (`--force`: in any case).
// `--tracked` also writes the generated parts of files under version control: rules of imports, lists of problems, tools for agents.
// `--check` only says which of those parts are stale: a build that wrote them would hide that a commit lacks them.
import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sources = [
  'schemas/kano.schema.json',
  'schemas/kanorc.schema.json',
  'schemas/survey-map.schema.json',
  'schemas/feedback-map.schema.json',
  'scripts/generate.mjs',
  'scripts/compile-validators.mjs',
  'scripts/building/without-annotations.mjs',
  'scripts/validator-declarations.mjs',
  'package-lock.json',
];
const outputs = [
  'generated/validators.js',
  'generated/validators.d.ts',
  'generated/surveyMapValidator.js',
  'generated/surveyMapValidator.d.ts',
  'generated/feedbackMapValidator.js',
  'generated/feedbackMapValidator.d.ts',
];

const options = process.argv.slice(2);
if (options.includes('--check')) {
  const stale = await writeTrackedParts({ check: true });
  if (stale.length > 0) {
    console.error(`Stale, run npm run generate: ${stale.join(', ')}`);
    process.exitCode = 1;
  }
} else {
  if (options.includes('--tracked')) for (const file of await writeTrackedParts({ check: false })) console.error(`${file}: written anew`);
  if (options.includes('--force') || !isUpToDate()) await compile();
}

/** @param {{ check: boolean }} how */
async function writeTrackedParts(how) {
  const { writeImportRules } = await import('./import-rules.mjs');
  const { writeProblemLists } = await import('./problem-lists.mjs');
  const { writeAgentTools } = await import('./agent-tools.mjs');
  return [...writeImportRules(how), ...(await writeProblemLists(how)), ...(await writeAgentTools(how))];
}

async function compile() {
  // Loaded here: ajv and esbuild take half a second, and most runs do not need them.
  const { compileMapValidator, compileValidators, mapValidatorModules, validatorNames } = await import('./compile-validators.mjs');
  const { validatorDeclarations } = await import('./validator-declarations.mjs');
  const code = await compileValidators(resolve(root, 'schemas'));
  mkdirSync(resolve(root, 'generated'), { recursive: true });
  replaceFile(outputs[0], code);
  replaceFile(outputs[1], validatorDeclarations(validatorNames));
  for (const { file, names } of mapValidatorModules) {
    replaceFile(`generated/${file}.js`, await compileMapValidator(resolve(root, 'schemas'), file));
    replaceFile(`generated/${file}.d.ts`, validatorDeclarations(names));
  }
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
