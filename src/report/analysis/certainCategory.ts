import type { FeatureAnalysis } from '../../analysis/results.ts';
import type { Category } from '../../document/format/model.ts';
import { certainty } from '../../terms/certainty.ts';
import { standingLabel } from '../../terms/featureSentences.ts';
import { noNumber, share } from '../../terms/numbers.ts';
import { eitherSentence, fewAnswersSentence } from '../../wording/backlogWording.ts';

// A table says how sure a category is in the words of the lens.

type Numbers = Pick<FeatureAnalysis, 'category' | 'counts' | 'n' | 'z' | 'runnerUp'>;

/** The category, both where the answers cannot tell two apart, or what is assumed: `Must-be`, `Must-be or Attractive`, `Must-be? (assumed)`. */
export function categoryText(assumed: Category | null, numbers: Numbers): string {
  const { category, runnerUp } = numbers;
  const either = category !== null && runnerUp !== null && certainty(numbers) === 'ambiguous';
  return either ? eitherSentence(category, runnerUp) : standingLabel(assumed, category);
}

/** How many answers say so: `61 %`, `41 % / 38 %`, or of few answers their number: `9 of 14`. */
export function shareText(numbers: Numbers): string {
  const { category, counts, n, runnerUp } = numbers;
  if (category === null) return noNumber;
  switch (certainty(numbers)) {
    case 'few':
      return fewAnswersSentence(counts[category], n);
    case 'ambiguous':
      return [category, ...(runnerUp === null ? [] : [runnerUp])].map((each) => share(counts[each] / n)).join(' / ');
    default:
      return share(counts[category] / n);
  }
}
