import * as l10n from '@vscode/l10n';
import type { Item } from '../document/item.ts';
import { oneLine } from '../terms/markdown.ts';

/** Enough to know a feature by, in a list of problems. */
const longestTitle = 60;

/**
 * A message about a feature that begins with its title, or with its id where it has none: the Problems view and the output of a build show
 * nothing else.
 */
export function featureMessage({ value: { title, id } }: Item<'features'>, message: string): string {
  return messageAbout(title || id || '', message);
}

/** The same about anything with a name. */
export function messageAbout(named: string, message: string): string {
  const name = oneLine(named);
  if (name === '') return message;
  return l10n.t('{feature}: {message}', { feature: name.length > longestTitle ? `${name.slice(0, longestTitle).trim()}…` : name, message });
}
