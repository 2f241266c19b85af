import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the user settings of a server's data folder, unless the user has some there already.
 *
 * @param {string} dataFolder
 * @param {Record<string, unknown>} [more] Settings besides the quiet ones.
 */
export function writeUserSettings(dataFolder, more = {}) {
  const file = userSettingsFile(dataFolder);
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...quietSettings, ...more }, null, 2)}\n`);
}

/**
 * @param {string} dataFolder
 * @returns {string} Where a server with this data folder keeps the user's settings.
 */
export function userSettingsFile(dataFolder) {
  return join(dataFolder, 'data', 'User', 'settings.json');
}

/** No welcome pages, questions, recommendations or searches for updates. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'update.showReleaseNotes': false,
};
