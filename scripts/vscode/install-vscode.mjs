import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './folders.mjs';
import { npm, npmEnvironment } from './npm.mjs';
import { withProgress } from './progress.mjs';
import { runCommandOrThrow } from './run-command.mjs';
import { ensureSystemTools } from './system-tools.mjs';

/** @typedef {{ version: string, node: string, serverFolder: string }} InstalledVSCode
 * `version` is VS Code's own, `node` the Node that it needs, `serverFolder` the folder with `out/server-main.js`. */

/**
 * Installs the VS Code server that npm carries, once. An installation that was cut short is thrown away and made anew:
 * the marker file is written last, and names what was installed.
 *
 * @returns {Promise<InstalledVSCode>}
 * @throws {Error} When a system tool is missing or a step fails; the message holds the end of that step's output.
 */
export async function ensureVSCode() {
  if (!isComplete()) {
    await ensureSystemTools();
    await install();
  }
  return { version: readProduct().version, node: nodeExecutable, serverFolder };
}

const nodePackage = 'node@24.21.0';
const codeServerPackage = 'code-server@4.139.1';

const installFolder = join(cacheFolder, 'web-vscode');
const nodeFolder = join(installFolder, 'node24');
const binFolder = join(nodeFolder, 'node_modules', '.bin');
const nodeExecutable = join(nodeFolder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const serverFolder = join(installFolder, 'node_modules', 'code-server', 'lib', 'vscode');
const markerFile = join(installFolder, 'complete.json');

const wanted = JSON.stringify({ node: nodePackage, server: codeServerPackage, platform: `${process.platform}-${process.arch}` });

function isComplete() {
  return (
    existsSync(markerFile) &&
    readFileSync(markerFile, 'utf8') === wanted &&
    [nodeExecutable, serverFolder].every((path) => existsSync(path))
  );
}

async function install() {
  rmSync(installFolder, { recursive: true, force: true });
  mkdirSync(nodeFolder, { recursive: true });
  for (const folder of [installFolder, nodeFolder]) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await withProgress('VS Code 1/5: Node 24, which it runs on', installNode);
  await withProgress(`VS Code 2/5: the server (${codeServerPackage})`, () =>
    npm(['install', '--ignore-scripts', codeServerPackage], installFolder, binFolder),
  );
  await withProgress('VS Code 3/5: what the server needs', () =>
    npm(['install', '--omit=dev', '--ignore-scripts'], serverFolder, binFolder),
  );
  await withProgress('VS Code 4/5: what its built-in extensions need', () =>
    npm(['install', '--omit=dev', '--ignore-scripts'], join(serverFolder, 'extensions'), binFolder),
  );
  await withProgress('VS Code 5/5: compiling its native modules', () => npm(['rebuild', ...nativeModules], serverFolder, binFolder));
  writeFileSync(markerFile, wanted);
}

// Without spdlog the extension host dies; the others bring terminals and file watching. A plain install with scripts would
// also build Kerberos support, which fails where its headers are missing.
const nativeModules = ['@vscode/spdlog', '@parcel/watcher', '@vscode/native-watchdog', 'node-pty'];

async function installNode() {
  await npm(['install', '--ignore-scripts', nodePackage], nodeFolder);
  // The package's own install script, called here because npm may be set to run none.
  await runCommandOrThrow(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join(nodeFolder, 'node_modules', 'node'),
    env: npmEnvironment(),
  });
}

/** @returns {{ version: string }} */
function readProduct() {
  return JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8'));
}
