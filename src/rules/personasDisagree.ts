import type { PersonasTest } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { type Product, productList } from '../document/product.ts';
import { personasDisagree } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/personas-disagree`: the personas' categories differ, significantly after correction for the number of features. */
export function checkPersonas({ product, analysis, document }: RuleContext): readonly Finding[] {
  const disagreements = analysis.personasDisagreements;
  if (disagreements.size === 0) return [];
  const differing = document.list('features').flatMap((entry): [Entry<'features'>, PersonasTest][] => {
    const test = disagreements.get(entry.value);
    return test ? [[entry, test]] : [];
  });
  const names = personaNames(product);
  return differing.map(([entry, test]) => {
    const personas = analysis.featureAnalysis(entry.value).personas.flatMap(({ persona, n, category }) => {
      return persona === null || n === 0 ? [] : [{ name: names.get(persona) ?? persona, category }];
    });
    return { code: 'kano/personas-disagree', place: entry.placeOfId, message: personasDisagree(personas, test.pAdjusted, test.cramersV) };
  });
}

/** The first definition of an id is the one that counts. */
function personaNames(product: Product): ReadonlyMap<string, string> {
  const definitions = productList(product, 'personas').map(({ entry }) => entry.value);
  return new Map(definitions.toReversed().flatMap(({ id, name }) => (id === undefined || name === undefined ? [] : [[id, name]])));
}
