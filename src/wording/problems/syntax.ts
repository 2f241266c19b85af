import * as l10n from '@vscode/l10n';
import { count } from '../numbers.ts';

// Messages of `kano/syntax`: what is not readable as YAML.

/** The same key stands twice in one mapping. */
export function duplicateKey(key: string): string {
  return l10n.t('“{key}” stands twice here, and only one of the two can count. Keep one.', { key });
}

/** A tab indents a line. */
export function tabIndentation(): string {
  return l10n.t('A tab stands where YAML needs spaces to show what belongs together. Indent with spaces.');
}

/** A second document begins in the file. */
export function severalDocuments(): string {
  return l10n.t('A second document begins here, and a file holds one product. Only the first is read: move the rest to a file of its own.');
}

/** The file is too large to be analysed. Both sizes in bytes. */
export function tooLarge(size: number, limit: number): string {
  return l10n.t(
    'This file has {size} MB, more than the {limit} MB that are analysed. Split it into several files and join them with “uses”.',
    {
      size: count(Math.ceil(size / 1e6)),
      limit: count(limit / 1e6),
    },
  );
}

/** Aliases that multiply into more than is sensible to read. */
export function tooManyAliases(): string {
  return l10n.t(
    'These aliases unfold into more content than is safe to read, so they are left out. Write the values out, or nest fewer aliases.',
  );
}

/** An alias without an anchor before it. */
export function unknownAlias(name: string): string {
  return l10n.t('“*{name}” refers to an anchor that does not stand before it. Write “&{name}” at the value that is meant.', { name });
}

/** Anything else the YAML parser says, in its own words. */
export function notReadable(parserMessage: string): string {
  return l10n.t('This cannot be read as YAML: {message}', { message: parserMessage });
}
