import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A path as the command shows it, the same on every system: seen from the folder, with forward slashes. */
export function shownPath(folder: string, path: string): string {
  return withForwardSlashes(relative(folder, path)) || '.';
}

/** Whether `path` is the folder or lies in it. Both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

export function withForwardSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
