import { finish } from '../base/steps.ts';
import { KanoModel } from './kanoModel.ts';
import { aliasesCross, hasNames, type ReadSegment, readSegment } from './readSegment.ts';
import type { Edited } from './versions/splice.ts';
import { type Part, parsePart, unreadablePart } from './yaml/part.ts';
import { frame, segmentFileInSteps } from './yaml/segment.ts';

/** Files of more characters than this are not analysed. */
export const charactersLimit = 10_000_000;

/** Segments that are read between two steps: at most a few milliseconds' work when they are plain, about 10 ms when none is. */
const segmentsPerStep = 50;

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
  const segments: ReadSegment[] = [];
  for (const segment of yield* segmentFileInSteps(content)) {
    segments.push(readSegment(segment));
    if (segments.length % segmentsPerStep === 0) yield;
  }
  return joinSegments(uri, segments, content.length);
}

/**
 * Makes a model of segments. After an edit it looks only at the segments that the edit touched. Where an alias in one segment refers to an
 * anchor in another, the file is parsed as a whole.
 */
export function joinSegments(uri: string, segments: readonly ReadSegment[], length: number, edited?: Edited<KanoModel>): KanoModel {
  const frame = frameOf(segments, edited);
  const named = namedAmong(segments, edited);
  if (aliasesCross(frame, named)) return readUncut(uri, join(segments), charactersLimit);
  return new KanoModel(uri, { segments, frame, named, length }, edited);
}

function frameOf(segments: readonly ReadSegment[], edited: Edited<KanoModel> | undefined): Part {
  if (edited && !edited.removed.some(isFrame) && !edited.added.some(isFrame)) return edited.before.frame;
  const text = join(segments.filter(isFrame));
  return edited?.before.frame.text === text ? edited.before.frame : parsePart(text);
}

function isFrame({ item }: ReadSegment): boolean {
  return item === undefined;
}

function namedAmong(segments: readonly ReadSegment[], edited: Edited<KanoModel> | undefined): readonly ReadSegment[] {
  if (!edited) return segments.filter(hasNames);
  const { before, removed, added } = edited;
  const gone = new Set(removed.filter(hasNames));
  const stay = gone.size === 0 ? before.named : before.named.filter((segment) => !gone.has(segment));
  const come = added.filter(hasNames);
  return come.length === 0 ? stay : [...stay, ...come];
}

/** Reads another YAML file, which has no lists that could be cut into items, up to `limit` characters. A byte-order mark is ignored. */
export function readUncut(uri: string, text: string, limit: number): KanoModel {
  const content = withoutMark(text);
  const { length } = content;
  const part = length > limit ? unreadablePart(content, { kind: 'too-large', size: length, limit }) : parsePart(content);
  return new KanoModel(uri, { segments: length === 0 ? [] : [{ segment: frame(content) }], frame: part, named: [], length });
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function join(segments: readonly ReadSegment[]): string {
  return segments.map(({ segment }) => segment.text).join('');
}
