import * as l10n from '@vscode/l10n';
import { ageInDays } from '../analysis/ageInDays.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { count } from './numbers.ts';

/**
 * How old the answers are, once they are older than they should be; `null` before that, and where nobody gave a day.
 * @param asOf the day at which it counts
 * @param freshFor days
 */
export function answersAge({ history }: Pick<FeatureAnalysis, 'history'>, asOf: string | undefined, freshFor: number): string | null {
  const date = history.at(-1)?.date ?? null;
  if (asOf === undefined || date === null) return null;
  const days = ageInDays(date, asOf);
  if (!(days > freshFor)) return null;
  return l10n.t('Asked {days} days ago, on {date}: customers may see it differently by now.', { days: count(days), date });
}
