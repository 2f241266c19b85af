import { describe, expect, it } from 'vitest';
import { answerReader } from '../../../src/survey/answers/cellReaders.ts';
import { comparableText } from '../../../src/survey/answers/comparableText.ts';
import { answerSets } from '../../../src/survey/answers/wordings/answerSets.ts';

const reader = (words: readonly string[] = []) => answerReader({}, new Set(words.map(comparableText)));

describe('published sets of answers', () => {
  it.each(answerSets.map((set) => [set.source, set] as const))('are read as a whole: %s', (_, { words }) => {
    const longest = Math.max(...words.map(({ length }) => length));
    for (let at = 0; at < longest; at++) {
      // The first word of each answer, with a variant of one of them.
      const shown = words.map((variants) => variants[Math.min(at, variants.length - 1)] ?? '');
      expect([shown, shown.map(reader(shown))]).toEqual([shown, [0, 1, 2, 3, 4]]);
    }
  });

  it('have no word twice within a set, and a source each', () => {
    for (const { words, source } of answerSets) {
      const keys = words.flat().map(comparableText);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      expect(source).not.toBe('');
    }
  });

  it('agree on every word that counts alone', () => {
    const meanings = new Map<string, Set<number>>();
    for (const { words, onlyTogether } of answerSets) {
      if (onlyTogether) continue;
      for (const [answer, variants] of words.entries())
        for (const word of variants) meanings.set(comparableText(word), (meanings.get(comparableText(word)) ?? new Set()).add(answer));
    }
    expect([...meanings].filter(([, answers]) => answers.size > 1)).toEqual([]);
  });
});

describe('a word that means two things', () => {
  const accept = 'I can accept it';

  it('counts only where the other four answers of one set are there', () => {
    expect(reader([accept])(accept)).toBe(undefined);
    expect(reader([accept, 'I like it', 'I expect it', 'I am neutral'])(accept)).toBe(undefined);
    expect(reader([accept, 'I like it', 'I expect it', 'I am neutral', 'I dislike it'])(accept)).toBe(3);
    expect(reader([accept, 'I like it', 'I expect it', 'I can live with it', 'I dislike it'])(accept)).toBe(2);
  });

  it('means nothing where two sets are there', () => {
    expect(reader([accept, 'I like it', 'I expect it', 'I am neutral', 'I can live with it', 'I dislike it'])(accept)).toBe(undefined);
  });

  it('is whole: no answer is found in a longer text', () => {
    const read = reader(answerSets.flatMap(({ words }) => words.flat()));
    expect(['I like it, but not much', 'Das ist mir egal oder so', '我喜欢吃', 'No me gusta nada más'].map(read)).toEqual(
      Array<undefined>(4).fill(undefined),
    );
  });
});
