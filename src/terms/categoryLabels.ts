import * as l10n from '@vscode/l10n';
import type { DriftKind } from '../analysis/results.ts';
import type { Category } from '../document/format/model.ts';
import { count } from './numbers.ts';

/** A category; `null` for features that were not surveyed. */
export type CategoryOrNone = Category | null;

export type Shape = 'square' | 'circle' | 'triangle-up' | 'diamond' | 'triangle-down' | 'cross' | 'hollow-circle';

/** The words and signs of a category. Colour never carries the meaning alone: a shape and a word go with it. */
export interface CategoryWording {
  /** One or two words. */
  readonly label: string;
  /** For explanations: the label with its other name in the literature. In English the same as the label. */
  readonly term: string;
  /** What it means for the decision, in one sentence. */
  readonly meaning: string;
  /** Name of a codicon, without `$()`. */
  readonly icon: string;
  readonly shape: Shape;
  /** The shape as a character, for text. */
  readonly symbol: string;
  /** Id of a VS Code colour. */
  readonly color: string;
  /** Opacity of the colour, 0 to 1. */
  readonly strength: number;
}

export function categoryWording(category: CategoryOrNone): CategoryWording {
  switch (category) {
    case 'M':
      return {
        label: l10n.t('Must-be'),
        term: l10n.t({ message: 'Must-be', comment: 'With its second name in brackets, for explanations' }),
        meaning: l10n.t('Expected. Nobody thanks you for it, everybody misses it: do it first, well enough, and stop there'),
        ...signs('shield', 'square', '■', 'charts.red'),
      };
    case 'O':
      return {
        label: l10n.t('One-dimensional'),
        term: l10n.t({ message: 'One-dimensional', comment: 'With its second name in brackets, for explanations' }),
        meaning: l10n.t('The more the better: this is where you compete'),
        ...signs('graph-line', 'circle', '●', 'charts.blue'),
      };
    case 'A':
      return {
        label: l10n.t('Attractive'),
        term: l10n.t({ message: 'Attractive', comment: 'With its second name in brackets, for explanations' }),
        meaning: l10n.t('A delight nobody asked for: choose a few'),
        ...signs('sparkle', 'triangle-up', '▲', 'charts.green'),
      };
    case 'I':
      return {
        ...sameTerm(l10n.t('Indifferent')),
        meaning: l10n.t('Nobody minds either way: save the effort'),
        ...signs('circle-outline', 'diamond', '◆', 'charts.foreground', 0.5),
      };
    case 'R':
      return {
        ...sameTerm(l10n.t('Reverse')),
        meaning: l10n.t('Customers would rather not have it'),
        ...signs('thumbsdown', 'triangle-down', '▼', 'charts.orange'),
      };
    case 'Q':
      return {
        ...sameTerm(l10n.t('Questionable')),
        meaning: l10n.t('The answers contradict each other: ask again'),
        ...signs('question', 'cross', '✕', 'charts.purple'),
      };
    case null:
      return {
        ...sameTerm(l10n.t('Not surveyed')),
        meaning: l10n.t('Ask before deciding'),
        ...signs('circle-slash', 'hollow-circle', '○', 'disabledForeground'),
      };
  }
}

export function categoryLabel(category: CategoryOrNone): string {
  return categoryWording(category).label;
}

/** A category with its sign: `■ Must-be`. */
export function signedCategory(category: CategoryOrNone): string {
  const { symbol, label } = categoryWording(category);
  return `${symbol} ${label}`;
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

function signs(icon: string, shape: Shape, symbol: string, color: string, strength = 1) {
  return { icon, shape, symbol, color, strength };
}

function sameTerm(label: string) {
  return { label, term: label };
}

/** The name of a change of category from one survey to the next. */
export function driftLabel(kind: DriftKind): string {
  switch (kind) {
    case 'decay':
      return l10n.t('Decay');
    case 'emerging':
      return l10n.t('Emerging');
    case 'reversal':
      return l10n.t('Reversal');
    case 'other':
      return l10n.t('Other change');
  }
}

/** What such a change tells a product team, in one sentence. */
export function driftMeaning(kind: DriftKind): string {
  switch (kind) {
    case 'decay':
      return l10n.t('Yesterday’s delight is becoming an expectation: it wins less, and lacking it costs more');
    case 'emerging':
      return l10n.t('Customers have begun to care about it');
    case 'reversal':
      return l10n.t('Customers expect it less than they did');
    case 'other':
      return l10n.t('Customers have begun or ceased to reject it, or to contradict themselves');
  }
}

export type Quadrant = 'A' | 'O' | 'M' | 'I';

/** A quadrant of the matrix has the name of its category. */
export function quadrantLabel(quadrant: Quadrant): string {
  return categoryLabel(quadrant);
}

/** The position of a quadrant: `high Better, low |Worse|`. */
export function quadrantMeaning(quadrant: Quadrant): string {
  switch (quadrant) {
    case 'A':
      return l10n.t('high Better, low |Worse|');
    case 'O':
      return l10n.t('high Better, high |Worse|');
    case 'M':
      return l10n.t('low Better, high |Worse|');
    case 'I':
      return l10n.t('low Better, low |Worse|');
  }
}
