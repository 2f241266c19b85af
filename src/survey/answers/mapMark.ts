import { textHash } from '../../base/textHash.ts';

/** Begins every map that is written, so that a later one may replace it. */
export const mapMark = '# Survey map by kano import';

/** A map with a hash of it at the end of its first line. */
export function markedMap(text: string): string {
  return text.replace('\n', ` (${textHash(text)})\n`);
}

/** Whether a map is no longer as it was written: somebody has filled it in. */
export function isEditedMap(text: string): boolean {
  const [, mark, hash, rest] = /^(.*) \(([0-9a-f]{8})\)\n([\s\S]*)$/.exec(text) ?? [];
  return textHash(`${mark}\n${rest}`) !== hash;
}
