import * as l10n from '@vscode/l10n';
import type { Category } from '../../document/format/model.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { nameList } from '../../terms/numbers.ts';

/** What letters of other tools stand for there. Their meanings part, so none is taken silently. */
export const foreignLetters = {
  P: ['O'],
  D: ['A', 'M', 'O'],
  E: ['A', 'M'],
  B: ['M'],
  L: ['O'],
  N: ['I', 'O'],
} as const satisfies Record<string, readonly Category[]>;

export type ForeignLetter = keyof typeof foreignLetters;

export function isForeignLetter(key: string): key is ForeignLetter {
  return Object.hasOwn(foreignLetters, key);
}

/** `kano/schema`: a category letter of another tool. */
export function foreignLetter(letter: ForeignLetter): string {
  const candidates: readonly Category[] = foreignLetters[letter];
  return l10n.t('“{letter}” is a letter of other tools: {meanings}. The letters here are M, O, A, I, R and Q. Write {candidates}.', {
    letter,
    meanings: foreignMeanings(letter),
    candidates: nameList(
      candidates.map((category) => l10n.t('{letter} ({label})', { letter: category, label: categoryLabel(category) })),
      'disjunction',
    ),
  });
}

function foreignMeanings(letter: ForeignLetter): string {
  switch (letter) {
    case 'P':
      return l10n.t('“performance”');
    case 'D':
      return l10n.t('“delighter” in some, “dissatisfier” or “desired” in others');
    case 'E':
      return l10n.t('“excitement” in some, “expected” in others');
    case 'B':
      return l10n.t('“basic”');
    case 'L':
      return l10n.t('“linear”');
    case 'N':
      return l10n.t('“neutral” in some, “normal” in others');
  }
}
