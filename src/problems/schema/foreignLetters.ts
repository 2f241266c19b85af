import * as l10n from '@vscode/l10n';
import type { Category } from '../../document/format/model.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { nameList } from '../../terms/numbers.ts';

/** What letters of other tools stand for there. Their meanings differ, so the author has to choose. */
export const foreignLetters = {
  P: ['O'],
  D: ['A', 'M', 'O'],
  E: ['A', 'M'],
  B: ['M'],
  L: ['O'],
  N: ['I', 'O'],
} as const satisfies Record<string, readonly Category[]>;

type ForeignLetter = keyof typeof foreignLetters;

export function isForeignLetter(key: string): key is ForeignLetter {
  return Object.hasOwn(foreignLetters, key);
}

/** The message for a category letter of another tool. */
export function foreignLetterMessage(letter: ForeignLetter): string {
  const candidates = foreignLetters[letter].map((category) =>
    l10n.t('{letter} ({label})', { letter: category, label: categoryLabel(category) }),
  );
  const values = { letter, meanings: foreignMeanings()[letter], candidates: nameList(candidates, 'disjunction') };
  return l10n.t('“{letter}” is a letter of other tools: {meanings}. The letters here are M, O, A, I, R and Q. Write {candidates}.', values);
}

function foreignMeanings(): Readonly<Record<ForeignLetter, string>> {
  return {
    P: l10n.t('“performance”'),
    D: l10n.t('“delighter” in some, “dissatisfier” or “desired” in others'),
    E: l10n.t('“excitement” in some, “expected” in others'),
    B: l10n.t('“basic”'),
    L: l10n.t('“linear”'),
    N: l10n.t('“neutral” in some, “normal” in others'),
  };
}
