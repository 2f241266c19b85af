import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onEnd } from './clean-up.mjs';
import { findFreePort } from './free-port.mjs';
import { runCommandOrThrow } from './run-command.mjs';

/** @typedef {{ port: number, origin: string, token: string | undefined, stop: () => Promise<void> }} RunningServer
 * `origin` is the address without a path, `token` the connection token that the address must carry. */

/**
 * Starts a VS Code server on a free port of 127.0.0.1 and waits until it answers. It is stopped with this process.
 *
 * @param {import('./install-vscode.mjs').InstalledVSCode} vscode
 * @param {{ dataFolder: string, extensionsFolder?: string, token?: string, forTests?: boolean }} options `dataFolder` holds
 *   settings, state and logs; `token`, when given, must be part of the address; `forTests` makes VS Code obey
 *   `extensionDevelopmentPath` and `extensionTestsPath` in the address.
 * @returns {Promise<RunningServer>}
 * @throws {Error} When the server ends or is silent for a minute; the message holds what it printed.
 */
export async function startServer(vscode, options) {
  const port = await findFreePort();
  const serverArguments = [
    join(vscode.serverFolder, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
    ...folderArguments(options.dataFolder, options.extensionsFolder),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
  ];
  mkdirSync(options.dataFolder, { recursive: true });
  const child = spawn(vscode.node, serverArguments, { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment(options.forTests) });
  const stop = onEnd(() => stopProcess(child));
  try {
    await waitForLine(child, 'Extension host agent listening');
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, origin: `http://127.0.0.1:${port}`, token: options.token, stop };
}

/**
 * Installs a packaged extension, as a user would from the command line.
 *
 * @param {import('./install-vscode.mjs').InstalledVSCode} vscode
 * @param {{ dataFolder: string, extensionsFolder: string, vsix: string }} options
 * @returns {Promise<string[]>} All extensions that are installed afterwards, as `publisher.name@version`.
 */
export async function installExtension(vscode, { dataFolder, extensionsFolder, vsix }) {
  await runServerCommand(vscode, dataFolder, extensionsFolder, ['--install-extension', vsix, '--force']);
  const output = await runServerCommand(vscode, dataFolder, extensionsFolder, ['--list-extensions', '--show-versions']);
  return output.split('\n').filter((line) => /^[\w-]+\.[\w-]+@/.test(line));
}

/**
 * @param {import('./install-vscode.mjs').InstalledVSCode} vscode
 * @param {string} dataFolder
 * @param {string} extensionsFolder
 * @param {string[]} commandArguments
 */
function runServerCommand(vscode, dataFolder, extensionsFolder, commandArguments) {
  return runCommandOrThrow(
    vscode.node,
    [
      join(vscode.serverFolder, 'out', 'server-main.js'),
      '--accept-server-license-terms',
      ...folderArguments(dataFolder, extensionsFolder),
      ...commandArguments,
    ],
    { env: serverEnvironment() },
  );
}

/**
 * @param {string} dataFolder
 * @param {string | undefined} extensionsFolder
 */
function folderArguments(dataFolder, extensionsFolder) {
  return ['--server-data-dir', dataFolder, ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : [])];
}

/**
 * A terminal of another VS Code hands down variables that make this one talk to that one: they stay out. In tests there is no
 * extension gallery, so that no run depends on the network.
 *
 * @param {boolean} [forTests]
 */
function serverEnvironment(forTests = false) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(inherited), ...(forTests ? { EXTENSIONS_GALLERY: '{}' } : {}) };
}

const readyWithinMilliseconds = 60_000;

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} text
 * @returns {Promise<void>}
 */
function waitForLine(child, text) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`The VS Code server was not ready after a minute.\n${output}`)),
      readyWithinMilliseconds,
    );
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      output += chunk;
      if (!output.includes(text)) return;
      clearTimeout(timer);
      // Keep reading, or a full pipe would stop the server; nothing of it is needed any more.
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', read).resume();
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended with code ${code}.\n${output}`));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
function stopProcess(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
