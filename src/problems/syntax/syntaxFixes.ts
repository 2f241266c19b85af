import * as l10n from '@vscode/l10n';
import { scalarText } from '../../document/writing/scalarText.ts';
import type { PartEdit } from '../../document/writing/textEdit.ts';
import { type Part, parsePart } from '../../document/yaml/part.ts';
import { endOfLine, type SyntaxFinding, startOfLine } from '../../document/yaml/syntaxFinding.ts';
import { addSpaceTitle, type FixMaker, fixInPart, quoteTitle } from '../fix.ts';

/** Fixes for what cannot be read as YAML: only those after which more can be read than before. */
export function syntaxFixes(part: Part, finding: SyntaxFinding): FixMaker {
  return (product) => {
    const found = attempts(part.text, finding).find(({ edits }) => helps(part, edits));
    return found ? fixInPart(product, part, found.edits, { title: found.title, isPreferred: true }) : [];
  };
}

interface Attempt {
  readonly title: string;
  readonly edits: readonly PartEdit[];
}

function attempts(text: string, { reason, start, end }: SyntaxFinding): readonly Attempt[] {
  switch (reason.kind) {
    case 'tab':
      // Only the right width of a tab makes the text readable.
      return [2, 4, 8].map((width) => ({ title: l10n.t('Write spaces instead of tabs'), edits: spacesForTabs(text, width) }));
    case 'unquoted':
    case 'colon-in-text':
      return quoteValue(text, start);
    case 'missing-space': {
      const colon = start + reason.name.length + 1;
      return [{ title: addSpaceTitle(), edits: [{ start: colon, end: colon, newText: ' ' }] }];
    }
    case 'missing-comma':
      return [{ title: l10n.t('Add the missing comma'), edits: [{ start: end, end, newText: ',' }] }];
    default:
      return [];
  }
}

/** In the indentation of all lines: one line alone would no longer line up with its neighbours. */
function spacesForTabs(text: string, width: number): readonly PartEdit[] {
  return [...text.matchAll(/^[ \t]*\t[ \t]*/gm)].map(({ 0: blank, index }) => {
    return { start: index, end: index + blank.length, newText: blank.replaceAll('\t', ' '.repeat(width)) };
  });
}

/** The value of a key that YAML takes for something else, as far as its line goes. */
function quoteValue(text: string, offset: number): readonly Attempt[] {
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, endOfLine(text, offset));
  const match = /^([ \t]*(?:- +)*[\w-]+:[ \t]+)([^"'{[|>#\s](?:.*?\S)?)(?=[ \t]+#|[ \t]*$)/.exec(line);
  const [, before = '', value] = match ?? [];
  if (value === undefined) return [];
  const start = lineStart + before.length;
  const newText = scalarText(value, { flow: false, quote: '"' });
  return [{ title: quoteTitle(value), edits: [{ start, end: start + value.length, newText }] }];
}

function helps({ text, syntaxFindings }: Part, edits: readonly PartEdit[]): boolean {
  const changed = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((current, { start, end, newText }) => current.slice(0, start) + newText + current.slice(end), text);
  return parsePart(changed).syntaxFindings.length < syntaxFindings.length;
}
