import * as l10n from '@vscode/l10n';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Category } from '../document/format/model.ts';
import { coefficient } from './numbers.ts';

/**
 * Why the build order has a feature at its place, by what it is ranked by: `missed most: −0.86`.
 *
 * @param category The surveyed one, or the assumed one
 */
export function rankReason(category: Category | null, { better, worse }: Pick<FeatureAnalysis, 'better' | 'worse'>): string {
  if (category === 'Q') return l10n.t('ask again: the answers contradict each other');
  if (category === 'R') return l10n.t('do not build: customers would rather not have it');
  if (better === null || worse === null) return l10n.t('not surveyed: ask before deciding');
  if (category === 'I') return l10n.t('nobody minds either way');
  const isMissed = category === 'M' || (category === 'O' && -worse > better);
  if (isMissed) return l10n.t('missed most: {value}', { value: coefficient(worse) });
  return l10n.t('pleases most: {value}', { value: coefficient(better) });
}
