import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePackage } from '../packaging/make-package.mjs';
import { windowAddress } from './address.mjs';
import { examplesFolder, firstExample, lineOfFeatures } from './examples.mjs';
import { cacheFolder } from './folders.mjs';
import { ensureVSCode } from './install-vscode.mjs';
import { withProgress } from './progress.mjs';
import { installExtension, startServer } from './server.mjs';
import { writeUserSettings } from './settings.mjs';

/**
 * Serves a web VS Code on 127.0.0.1 with the packaged extension installed, and prints the address that opens the examples in it.
 * Runs until the process is told to stop. Settings that the user makes there stay for the next time.
 */
export async function openWeb() {
  const folder = join(cacheFolder, 'start');
  const folders = { dataFolder: join(folder, 'data'), extensionsFolder: join(folder, 'extensions') };
  mkdirSync(folder, { recursive: true });
  const vscode = await ensureVSCode();
  await withProgress('installing the extension into the web VS Code', async () => {
    const { file } = await makePackage(folder);
    await installExtension(vscode, { ...folders, vsix: file });
  });
  writeUserSettings(folders.dataFolder);
  // The token keeps other users of this machine out.
  const server = await startServer(vscode, { ...folders, token: randomBytes(16).toString('hex') });
  const openFile = firstExample();
  const address = windowAddress(server, { folder: examplesFolder, ...(openFile ? { openFile, line: lineOfFeatures(openFile) } : {}) });
  console.log(`\nOpen in a browser (Ctrl-C stops it): ${address}\n`);
}
