import { definitionIndex } from '../document/definitionIndex.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';

/** Whether any feature of a file depends on another: where none does, the whole product need not be looked at. */
export function hasDependencies(document: KanoDocument): boolean {
  return definitionIndex(document).lists.features.referrers.size > 0;
}
