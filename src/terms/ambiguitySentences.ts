import * as l10n from '@vscode/l10n';
import { turningPoint } from '../analysis/ambiguity.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { mostAnswersNeeded, roundedAnswersNeeded } from '../analysis/statistics/answersNeeded.ts';
import { isLeadClear } from '../analysis/statistics/binomialTest.ts';
import type { AnalysisSettings, Category } from '../document/format/model.ts';
import { categoryLabel } from './categoryLabels.ts';
import { count, share } from './numbers.ts';

/** How many answers would tell, for messages; `null` where they are practically tied. */
export function answersNeededText({ answersNeeded }: Pick<FeatureAnalysis, 'answersNeeded'>): string | null {
  return answersNeeded === null || answersNeeded > mostAnswersNeeded ? null : count(roundedAnswersNeeded(answersNeeded));
}

/** That a category could as well be another one, with the shares of both, and of how many answers. */
export function whyAmbiguous(category: Category, rival: Category, { counts, n }: FeatureAnalysis, { rule }: AnalysisSettings): string {
  const values = {
    first: categoryLabel(category),
    firstShare: share(counts[category] / n),
    second: categoryLabel(rival),
    secondShare: share(counts[rival] / n),
    n: count(n),
    rule,
  };
  // The other rules do not compare the two counts alone.
  if (rule !== 'mode')
    return l10n.t('{first} ({firstShare}) could as well be {second} ({secondShare}) by the rule “{rule}” with {n} answers.', values);
  // Where several categories follow, one of them can lead among other people, although each is plainly smaller.
  return isLeadClear(counts[category], counts[rival])
    ? l10n.t(
        '{first} ({firstShare}) could as well be {second} ({secondShare}): with {n} answers, which category leads depends on who was asked.',
        values,
      )
    : l10n.t('{first} ({firstShare}) and {second} ({secondShare}) are too close to tell apart with {n} answers.', values);
}

/** How to decide between the two possible categories: `They are practically tied: …`, `About 260 answers in all would tell the two apart, …`. */
export function howToTell(analysis: FeatureAnalysis, settings: AnalysisSettings): string {
  const needed = answersNeededText(analysis);
  const question = turningQuestion(analysis, settings);
  // Personas help only where the answers say who gave them.
  const hasPersonas = analysis.personas.filter(({ persona, n }) => persona !== null && n > 0).length > 1;
  if (needed === null) {
    const advice = hasPersonas ? l10n.t('look at the personas, or decide by Better and Worse') : l10n.t('decide by Better and Worse');
    return question === null
      ? l10n.t('They are practically tied: {advice}.', { advice })
      : l10n.t('It turns on {question}, which is practically a tie: {advice}.', { question, advice });
  }
  const advice = hasPersonas ? l10n.t('ask more customers, or look at the personas') : l10n.t('ask more customers');
  return question === null
    ? l10n.t('About {needed} answers in all would tell the two apart, if the shares stay: {advice}.', { needed, advice })
    : l10n.t('It turns on {question}. About {needed} answers in all would tell, if the shares stay: {advice}.', {
        question,
        needed,
        advice,
      });
}

/** The same for lists of numbers: `about 260 answers in all would tell the two apart`, `practically tied`. */
export function answersNeededSentence(analysis: FeatureAnalysis, settings: AnalysisSettings): string {
  const needed = answersNeededText(analysis);
  const question = turningQuestion(analysis, settings);
  if (question === null)
    return needed === null ? l10n.t('practically tied') : l10n.t('about {needed} answers in all would tell the two apart', { needed });
  return needed === null
    ? l10n.t('practically tied: {question}', { question })
    : l10n.t('about {needed} answers in all would tell {question}', { needed, question });
}

/** What an ambiguous category turns on, as a question within a sentence; `null` where it is just which of the two categories has more answers. */
function turningQuestion({ counts, n, category, rival }: FeatureAnalysis, { rule, lead }: AnalysisSettings): string | null {
  const decisive = turningPoint(counts, rule, lead, rival);
  if (decisive === null) return null;
  const { between, margin } = decisive;
  if (between === null) {
    const values = { wanted: count(counts.M + counts.O + counts.A), others: count(counts.I + counts.R + counts.Q) };
    return l10n.t('whether Must-be, One-dimensional and Attractive together ({wanted}) outnumber the other three ({others})', values);
  }
  const named = (each: Category) => ({ label: categoryLabel(each), number: count(counts[each]) });
  if (margin === 0) {
    if ([category, rival].every((each) => each !== null && between.includes(each))) return null;
    const [first, second] = between.map(named) as [Named, Named];
    return l10n.t('whether {first} ({firstCount}) has more answers than {second} ({secondCount})', valuesOf(first, second));
  }
  // Of a margin below 0, the larger side is the one that is not to fall behind.
  const [behind, ahead] = (margin < 0 ? between : between.toReversed()).map(named) as [Named, Named];
  const values = { ...valuesOf(behind, ahead), lead: share(Math.abs(margin)), n: count(n) };
  return l10n.t('whether {first} ({firstCount}) is at most {lead} of {n} answers behind {second} ({secondCount})', values);
}

interface Named {
  readonly label: string;
  readonly number: string;
}

function valuesOf(first: Named, second: Named) {
  return { first: first.label, firstCount: first.number, second: second.label, secondCount: second.number };
}
