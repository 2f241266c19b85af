import { unresolvedUse } from '../wording/problems/references.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/unresolved-use`: a file named under `uses` that is missing, unreadable, out of bounds or part of a circle. */
export function checkUses({ product, document }: RuleContext): readonly Finding[] {
  return product.unresolvedUses
    .filter((use) => use.document === document)
    .map(({ path, place, reason }) => ({ code: 'kano/unresolved-use', place, message: unresolvedUse(path, reason) }));
}
