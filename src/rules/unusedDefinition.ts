import type { Entry } from '../document/entry.ts';
import type { ListKey } from '../document/model.ts';
import { type Product, productList } from '../document/product.ts';
import { unusedDefinition } from '../wording/problems/references.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { hidesDefinitions, referencesOf } from './unknownReference.ts';

const definitions = ['personas', 'stages', 'touchpoints', 'surveys'] as const satisfies readonly ListKey[];
const users = ['touchpoints', 'features', 'metrics'] as const satisfies readonly ListKey[];

/**
 * `kano/unused-definition` on the id of what nothing in the product refers to. Files without features are there to be used by others, which
 * cannot be seen from here.
 */
export function checkUnusedDefinitions({ product, document }: RuleContext): readonly Finding[] {
  if (document.list('features').length === 0 || hidesDefinitions(product)) return [];
  const { used, unreadable } = usesIn(product);
  return definitions.flatMap((list) =>
    document.list(list).flatMap((entry): Finding[] => {
      const { id } = entry.value;
      if (id === undefined || used[list].has(id) || unreadable.some((text) => text.includes(id))) return [];
      return [{ code: 'kano/unused-definition', place: entry.placeOfId, message: unusedDefinition(list, id) }];
    }),
  );
}

interface Uses {
  readonly used: Readonly<Record<ListKey, ReadonlySet<string>>>;
  /** The texts of items with errors: an id in them may be meant as a reference. */
  readonly unreadable: readonly string[];
}

function usesIn(product: Product): Uses {
  const used: Record<ListKey, Set<string>> = {
    personas: new Set(),
    stages: new Set(),
    touchpoints: new Set(),
    surveys: new Set(),
    features: new Set(),
    metrics: new Set(),
  };
  const unreadable: string[] = [];
  for (const list of users) {
    for (const { entry } of productList(product, list)) {
      for (const { target, node } of referencesOf(entry)) used[target].add(node.value);
      const text = unreadableText(entry);
      if (text !== undefined) unreadable.push(text);
    }
  }
  return { used, unreadable };
}

function unreadableText({ part, node, schemaFindings }: Entry): string | undefined {
  if (part.syntaxFindings.length > 0) return part.text;
  return schemaFindings.length > 0 && node ? part.text.slice(node.start, node.end) : undefined;
}
