import * as l10n from '@vscode/l10n';
import type { FeatureAnalysis, PersonasTest } from '../analysis/results.ts';
import { testIndex } from '../analysis/testIndex.ts';
import type { Item } from '../document/item.ts';
import { type Product, productList } from '../document/product.ts';
import { currentLanguage } from '../terms/language.ts';
import { itemList, pValue, statistic } from '../terms/numbers.ts';
import { personaCategories } from '../terms/personaSentences.ts';
import { featureMessage } from './featureMessage.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** Significant after correction for the number of features. */
export const personasDisagree = {
  code: 'kano/personas-disagree',
  severity: 'info',
  title: 'Personas disagree',
  description: 'The categories differ significantly between personas.',
  findInProduct({ product, analysis, model }) {
    const disagreements = analysis.personasDisagreements;
    if (disagreements.size === 0) return [];
    const { items } = testIndex(analysis.context)(model);
    const names = personaNames(product);
    return [...disagreements].flatMap(([feature, test]) => {
      const item = items.get(feature);
      return item ? [occurrence(item, test, analysis.featureAnalysis(item.value), names)] : [];
    });
  },
} satisfies ProblemDefinition;

/** A large product would otherwise make the same few thousand sentences again with every edit. */
const kept = new WeakMap<FeatureAnalysis, { readonly key: string; readonly found: Occurrence }>();

function occurrence(item: Item<'features'>, test: PersonasTest, analysis: FeatureAnalysis, names: ReadonlyMap<string, string>): Occurrence {
  const list = personaCategories(analysis, names);
  // Every feature that comes or goes changes all corrected p-values a little, and few sentences: very small ones are all said alike.
  const p = test.pAdjusted < 0.001 ? 0 : test.pAdjusted;
  const key = JSON.stringify([currentLanguage(), p, list]);
  const known = kept.get(analysis);
  if (known?.key === key) return known.found;
  const message = l10n.t('Personas see this differently ({list}; {p}, Cramér’s V {v}). Decide for whom you build it.', {
    list: itemList(list),
    p: pValue(test.pAdjusted),
    v: statistic(test.cramersV),
  });
  const found: Occurrence = { range: item.rangeOfId, message: featureMessage(item, message) };
  kept.set(analysis, { key, found });
  return found;
}

/** The first definition of an id is the one that counts. */
function personaNames(product: Product): ReadonlyMap<string, string> {
  const definitions = productList(product, 'personas').map(({ item }) => item.value);
  return new Map(definitions.toReversed().flatMap(({ id, name }) => (id === undefined || name === undefined ? [] : [[id, name]])));
}
