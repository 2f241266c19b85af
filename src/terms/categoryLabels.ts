import * as l10n from '@vscode/l10n';
import { significantZ } from '../analysis/leadingPair.ts';
import type { Change, DriftKind } from '../analysis/results.ts';
import type { Category } from '../document/format/model.ts';
import { labelsBy } from './language.ts';
import { count } from './numbers.ts';

/** A category; `null` for features that were not surveyed. */
export type CategoryOrNone = Category | null;

export type Shape = 'square' | 'circle' | 'triangle-up' | 'diamond' | 'triangle-down' | 'cross' | 'hollow-circle';

/** The words and signs of a category. Colour never carries the meaning alone: a shape and a word go with it. */
interface CategoryWording {
  /** One or two words. */
  readonly label: string;
  /** For explanations: the label with its other name in the literature. In English the same as the label. */
  readonly term: string;
  /** What it means for the decision, in one sentence. */
  readonly meaning: string;
  readonly shape: Shape;
  /** The shape as a character, for text. */
  readonly symbol: string;
}

const signs: Readonly<Record<Category | 'none', Pick<CategoryWording, 'shape' | 'symbol'>>> = {
  M: { shape: 'square', symbol: '■' },
  O: { shape: 'circle', symbol: '●' },
  A: { shape: 'triangle-up', symbol: '▲' },
  I: { shape: 'diamond', symbol: '◆' },
  R: { shape: 'triangle-down', symbol: '▽' },
  Q: { shape: 'cross', symbol: '✕' },
  none: { shape: 'hollow-circle', symbol: '○' },
};

const labels = labelsBy<Category | 'none'>({
  M: () => l10n.t('Must-be'),
  O: () => l10n.t('One-dimensional'),
  A: () => l10n.t('Attractive'),
  I: () => l10n.t('Indifferent'),
  R: () => l10n.t('Reverse'),
  Q: () => l10n.t('Questionable'),
  none: () => l10n.t('Not surveyed'),
});

const terms = {
  M: () => l10n.t({ message: 'Must-be', comment: 'With its second name in brackets, for explanations' }),
  O: () => l10n.t({ message: 'One-dimensional', comment: 'With its second name in brackets, for explanations' }),
  A: () => l10n.t({ message: 'Attractive', comment: 'With its second name in brackets, for explanations' }),
};

const meanings = labelsBy<Category | 'none'>({
  M: () => l10n.t('Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there'),
  O: () => l10n.t('The more the better: this is where you compete'),
  A: () => l10n.t('A delight nobody asked for: choose a few'),
  I: () => l10n.t('Nobody minds either way: save the effort'),
  R: () => l10n.t('Customers would rather not have it'),
  Q: () => l10n.t('The answers contradict each other: ask again'),
  none: () => l10n.t('Ask before deciding'),
});

export function categoryLabel(category: CategoryOrNone): string {
  return labels(category ?? 'none');
}

export function categoryWording(category: CategoryOrNone): CategoryWording {
  const key = category ?? 'none';
  const label = labels(key);
  const term = key === 'M' || key === 'O' || key === 'A' ? terms[key]() : label;
  return { label, term, meaning: meanings(key), ...signs[key] };
}

/** A text about a category behind its sign, on one line with it: `■ 8 must-be`. */
export function withSign(category: CategoryOrNone, text: string): string {
  return `${signs[category ?? 'none'].symbol}\u00A0${text}`;
}

/** A category with its sign: `■ Must-be`. */
export function signedCategory(category: CategoryOrNone): string {
  return withSign(category, categoryLabel(category));
}

/** A category that the team assumes, with its sign: `■ Must-be? (assumed)`. */
export function assumedCategory(category: Category): string {
  return l10n.t('{category}? (assumed)', { category: signedCategory(category) });
}

/**
 * How many features have a category: `2 Must-be`. `assumed` of them are only the team's guess; the answers of `undecided` ones allow another
 * category as well.
 */
export function categoryCount(category: CategoryOrNone, number: number, assumed: number, undecided = 0): string {
  const values = { count: count(number), category: categoryLabel(category), assumed: count(assumed), undecided: count(undecided) };
  if (undecided > 0 && assumed > 0) return l10n.t('{count} {category} ({assumed} assumed, {undecided} undecided)', values);
  if (undecided > 0)
    return undecided === number
      ? l10n.t('{count} {category} (undecided)', values)
      : l10n.t('{count} {category} ({undecided} undecided)', values);
  if (assumed === 0) return l10n.t('{count} {category}', values);
  return assumed === number ? l10n.t('{count} {category} (assumed)', values) : l10n.t('{count} {category} ({assumed} assumed)', values);
}

/** The name of a change of category from one survey to the next. */
export const driftLabel = labelsBy<DriftKind>({
  decay: () => l10n.t('Decay'),
  emerging: () => l10n.t('Emerging'),
  reversal: () => l10n.t('Reversal'),
  rejection: () => l10n.t('Rejection'),
  acceptance: () => l10n.t('Acceptance'),
  other: () => l10n.t('Other change'),
});

/** Something that changed significantly since the survey before, and in which direction. */
export interface Move {
  readonly of: 'better' | 'worse' | 'reverse' | 'questionable';
  readonly sentence: string;
}

/** What changed significantly since the survey before; nothing if only the answers as a whole did. */
export function movesSince({ betterZ, worseZ, reverseZ, questionableZ }: Change): readonly Move[] {
  const moved = (of: Move['of'], z: number | null, more: string, less: string): Move[] =>
    z === null || Math.abs(z) < significantZ ? [] : [{ of, sentence: z > 0 ? more : less }];
  return [
    ...moved('better', betterZ, l10n.t('it wins more'), l10n.t('it wins less')),
    ...moved('worse', worseZ, l10n.t('lacking it costs more'), l10n.t('lacking it costs less')),
    ...moved('reverse', reverseZ, l10n.t('more customers reject it'), l10n.t('fewer customers reject it')),
    ...moved(
      'questionable',
      questionableZ,
      l10n.t('more customers contradict themselves'),
      l10n.t('fewer customers contradict themselves'),
    ),
  ];
}

export type Quadrant = 'A' | 'O' | 'M' | 'I';

/** A quadrant of the matrix has the name of its category. */
export function quadrantLabel(quadrant: Quadrant): string {
  return categoryLabel(quadrant);
}

/** The position of a quadrant: `high Better, low |Worse|`. */
export const quadrantMeaning = labelsBy<Quadrant>({
  A: () => l10n.t('high Better, low |Worse|'),
  O: () => l10n.t('high Better, high |Worse|'),
  M: () => l10n.t('low Better, high |Worse|'),
  I: () => l10n.t('low Better, low |Worse|'),
});
