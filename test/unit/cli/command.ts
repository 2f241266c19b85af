import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, vi } from 'vitest';
import { questionnairePage } from '../../../scripts/building/questionnaire-page.mjs';

export const fixtures = fileURLToPath(new URL('../../fixtures/command/', import.meta.url));

export interface Result {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface CallOptions {
  /** Standard input; none by default. */
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** The number of the user that it runs as; the own one by default. */
  readonly user?: number;
}

let file = '';

/** Builds the command as it ships, for the tests of a file. */
export function withBuiltCommand(): void {
  const folder = temporaryFolder();
  // Every call starts a process, and machines that run many tests at once are slow to.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  beforeAll(async () => {
    file = join(folder(), 'cli.js');
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    await build({
      absWorkingDir: root,
      entryPoints: ['src/cli/main.ts'],
      outfile: file,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      banner: { js: '#!/usr/bin/env node' },
      alias: { 'decode-named-character-reference': './scripts/building/no-named-characters.mjs' },
      plugins: [questionnairePage],
      logLevel: 'error',
    });
  });
}

/** Where the built command is, for tests that start it in a way of their own. */
export function commandFile(): string {
  return file;
}

/** Runs the command in a folder as a process of its own. */
export function kano(folder: string, parameters: readonly string[], { input, environment = {}, user }: CallOptions = {}): Promise<Result> {
  const { NO_COLOR: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...parameters], {
      cwd: folder,
      env: { ...inherited, ...environment },
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }));
    // The command may end without reading.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** An empty folder for the tests of a file, outside any repository, gone afterwards. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kano command 命令 '));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
