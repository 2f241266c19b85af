import { firstIndexWhere } from '../base/binarySearch.ts';

/** Measures the width of a text in pixels. */
export type Measure = (text: string) => number;

/**
 * A measure without a font: the average widths of common sans-serif fonts, a little too wide, so that texts do not touch in the real font.
 * East Asian wide characters and emoji take a full em.
 */
export function estimateWidth(fontSize: number): Measure {
  return (text) => {
    let ems = 0;
    for (const character of text) ems += emsOf(character);
    return ems * fontSize;
  };
}

/** The text, or as many of its first characters as fit with an ellipsis; empty if not even one fits. */
export function ellipsise(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const characters = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const fits = firstIndexWhere(characters.length - 1, (index) => measure(shortened(characters, index + 1)) > width);
  return fits === 0 ? '' : shortened(characters, fits);
}

// Graphemes, so that neither surrogate pairs nor letters with accents are split.
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const combining = /\p{M}|\u200d|\ufe0f/u;
const fullWidth =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const latinEms = Array.from({ length: 0x300 }, (_, codePoint) => emsOfLatin(String.fromCodePoint(codePoint)));

function emsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const latin = latinEms[codePoint];
  if (latin !== undefined) return latin;
  if (character === '—' || character === '…') return 1;
  if (combining.test(character)) return 0;
  return fullWidth.test(character) || codePoint >= 0x1f000 ? 1 : 0.65;
}

function emsOfLatin(character: string): number {
  if (/[ijlI.,:;'|!()[\]{}`\s]/.test(character)) return 0.31;
  if (/[frt"*-]/.test(character)) return 0.4;
  if (/[mwMW@%]/.test(character)) return 0.92;
  return /\p{Lu}/u.test(character) ? 0.7 : 0.58;
}

function shortened(characters: readonly string[], count: number): string {
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
