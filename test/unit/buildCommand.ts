import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { commandBundle } from '../../scripts/building/bundles.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(project, 'node_modules/.cache/kano-tests');
const command = join(folder, 'main.js');
const commandInProcess = join(folder, 'run.js');
/** What the command is made of, as files and folders. */
const sources = ['src', 'l10n', 'docs', 'schemas', 'generated', 'scripts/building', 'package.json', 'package-lock.json'];

declare module 'vitest' {
  export interface ProvidedContext {
    /** The command as it ships: the path of a file for Node to run. */
    readonly command: string;
    /** The same code as a module with `runCommand`. */
    readonly commandInProcess: string;
  }
}

/** Runs once before all tests: writes what is generated, and builds the command, where they are out of date. */
export default async function setUp({ provide }: TestProject): Promise<void> {
  await import('../../scripts/generate.mjs');
  if (!isUpToDate()) await buildCommand();
  provide('command', command);
  provide('commandInProcess', commandInProcess);
}

async function buildCommand(): Promise<void> {
  const { outfile: _, ...options } = commandBundle;
  const { outputFiles } = await build({
    ...options,
    entryPoints: ['src/cli/main.ts', 'src/cli/run.ts'],
    outdir: folder,
    sourcemap: false,
    legalComments: 'none',
    write: false,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) {
    // Another run may be reading the old file.
    const unfinished = join(dirname(path), `${process.pid} ${basename(path)}`);
    writeFileSync(unfinished, contents, { mode: 0o755 });
    renameSync(unfinished, path);
  }
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
