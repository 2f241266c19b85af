import type { RootContent } from 'mdast';
import { changesSince } from '../analysis/comparison/compareProductsBase.ts';
import { paragraph } from '../terms/markdown.ts';
import { changeNotes, newSince, sinceHeading } from '../wording/diffWording.ts';
import type { HoverSubject } from './hoverComparisons.ts';

/** What changed of a feature since the base, category, coefficients, rank and names: `Since main: Attractive → Must-be (Decay, …)`. */
export function sinceBase({ item, product, analysis, base }: HoverSubject): readonly RootContent[] {
  const change = base && changesSince(base, { product, analysis }).features.find(({ after }) => after?.item === item);
  if (!change) return [];
  if (change.before === null) return [paragraph({ strong: newSince(base.name) })];
  return [paragraph({ strong: sinceHeading(base.name) }, ` ${changeNotes(change).join(' · ')}`)];
}
