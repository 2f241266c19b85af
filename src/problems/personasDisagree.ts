import { personasIndex } from '../analysis/personasTest.ts';
import type { FeatureAnalysis, PersonasTest } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { type Product, productList } from '../document/product.ts';
import { currentLanguage } from '../terms/language.ts';
import { personasDisagree } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/personas-disagree`: the personas' categories differ, significantly after correction for the number of features. */
export function checkPersonas({ product, analysis, model }: RuleContext): readonly Finding[] {
  const disagreements = analysis.personasDisagreements;
  if (disagreements.size === 0) return [];
  const { items: entries } = personasIndex(analysis.context)(model);
  const differing = [...disagreements].flatMap(([feature, test]): [Item<'features'>, PersonasTest][] => {
    const item = entries.get(feature);
    return item ? [[item, test]] : [];
  });
  const names = personaNames(product);
  return differing.map(([item, test]) => findingFor(item, test, analysis.featureAnalysis(item.value), names));
}

/** Of a large product the same few thousand sentences would be made anew with every edit. */
const kept = new WeakMap<FeatureAnalysis, { readonly key: string; readonly finding: Finding }>();

function findingFor(item: Item<'features'>, test: PersonasTest, analysis: FeatureAnalysis, names: ReadonlyMap<string, string>): Finding {
  const personas = analysis.personas.flatMap(({ persona, n, category }) => {
    return persona === null || n === 0 ? [] : [{ name: names.get(persona) ?? persona, category }];
  });
  // Every feature that comes or goes changes all corrected p-values a little, and few sentences: very small ones are all said alike.
  const p = test.pAdjusted < 0.001 ? 0 : test.pAdjusted;
  const key = JSON.stringify([currentLanguage(), p, personas.map(({ name }) => name)]);
  const known = kept.get(analysis);
  if (known?.key === key) return known.finding;
  const message = personasDisagree(personas, test.pAdjusted, test.cramersV);
  const finding: Finding = { code: 'kano/personas-disagree', range: item.rangeOfId, message };
  kept.set(analysis, { key, finding });
  return finding;
}

/** The first definition of an id is the one that counts. */
function personaNames(product: Product): ReadonlyMap<string, string> {
  const definitions = productList(product, 'personas').map(({ item }) => item.value);
  return new Map(definitions.toReversed().flatMap(({ id, name }) => (id === undefined || name === undefined ? [] : [[id, name]])));
}
