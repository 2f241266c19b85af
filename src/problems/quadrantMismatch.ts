import * as l10n from '@vscode/l10n';
import { mismatchedQuadrant } from '../analysis/otherViews.ts';
import { categoryLabel, quadrantLabel } from '../terms/categoryLabels.ts';
import { coefficient } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

/** Category and quadrant are two views of the same answers. */
export const quadrantMismatch = {
  code: 'kano/quadrant-mismatch',
  severity: 'hint',
  title: 'Quadrant mismatch',
  description: 'With 30 or more answers the category is M, O, A or I, and the quadrant of Better and Worse is another, beyond chance.',
  findInFeature(item, analysis) {
    const { category, better, worse } = analysis;
    const quadrant = mismatchedQuadrant(analysis);
    if (quadrant === null) return [];
    const message = l10n.t(
      'The category is {category}, and Better {better} with Worse {worse} lies in the quadrant {quadrant}. Both views are right: look at the counts before deciding.',
      {
        category: categoryLabel(category),
        quadrant: quadrantLabel(quadrant),
        better: coefficient(better),
        worse: coefficient(worse),
      },
    );
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
