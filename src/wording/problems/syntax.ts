import * as l10n from '@vscode/l10n';
import type { SyntaxReason } from '../../document/syntaxFinding.ts';
import { count } from '../numbers.ts';

/** `kano/syntax`: why something cannot be read as YAML, and what to do. */
export function notReadable(reason: SyntaxReason): string {
  switch (reason.kind) {
    case 'duplicate-key':
      return l10n.t('“{name}” stands twice here, and only one of the two can count. Keep one.', { name: reason.name });
    case 'tab':
      return l10n.t('A tab stands where YAML needs spaces to show what belongs together. Indent with spaces.');
    case 'unclosed':
      return unclosed(reason.character);
    case 'several-documents':
      return l10n.t(
        'A second document begins here, and a file holds one product. Only the first is read: move the rest to a file of its own.',
      );
    case 'unresolved-alias':
      return l10n.t('“*{name}” refers to an anchor that does not stand before it. Write “&{name}” at the value that is meant.', {
        name: reason.name,
      });
    case 'circular-alias':
      return l10n.t('“*{name}” stands inside the value it refers to, so it never ends. Write the value out.', { name: reason.name });
    case 'alias-bomb':
      return l10n.t(
        '“*{name}” unfolds into more content than is safe to read, so it is left out. Write the values out, or nest fewer aliases.',
        {
          name: reason.name,
        },
      );
    case 'merge-source':
      return l10n.t('“<<” takes over the keys of a mapping, and this is none. Name the alias of a mapping, or a list of such aliases.');
    case 'too-deep':
      return l10n.t('This is nested deeper than is safe to read, so it is left out. Nest less.');
    case 'too-large':
      return l10n.t(
        'This file has {size} MB, more than the {limit} MB that are analysed. Split it into several files and join them with “uses”.',
        {
          size: count(Math.ceil(reason.megabytes)),
          limit: count(reason.limit),
        },
      );
    case 'indentation':
      return l10n.t('This line is indented differently from the lines it belongs with. Start it in the same column.');
    case 'missing-colon':
      return l10n.t('A colon is missing after “{text}”. Write “{text}: ” and the value.', { text: reason.text });
    case 'colon-in-text':
      return l10n.t('A colon followed by a space starts a value, and this line has one already. Put the text in quotes.');
    case 'unquoted':
      return l10n.t('A text cannot start with “{character}”, YAML uses it itself. Put the text in quotes.', {
        character: reason.character,
      });
    case 'other':
      return l10n.t('This cannot be read as YAML: {message}', { message: reason.message });
  }
}

function unclosed(opening: string): string {
  const closing = { '[': ']', '{': '}' }[opening];
  if (closing === undefined)
    return l10n.t('The quote {opening} that begins here does not end. Add {opening} where the text ends.', { opening });
  return l10n.t('What “{opening}” begins here does not end. Add “{closing}” where it ends.', { opening, closing });
}
