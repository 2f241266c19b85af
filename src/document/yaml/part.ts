import { parseDocument } from 'yaml';
import { convertNodes } from './convertNodes.ts';
import type { ValueNode } from './node.ts';
import { readPlainItem } from './plainItem.ts';
import type { Position } from './position.ts';
import { readSyntaxFinding, type SyntaxFinding, type SyntaxReason } from './syntaxFinding.ts';

/**
 * A stretch of whole lines that was parsed on its own: one item of a list, or everything outside such items.
 * It never changes; all offsets in it count from the start of its own text.
 */
export interface Part {
  readonly text: string;
  /** What stands in it, or `undefined` when it is empty or beyond reading. */
  readonly root: ValueNode | undefined;
  readonly syntaxFindings: readonly SyntaxFinding[];
  /** Names that aliases in other parts could refer to. */
  readonly anchors: ReadonlySet<string>;
  /** Names of all aliases in this part. */
  readonly aliases: ReadonlySet<string>;
  /** Names of aliases whose anchor stands nowhere before them in this part. */
  readonly unresolvedAliases: ReadonlySet<string>;
}

const closelyReadFindings = 100;

const noNames: ReadonlySet<string> = new Set();

/** Reads the text of one list item, from its dash on: the same as `parsePart`, and many times faster for nearly all items. */
export function parseItem(text: string, known: readonly SyntaxFinding[] = []): Part {
  const root = known.length === 0 ? readPlainItem(text) : undefined;
  if (!root) return parsePart(text, known);
  return { text, root, syntaxFindings: [], anchors: noNames, aliases: noNames, unresolvedAliases: noNames };
}

/** Reads YAML text. Never throws: what cannot be read becomes a finding beside those that are `known`, and the rest is kept. */
export function parsePart(text: string, known: readonly SyntaxFinding[] = []): Part {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error', stringKeys: false, keepSourceTokens: false });
    const converted = convertNodes(document.contents, text);
    const findings: SyntaxFinding[] = [];
    let lost = false;
    for (const error of [...document.errors, ...document.warnings]) {
      // Once the parser has lost the thread it reports everything that follows.
      if (lost && / in YAML stream/.test(error.message)) continue;
      lost ||= error.code === 'UNEXPECTED_TOKEN';
      // So many come from one long line; to look closely at every one would take the square of its length.
      if (findings.length >= closelyReadFindings)
        findings.push({ reason: { kind: 'other', message: error.message }, start: error.pos[0], end: error.pos[1] });
      else findings.push(readSyntaxFinding(error, text, { unclosed: converted.unclosed, earlier: findings }));
    }
    return {
      text,
      root: converted.root,
      syntaxFindings: [...known, ...findings, ...converted.findings].sort((a, b) => a.start - b.start),
      anchors: converted.anchors,
      aliases: converted.aliases,
      unresolvedAliases: converted.unresolvedAliases,
    };
  } catch (error) {
    // Thousands of nested brackets exhaust the stack of any recursive reader.
    if (!(error instanceof RangeError)) throw error;
    return unreadablePart(text, { kind: 'too-deep' });
  }
}

/** A part that holds nothing but the reason for it, which stands on its first line. */
export function unreadablePart(text: string, reason: SyntaxReason): Part {
  const start = Math.max(0, text.search(/\S/));
  const length = text.slice(start).search(/\r?\n|$/);
  return {
    text,
    root: undefined,
    syntaxFindings: [{ reason, start, end: start + length }],
    anchors: noNames,
    aliases: noNames,
    unresolvedAliases: noNames,
  };
}

const lineStartsByPart = new WeakMap<Part, readonly number[]>();

/** Line and character, both relative to the part, of an offset in its text. */
export function positionInPart(part: Part, offset: number): Position {
  const starts = lineStarts(part);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}

function lineStarts(part: Part): readonly number[] {
  const known = lineStartsByPart.get(part);
  if (known) return known;
  const starts = [0];
  for (let end = part.text.indexOf('\n'); end !== -1; end = part.text.indexOf('\n', end + 1)) starts.push(end + 1);
  lineStartsByPart.set(part, starts);
  return starts;
}
