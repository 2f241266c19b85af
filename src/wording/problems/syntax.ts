import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';

// Messages of `kano/syntax`: what is not readable as YAML.

/** `title:X`. */
export function missingSpace(name: string): string {
  return l10n.t('A space belongs after “{name}:”. Without it, YAML reads the line as text.', { name });
}

/** Two entries between brackets or braces that nothing separates. */
export function missingComma(): string {
  return l10n.t('A comma is missing after this: between brackets and braces, commas separate what stands side by side.');
}

/** The same key stands twice in one mapping. */
export function duplicateKey(name: string): string {
  return l10n.t('“{name}” stands twice here, and only one of the two can count. Keep one.', { name });
}

/** A tab indents a line. */
export function tabIndentation(): string {
  return l10n.t('A tab stands where YAML needs spaces to show what belongs together. Indent with spaces.');
}

/** A second document begins in the file. */
export function severalDocuments(): string {
  return l10n.t('A second document begins here, and a file holds one product. Only the first is read: move the rest to a file of its own.');
}

/** The file is too large to be analysed. Both sizes in characters, about as many bytes. */
export function tooLarge(size: number, limit: number): string {
  return l10n.t(
    'This file has {size} MB, more than the {limit} MB that are analysed. Split it into several files and join them with “uses”.',
    {
      size: count(Math.ceil(size / 1_000_000)),
      limit: count(limit / 1_000_000),
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

/** An alias within its own anchor. */
export function circularAlias(name: string): string {
  return l10n.t('“*{name}” stands inside the value it refers to, so it never ends. Write the value out.', { name });
}

/** `<<` before something that has no keys. */
export function mergeSource(): string {
  return l10n.t('“<<” takes over the keys of a mapping, and this is none. Name the alias of a mapping, or a list of such aliases.');
}

/** A quote or bracket without its end. */
export function unclosed(opening: string): string {
  const closing = { '[': ']', '{': '}' }[opening];
  if (closing === undefined)
    return l10n.t('The quote {opening} that begins here does not end. Add {opening} where the text ends.', { opening });
  return l10n.t('What “{opening}” begins here does not end. Add “{closing}” where it ends.', { opening, closing });
}

/** A line that starts in a column where nothing it could belong to starts. */
export function indentation(): string {
  return l10n.t('This line is indented differently from the lines it belongs with. Start it in the same column.');
}

/** A word where a key is expected. */
export function missingColon(text: string): string {
  return l10n.t('A colon is missing after “{text}”. Write “{text}: ” and the value.', { text });
}

/** A second colon in a line. */
export function colonInText(): string {
  return l10n.t('A colon followed by a space starts a value, and this line has one already. Put the text in quotes.');
}

/** A text that begins with a character that YAML uses itself. */
export function unquotedCharacter(character: string): string {
  return l10n.t('A text cannot start with “{character}”, YAML uses it itself. Put the text in quotes.', { character });
}

/** Mappings and lists within each other, deeper than is safe to read. */
export function tooDeep(): string {
  return l10n.t('This is nested deeper than is safe to read, so it is left out. Nest less.');
}

/** What Git leaves where it could not merge. */
export function mergeConflict(): string {
  return l10n.t('Git left both sides of a merge conflict here. Keep what is right of the two, and remove the marker lines.');
}

/** Anything else the YAML parser says, in its own words. */
export function notReadable(parserMessage: string): string {
  return l10n.t('This cannot be read as YAML: {message}', { message: parserMessage });
}
