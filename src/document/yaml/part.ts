import { firstIndexWhere } from '../../base/binarySearch.ts';
import { oncePerObject } from '../../base/once.ts';
import { convertNodes } from './convertNodes.ts';
import { type Names, noNames } from './names.ts';
import type { ValueNode } from './node.ts';
import { parseShallow } from './parseShallow.ts';
import { readPlainItem } from './plainItem.ts';
import type { Position } from './position.ts';
import { readSyntaxFinding, type SyntaxFinding, type SyntaxReason } from './syntaxFinding.ts';

/**
 * Whole lines that were parsed on their own: one item of a list, or everything outside such items. All offsets count from the start of its
 * text.
 */
export interface Part extends Names {
  readonly text: string;
  /** Its content; `undefined` when it is empty or cannot be read at all. */
  readonly root: ValueNode | undefined;
  readonly syntaxFindings: readonly SyntaxFinding[];
}

const closelyReadFindings = 100;

/** Parses the text of one list item, from its dash on. The result is that of `parsePart`, but for nearly all items many times faster. */
export function parseItem(text: string, known: readonly SyntaxFinding[] = []): Part {
  const plain = known.length === 0 ? readPlainItem(text) : undefined;
  return plain ? new PlainPart(text, plain) : parsePart(text, known);
}

const noFindings: readonly SyntaxFinding[] = [];

/**
 * A part that `readPlainItem` reads, which takes some ten microseconds. Its nodes take ten times the memory of its text, and hardly anybody asks for them once
 * values and problems are known: they go when memory is needed, and are read again when somebody asks.
 */
class PlainPart implements Part {
  readonly text: string;
  readonly syntaxFindings = noFindings;
  readonly #names: Names;
  #root: WeakRef<ValueNode>;

  constructor(text: string, { root, names }: NonNullable<ReturnType<typeof readPlainItem>>) {
    this.text = text;
    this.#names = names;
    this.#root = new WeakRef(root);
  }

  get root(): ValueNode | undefined {
    const kept = this.#root.deref();
    if (kept) return kept;
    const root = readPlainItem(this.text)?.root;
    if (root) this.#root = new WeakRef(root);
    return root;
  }

  get anchors(): ReadonlySet<string> {
    return this.#names.anchors;
  }

  get aliases(): ReadonlySet<string> {
    return this.#names.aliases;
  }

  get unresolvedAliases(): ReadonlySet<string> {
    return this.#names.unresolvedAliases;
  }
}

/** Parses YAML text. Never throws: what cannot be read becomes a finding, in addition to those that are `known`, and the rest is kept. */
export function parsePart(text: string, known: readonly SyntaxFinding[] = []): Part {
  try {
    const document = parseShallow(text);
    const { root, findings: ofNodes, unclosed, ...names } = convertNodes(document.contents, text);
    const findings: SyntaxFinding[] = [];
    let lost = false;
    for (const error of [...document.errors, ...document.warnings]) {
      // After an unexpected token the parser reports everything that follows.
      if (lost && / in YAML stream/.test(error.message)) continue;
      lost ||= error.code === 'UNEXPECTED_TOKEN';
      // So many come from one long line, and reading each closely would take time in the square of its length.
      if (findings.length >= closelyReadFindings)
        findings.push({ reason: { kind: 'other', message: error.message }, start: error.pos[0], end: error.pos[1] });
      else findings.push(readSyntaxFinding(error, text, { unclosed, earlier: findings }));
    }
    const syntaxFindings = [...known, ...findings, ...ofNodes].sort((a, b) => a.start - b.start);
    return { text, root, syntaxFindings, ...names };
  } catch (error) {
    // Also where a reader that calls itself runs out of stack, in a thread with a small one.
    if (!(error instanceof RangeError)) throw error;
    return unreadablePart(text, { kind: 'too-deep' });
  }
}

/** A part without content, with the reason as a finding on its first line. */
export function unreadablePart(text: string, reason: SyntaxReason): Part {
  const start = Math.max(0, text.search(/\S/));
  const length = text.slice(start).search(/\r?\n|$/);
  return { text, root: undefined, syntaxFindings: [{ reason, start, end: start + length }], ...noNames };
}

/** Line and character, both relative to the part, of an offset in its text. */
export function positionInPart(part: Part, offset: number): Position {
  const starts = lineStarts(part);
  const line = firstIndexWhere(starts.length, (index) => (starts[index] ?? 0) > offset) - 1;
  return { line, character: offset - (starts[line] ?? 0) };
}

const lineStarts = oncePerObject(({ text }: Part): readonly number[] => {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
});
