import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { quadrantMismatch } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/quadrant-mismatch`: category and quadrant, two views of the same answers, are not the same one of M, O, A, I. */
export function checkQuadrant(item: Item<'features'>, { category, quadrant, better, worse }: FeatureAnalysis): readonly Finding[] {
  if (quadrant === null || better === null || worse === null) return [];
  if (category === null || category === 'R' || category === 'Q' || category === quadrant) return [];
  return [{ code: 'kano/quadrant-mismatch', range: item.rangeOfId, message: quadrantMismatch(category, quadrant, better, worse) }];
}
