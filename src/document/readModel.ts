import { finish } from '../base/steps.ts';
import { KanoModel, type ReadSegment } from './kanoModel.ts';
import { aliasesCross, partsWithNames } from './yaml/aliasesCross.ts';
import { parsePart, unreadablePart } from './yaml/part.ts';
import { readSegment } from './yaml/readSegment.ts';
import { frame, type Segment, segmentFileInSteps } from './yaml/segment.ts';

/** Files of more characters than this are not analysed. */
export const charactersLimit = 10_000_000;

/** Items that are read between two steps: at most a few milliseconds' work where they are plain, some 10 ms where none is. */
const itemsPerStep = 50;

/**
 * Reads a `*.kano.yaml` file. Never throws: whatever is wrong with the text becomes findings, and everything that can
 * still be read is kept. A byte-order mark is passed over.
 */
export function readModel(uri: string, text: string): KanoModel {
  return finish(readModelInSteps(uri, text));
}

/**
 * Reads as `readDocument` does, a few items at a time: a caller who must not be kept busy for long can pause between two steps, or drop the
 * rest when the text has changed. The value of the last step is the document. A file that cannot be cut into items is read in one step.
 */
export function* readModelInSteps(uri: string, text: string): Generator<undefined, KanoModel> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.length > charactersLimit) return tooLarge(uri, content);
  return yield* assembleInSteps(uri, yield* segmentFileInSteps(content), [], undefined);
}

/**
 * Puts a document together from segments, taking over from `reusable` what was read of the same segment before. Falls
 * back to one parse of the whole where an alias in one segment refers to an anchor in another.
 */
export function assemble(
  uri: string,
  segments: readonly Segment[],
  reusable: readonly (ReadSegment | undefined)[],
  before: KanoModel | undefined,
): KanoModel {
  return finish(assembleInSteps(uri, segments, reusable, before));
}

function* assembleInSteps(
  uri: string,
  segments: readonly Segment[],
  reusable: readonly (ReadSegment | undefined)[],
  before: KanoModel | undefined,
): Generator<undefined, KanoModel> {
  const length = segments.reduce((sum, { text }) => sum + text.length, 0);
  if (length > charactersLimit) return tooLarge(uri, join(segments));
  const frameText = join(segments.filter(({ kind }) => kind === 'frame'));
  const framePart = before?.frame.text === frameText ? before.frame : parsePart(frameText);
  yield;
  const read: ReadSegment[] = [];
  let newlyRead = 0;
  for (const segment of segments) {
    const known = reusable[read.length];
    read.push(known ?? readSegment(segment));
    if (!known && ++newlyRead % itemsPerStep === 0) yield;
  }
  if (segments.length > 1 && aliasesCross(framePart, partsWithNames(read).values))
    return assemble(uri, [frame(join(segments))], [], before);
  return new KanoModel(uri, read, framePart, before);
}

function tooLarge(uri: string, text: string): KanoModel {
  const part = unreadablePart(text, { kind: 'too-large', size: text.length, limit: charactersLimit });
  return new KanoModel(uri, [{ segment: frame(text) }], part);
}

function join(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
