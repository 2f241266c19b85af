import * as l10n from '@vscode/l10n';
import { categoryLabel, quadrantLabel } from '../terms/categoryLabels.ts';
import { coefficient } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

/** Category and quadrant are two views of the same answers. */
export const quadrantMismatch = {
  code: 'kano/quadrant-mismatch',
  severity: 'hint',
  title: 'Quadrant mismatch',
  description: 'The category is M, O, A or I, and the quadrant of Better and Worse is another.',
  findInFeature(item, { category, quadrant, better, worse }) {
    if (quadrant === null || better === null || worse === null) return [];
    if (category === null || category === 'R' || category === 'Q' || category === quadrant) return [];
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
