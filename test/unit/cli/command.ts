import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Environment } from '../../../src/cli/terminal/environment.ts';

export const fixtures = fileURLToPath(new URL('../../fixtures/command/', import.meta.url));

/** The command as it ships: the path of a file for Node to run. The rest of it is in `command/` beside it. */
export const commandFile = inject('command');

/** Copies the command, to run it from another folder. Gives the path of the file for Node to run. */
export function copyOfCommand(folder: string): string {
  const file = join(folder, 'cli.js');
  copyFileSync(commandFile, file);
  cpSync(join(dirname(commandFile), 'command'), join(folder, 'command'), { recursive: true });
  return file;
}

export interface Result {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface CallOptions {
  /** Standard input; none by default. */
  readonly input?: string | Uint8Array;
  /** Whether standard output is a terminal. */
  readonly isTerminal?: boolean;
}

export interface ProcessOptions extends CallOptions {
  /** Environment variables besides those of the tests. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The number of the user that it runs as; the same as the tests by default. */
  readonly user?: number;
  /** Another copy of the command. */
  readonly file?: string;
}

interface InProcess {
  readonly runCommand: (parameters: readonly string[], environment: Environment) => Promise<number>;
}

let previousCall: Promise<unknown> = Promise.resolve();

/**
 * Runs the built command in a folder, within the process of the tests: starting a process takes ten times as long as most calls.
 * `streams.test.ts` proves that a process writes the same.
 */
export function kano(folder: string, parameters: readonly string[], { input, isTerminal = false }: CallOptions = {}): Promise<Result> {
  const call = async (): Promise<Result> => {
    const { runCommand } = await commandModule();
    const [output, errors] = [collector(), collector()];
    const code = await runCommand(parameters, {
      currentFolder: folder,
      input: Readable.from(input === undefined ? [] : [Buffer.from(input)]),
      output: Object.assign(output.stream, { isTTY: isTerminal }),
      errors: errors.stream,
      variables: {},
    });
    return { code, output: output.text(), errors: errors.text() };
  };
  // One after the other: the command is in one language at a time.
  const result = previousCall.then(call);
  previousCall = result.catch(() => undefined);
  return result;
}

async function commandModule(): Promise<InProcess> {
  const file = inject('commandInProcess');
  return import(file.endsWith('.ts') ? file : pathToFileURL(file).href);
}

/** Runs the command in a folder as a process of its own. */
export function kanoProcess(
  folder: string,
  parameters: readonly string[],
  { input, environment = {}, user, file = commandFile }: ProcessOptions = {},
): Promise<Result> {
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

/** Stands in for a stream of the process that is no terminal. */
function collector(): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream: stream as NodeJS.WriteStream, text: () => Buffer.concat(chunks).toString() };
}
