import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { commandParts, commandStart } from '../../scripts/building/bundles.mjs';
import { ensureTestPackages } from '../../scripts/tests/test-packages.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(project, 'node_modules/.cache/kano-tests');
const command = join(folder, 'cli.js');
const parts = join(folder, 'command');
const commandInProcess = join(parts, 'run.mjs');
/** What the command is made of, as files and folders. */
const sources = ['src', 'l10n', 'docs', 'schemas', 'generated', 'scripts/building', 'package.json', 'package-lock.json'];

declare module 'vitest' {
  export interface ProvidedContext {
    /** The command as it ships: the path of a file for Node to run. */
    readonly command: string;
    /** The same code as a module with `runCommand`; its source where coverage is measured. */
    readonly commandInProcess: string;
  }
}

/** Runs once before all tests: installs what only they need, writes what is generated, and builds the command, where they are out of date. */
export default async function setUp({ provide, config }: TestProject): Promise<void> {
  await ensureTestPackages();
  await import('../../scripts/generate.mjs');
  if (!isUpToDate()) await buildCommand();
  provide('command', command);
  provide('commandInProcess', config.coverage.enabled ? join(project, 'src/cli/run.ts') : commandInProcess);
}

async function buildCommand(): Promise<void> {
  const { outfile: _, ...start } = commandStart;
  const outputs = await Promise.all([
    build({ ...commandParts, outdir: parts, sourcemap: false, legalComments: 'none', write: false }),
    build({ ...start, outfile: command, sourcemap: false, legalComments: 'none', write: false }),
  ]);
  const files = outputs.flatMap(({ outputFiles }) => outputFiles);
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    // Another run may be reading the old file.
    const unfinished = join(dirname(path), `${process.pid} ${basename(path)}`);
    writeFileSync(unfinished, contents, { mode: 0o755 });
    renameSync(unfinished, path);
  }
  const current = new Set(files.map(({ path }) => path));
  for (const name of readdirSync(parts, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:mjs|wasm)$/.test(name) && !current.has(join(parts, name))) rmSync(join(parts, name));
}

function isUpToDate(): boolean {
  const built = Math.min(...[command, commandInProcess].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  const paths = sources.flatMap((source) => {
    const path = join(project, source);
    const within = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
    return [path, ...within.map((name) => join(path, name))];
  });
  // Folders too: they show what was deleted or renamed.
  return paths.every((path) => statSync(path).mtimeMs < built);
}
