import * as l10n from '@vscode/l10n';
import { newestSaid, type Said } from '../../analysis/saidOf.ts';
import { namedWant } from '../../report/analysis/wantTables.ts';
import { itemList } from '../../terms/numbers.ts';
import type { ShownFeature } from './shownFeatures.ts';

/** What a feature is there for, and what people say of it. */
export interface FeatureJourney {
  /** `serves: orders without signing up (Guest)`; nothing of ids that nothing defines. */
  readonly wants: readonly string[];
  /** The newest quote, and the newest note where another piece of evidence has it. */
  readonly said: readonly Said[];
}

export function featureJourney({ feature, of }: Pick<ShownFeature, 'feature' | 'of'>): FeatureJourney {
  const { serves = [], relieves = [] } = feature;
  const wants = serves.length + relieves.length === 0 ? [] : of.analysis.wants;
  const names = (ids: readonly string[], isNeed: boolean) =>
    itemList(
      ids.flatMap((id) => {
        const want = wants.find((each) => each.id === id && (each.kind === 'need') === isNeed);
        return want ? [namedWant(want, of.product)] : [];
      }),
    );
  const [served, relieved] = [names(serves, true), names(relieves, false)];
  return {
    wants: [
      ...(served === '' ? [] : [l10n.t('serves: {needs}', { needs: served })]),
      ...(relieved === '' ? [] : [l10n.t('relieves: {pains}', { pains: relieved })]),
    ],
    said: newestSaid(feature),
  };
}
