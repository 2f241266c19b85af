import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';

type Variables = Readonly<Record<string, string | undefined>>;

/** Where a system and its user keep fonts; folders that do not exist are among them. */
export function fontFolders(variables: Variables, platform: NodeJS.Platform = process.platform, home: string = homedir()): string[] {
  if (platform === 'win32') {
    const { WINDIR = 'C:\\Windows', LOCALAPPDATA = win32.join(home, 'AppData', 'Local') } = variables;
    return [win32.join(WINDIR, 'Fonts'), win32.join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')];
  }
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', posix.join(home, 'Library/Fonts')];
  const { XDG_DATA_HOME = join(home, '.local/share'), XDG_DATA_DIRS = '' } = variables;
  const shared = [...XDG_DATA_DIRS.split(':').filter((folder) => folder.startsWith('/')), '/usr/local/share', '/usr/share'];
  const folders = [...shared, XDG_DATA_HOME].map((folder) => posix.join(folder, 'fonts'));
  return [...new Set([...folders, posix.join(home, '.fonts'), '/run/current-system/sw/share/X11/fonts'])];
}
