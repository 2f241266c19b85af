import { finish } from '../base/steps.ts';
import { KanoModel } from './kanoModel.ts';
import { aliasesCross, type ReadSegment, readSegment } from './readSegment.ts';
import { parsePart, unreadablePart } from './yaml/part.ts';
import { frame, type Segment, segmentFileInSteps } from './yaml/segment.ts';

/** Files of more characters than this are not analysed. */
export const charactersLimit = 10_000_000;

/** Items that are read between two steps: at most a few milliseconds' work when they are plain, about 10 ms when none is. */
const itemsPerStep = 50;

/** Reads a `*.kano.yaml` file. Never throws: what cannot be read becomes findings, and the rest is kept. A byte-order mark is ignored. */
export function readModel(uri: string, text: string): KanoModel {
  return finish(readModelInSteps(uri, text));
}

/**
 * The same in steps of a few items, so that a caller can pause between two steps, or stop when the text has changed. A file that cannot be
 * cut into items is read in one step.
 */
export function* readModelInSteps(uri: string, text: string): Generator<undefined, KanoModel> {
  const content = withoutMark(text);
  if (content.length > charactersLimit) return readUncut(uri, content, charactersLimit);
  return yield* assembleInSteps(uri, yield* segmentFileInSteps(content), [], undefined);
}

/**
 * Makes a model of segments, and takes over from `reusable` what was read of the same segment before. Parses the file as a whole when an
 * alias in one segment refers to an anchor in another.
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
  if (length > charactersLimit) return readUncut(uri, join(segments), charactersLimit);
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
  if (segments.length > 1 && aliasesCross(framePart, read)) return assemble(uri, [frame(join(segments))], [], before);
  return new KanoModel(uri, read, framePart, length, before);
}

/** Reads another YAML file, which has no lists that could be cut into items, up to `limit` characters. A byte-order mark is ignored. */
export function readUncut(uri: string, text: string, limit: number): KanoModel {
  const content = withoutMark(text);
  const { length } = content;
  const part = length > limit ? unreadablePart(content, { kind: 'too-large', size: length, limit }) : parsePart(content);
  return new KanoModel(uri, length === 0 ? [] : [{ segment: frame(content) }], part, length);
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function join(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
