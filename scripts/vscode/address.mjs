import { sep } from 'node:path';

/** @typedef {{ folder?: string, openFile?: string, line?: number, extensionFolder?: string, extensionTestsFile?: string, skipWelcome?: boolean }} Opening */

/**
 * The address under which a running server opens a window.
 *
 * @param {import('./server.mjs').RunningServer} server
 * @param {Opening} opening Absolute paths: the workspace folder, a file to open in it (at a line,
 *   counted from 1), the folder of an extension under
 *   development, and the module with its tests (the last two need a server started `forTests`).
 * @returns {string}
 */
export function windowAddress(server, { folder, openFile, line, extensionFolder, extensionTestsFile, skipWelcome = true }) {
  /** @type {[string, string][]} */
  const payload = [];
  if (extensionFolder) payload.push(['extensionDevelopmentPath', remoteUri(server, extensionFolder)]);
  if (extensionTestsFile) payload.push(['extensionTestsPath', remoteUri(server, extensionTestsFile)], ['enableProposedApi', '']);
  if (openFile) payload.push(['openFile', remoteUri(server, openFile) + (line ? `:${line}:1` : '')]);
  if (openFile && line) payload.push(['gotoLineMode', 'true']);
  if (skipWelcome) payload.push(['skipWelcome', 'true']);
  const query = [
    server.token && `tkn=${encodeURIComponent(server.token)}`,
    folder && `folder=${encodeURI(urlPath(folder))}`,
    payload.length > 0 && `payload=${encodeURIComponent(JSON.stringify(payload))}`,
  ];
  return `${server.origin}/?${query.filter(Boolean).join('&')}`;
}

/**
 * @param {import('./server.mjs').RunningServer} server
 * @param {string} path
 */
function remoteUri(server, path) {
  return `vscode-remote://127.0.0.1:${server.port}${encodeURI(urlPath(path))}`;
}

/** @param {string} path */
function urlPath(path) {
  const slashes = path.split(sep).join('/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}
