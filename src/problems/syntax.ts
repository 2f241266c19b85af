import * as l10n from '@vscode/l10n';
import { within } from '../document/yaml/localRange.ts';
import type { Part } from '../document/yaml/part.ts';
import { type SyntaxReason, startOfLine } from '../document/yaml/syntaxFinding.ts';
import { count } from '../terms/numbers.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';
import { syntaxFixes } from './syntax/syntaxFixes.ts';

export const syntax = {
  code: 'kano/syntax',
  severity: 'error',
  title: 'Syntax',
  description: 'The file cannot be read as YAML, or is larger than 10 MB.',
  findInItem: (item) => (item.ownsPart ? syntaxProblems(item.part) : []),
  findInProduct: ({ model }) => syntaxProblems(model.frame),
} satisfies ProblemDefinition;

/** What of a part cannot be read as YAML, once a line. */
export function syntaxProblems(part: Part): readonly Occurrence[] {
  // The parser often reports one mistake several times: the first report on a line is the one to fix.
  const lines = new Set<number>();
  return part.syntaxFindings.flatMap((finding): Occurrence[] => {
    const lineStart = startOfLine(part.text, finding.start);
    if (lines.has(lineStart)) return [];
    lines.add(lineStart);
    return [{ range: within(part, finding), message: messageOf(finding.reason), fixes: syntaxFixes(part, finding) }];
  });
}

function messageOf(reason: SyntaxReason): string {
  switch (reason.kind) {
    case 'duplicate-key':
      return l10n.t('“{name}” is a duplicate key here, and only one of the two can count. Keep one.', reason);
    case 'tab':
      return l10n.t('A tab stands where YAML needs spaces to show what belongs together. Indent with spaces.');
    case 'several-documents':
      return l10n.t(
        'A second document begins here, and a file holds one product. Only the first is read: move the rest to a file of its own.',
      );
    case 'too-large':
      // Sizes in characters, which are about as many bytes.
      return l10n.t(
        'This file has {size} MB, more than the {limit} MB that are analysed. Split it into several files and join them with “uses”.',
        { size: count(Math.ceil(reason.size / 1_000_000)), limit: count(reason.limit / 1_000_000) },
      );
    case 'alias-bomb':
      return l10n.t(
        'These aliases unfold into more content than is safe to read, so they are left out. Write the values out, or nest fewer aliases.',
      );
    case 'unresolved-alias':
      return l10n.t('“*{name}” refers to an anchor that does not stand before it. Write “&{name}” at the value that is meant.', reason);
    case 'circular-alias':
      return l10n.t('“*{name}” stands inside the value it refers to, so it never ends. Write the value out.', reason);
    case 'merge-source':
      return l10n.t(
        '“<<” takes over the keys of a mapping, and this is not a mapping. Name the alias of a mapping, or a list of such aliases.',
      );
    case 'unclosed':
      return unclosed(reason.character);
    case 'indentation':
      return l10n.t('This line is indented differently from the lines it belongs with. Start it in the same column.');
    case 'missing-colon':
      return l10n.t('A colon is missing after “{text}”. Write “{text}: ” and the value.', reason);
    case 'missing-space':
      return missingSpace(reason.name);
    case 'missing-comma':
      return l10n.t('A comma is missing after this: between brackets and braces, commas separate what stands side by side.');
    case 'colon-in-text':
      return l10n.t('A colon followed by a space starts a value, and this line has one already. Put the text in quotes.');
    case 'unquoted':
      return l10n.t('A text cannot start with “{character}”, YAML uses it itself. Put the text in quotes.', reason);
    case 'merge-conflict':
      return l10n.t('Git left both sides of a merge conflict here. Keep what is right of the two, and remove the marker lines.');
    case 'too-deep':
      return l10n.t('This is nested deeper than is safe to read, so it is left out. Nest less.');
    case 'other':
      return l10n.t('This cannot be read as YAML: {message}', reason);
  }
}

/** `title:X`, which between braces is one key to YAML. */
export function missingSpace(name: string): string {
  return l10n.t('A space belongs after “{name}:”. Without it, YAML reads the line as text.', { name });
}

function unclosed(opening: string): string {
  const closing = { '[': ']', '{': '}' }[opening];
  if (closing === undefined)
    return l10n.t('The quote {opening} that begins here does not end. Add {opening} where the text ends.', { opening });
  return l10n.t('What “{opening}” begins here does not end. Add “{closing}” where it ends.', { opening, closing });
}
