import * as l10n from '@vscode/l10n';
import { smallestSample } from '../analysis/leadingPair.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Drift, FeatureAnalysis } from '../analysis/results.ts';
import { testIndex } from '../analysis/testIndex.ts';
import type { Item } from '../document/item.ts';
import { categoryLabel, type Move, movesSince } from '../terms/categoryLabels.ts';
import { currentLanguage } from '../terms/language.ts';
import { coefficient, itemList } from '../terms/numbers.ts';
import { featureMessage } from './featureMessage.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** Significant after correction for the number of features. */
export const categoryDrift = {
  code: 'kano/category-drift',
  severity: 'info',
  title: 'Category drift',
  description: 'The category changed significantly since the survey before.',
  findInProduct({ analysis, model }) {
    const { drift, items } = testIndex(analysis.context)(model);
    return [...drift.small].flatMap(([feature, change]) => {
      const item = items.get(feature);
      return item && analysis.hasDrifted(change) ? [occurrence(item, change, analysis)] : [];
    });
  },
} satisfies ProblemDefinition;

/** A large product would otherwise make the same sentences again with every edit. */
const kept = new WeakMap<FeatureAnalysis, { readonly language: string; readonly found: Occurrence }>();

function occurrence(item: Item<'features'>, drift: Drift, analysis: ProductAnalysis): Occurrence {
  const numbers = analysis.featureAnalysis(item.value);
  const language = currentLanguage();
  const known = kept.get(numbers);
  if (known?.language === language) return known.found;
  const moves = movesSince(drift).map((move) => withFigures(move, drift, numbers));
  const message = l10n.t('{before} → {after} since {survey}: {moves}.', {
    before: categoryLabel(drift.categories[0]),
    after: categoryLabel(drift.categories[1]),
    survey: drift.from ?? l10n.t('the survey before'),
    moves: moves.length > 0 ? itemList(moves) : l10n.t('the answers as a whole differ'),
  });
  const found: Occurrence = { range: item.rangeOfId, message: featureMessage(item, message) };
  kept.set(numbers, { language, found });
  return found;
}

function withFigures({ of, sentence: move }: Move, { from, to, fewestAnswers }: Drift, { history }: FeatureAnalysis): string {
  // Of fewer answers no coefficient is worth its decimals.
  if (of === 'reverse' || of === 'questionable' || fewestAnswers < smallestSample) return move;
  const [before, after] = [from, to].map((survey) => coefficient(history.find((result) => result.survey === survey)?.[of] ?? null));
  const values = { move, before: before ?? '', after: after ?? '' };
  return of === 'better' ? l10n.t('{move} (Better {before} → {after})', values) : l10n.t('{move} (Worse {before} → {after})', values);
}
