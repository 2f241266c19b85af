import { groupBy } from '../../base/groupBy.ts';

/** Where a search word of a feature stands in a text. */
export interface FoundWord {
  readonly feature: string;
  /** Offsets in the text as `searchableText` has it. */
  readonly start: number;
  readonly end: number;
}

/** A text as it is searched: whatever the case and the width of letters, with single spaces. */
export function searchableText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Finds the features that a text is about: those with one of their search words in it. Words are whole words; in scripts without spaces between
 * words (Chinese, Japanese, Thai …) they are found anywhere. Gives each feature once.
 * @param terms search words by feature
 */
export function wordFinder(terms: ReadonlyMap<string, readonly string[]>): (searchable: string) => readonly FoundWord[] {
  const all = [...terms].flatMap(([feature, words]) => words.map((word) => ({ feature, word: searchableText(word).trim() })));
  const byWord = groupBy(
    all.filter(({ word }) => word !== ''),
    ({ word }) => word,
  );
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length);
  if (words.length === 0) return () => [];
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
  // The longest word is found first. Others may begin at the same place.
  const beginnings = new Map(words.map((word) => [word, words.filter((other) => word.startsWith(other))]));
  return (searchable) => {
    const found = new Map<string, FoundWord>();
    pattern.lastIndex = 0;
    for (let match = pattern.exec(searchable); match; match = pattern.exec(searchable)) {
      const start = match.index;
      for (const word of beginnings.get(match[0]) ?? []) {
        const end = start + word.length;
        if (!isWhole(searchable, start, end)) continue;
        for (const { feature } of byWord.get(word) ?? []) if (!found.has(feature)) found.set(feature, { feature, start, end });
      }
      pattern.lastIndex = start + 1;
    }
    return [...found.values()];
  };
}

/** Whether letters of a script with spaces do not go on beyond either end. */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !(goesOn(characterBefore(text, start)) && goesOn(characterAt(text, start))) &&
    !(goesOn(characterBefore(text, end)) && goesOn(characterAt(text, end)))
  );
}

function goesOn(character: string): boolean {
  return wordCharacter.test(character) && !withoutSpaces.test(character);
}

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that do not separate words by spaces. */
const withoutSpaces = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u;

function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, offset: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text[offset - 1] ?? '');
  return offset === 0 ? '' : characterAt(text, offset - (isPair ? 2 : 1));
}
