import { Entry } from './entry.ts';
import { KanoDocument, type ReadSegment } from './kanoDocument.ts';
import { type Part, parsePart } from './part.ts';
import { frame, type Segment, segmentFile } from './segment.ts';

/** Files of more characters than this are not analysed. */
const charactersLimit = 10_000_000;

/**
 * Reads a `*.kano.yaml` file. Never throws: whatever is wrong with the text becomes findings, and everything that can
 * still be read is kept. A byte-order mark is passed over.
 */
export function readDocument(uri: string, text: string): KanoDocument {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.length > charactersLimit) return tooLarge(uri, content);
  return assemble(uri, segmentFile(content), [], undefined);
}

/**
 * Puts a document together from segments, taking over from `reusable` what was read of the same segment before. Falls
 * back to one parse of the whole where an alias in one segment refers to an anchor in another.
 */
export function assemble(
  uri: string,
  segments: readonly Segment[],
  reusable: readonly (ReadSegment | undefined)[],
  previousFrame: Part | undefined,
): KanoDocument {
  const frameText = segments.flatMap((segment) => (segment.kind === 'frame' ? [segment.text] : [])).join('');
  const framePart = previousFrame?.text === frameText ? previousFrame : parsePart(frameText);
  const read = segments.map((segment, index) => reusable[index] ?? readSegment(segment));
  if (segments.length > 1 && aliasesCross([framePart, ...read.flatMap(({ entry }) => (entry ? [entry.part] : []))])) {
    const text = segments.map((segment) => segment.text).join('');
    return assemble(uri, [frame(text)], [], previousFrame);
  }
  return new KanoDocument(uri, read, framePart);
}

/** Whether a document of this size is analysed. */
export function isTooLarge(characters: number): boolean {
  return characters > charactersLimit;
}

function readSegment(segment: Segment): ReadSegment {
  if (segment.kind === 'frame') return { segment };
  const part = parsePart(segment.text);
  const item = part.root?.kind === 'list' ? part.root.items[0] : undefined;
  return { segment, entry: new Entry(segment.list, part, item, true) };
}

function aliasesCross(parts: readonly Part[]): boolean {
  const seeking = parts.filter((part) => part.unresolvedAliases.size > 0);
  return seeking.some((part) =>
    parts.some((other) => other !== part && [...part.unresolvedAliases].some((name) => other.anchors.has(name))),
  );
}

function tooLarge(uri: string, text: string): KanoDocument {
  const reason = { kind: 'too-large', size: text.length, limit: charactersLimit } as const;
  const firstLineEnd = text.search(/\r?\n|$/);
  const part: Part = {
    text,
    root: undefined,
    syntaxFindings: [{ reason, start: 0, end: firstLineEnd }],
    anchors: new Set(),
    unresolvedAliases: new Set(),
  };
  return new KanoDocument(uri, [{ segment: { kind: 'frame', text, lineBreaks: 0 } }], part);
}
