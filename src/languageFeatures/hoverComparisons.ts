import type { RootContent } from 'mdast';
import type { ComparisonBase } from '../analysis/comparison/compareProductsBase.ts';
import { isSignificantDrift } from '../analysis/drift.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { definitionsById } from '../document/definitionsById.ts';
import { categories } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { driftLabel, driftMeaning } from '../terms/categoryLabels.ts';
import { paragraph, table } from '../terms/markdown.ts';
import { coefficient, count } from '../terms/numbers.ts';
import { undatedSurvey } from '../wording/backlogWording.ts';
import * as wording from '../wording/hoverWording.ts';

/** A feature and all that is known of it. */
export interface HoverSubject {
  readonly item: Item<'features'>;
  readonly product: Product;
  readonly analysis: ProductAnalysis;
  readonly numbers: FeatureAnalysis;
  /** What it is compared with. */
  readonly base?: ComparisonBase;
}

/** The personas side by side, and whether they differ by more than chance; nothing with fewer than two. */
export function personasComparison({ item, product, analysis, numbers }: HoverSubject): readonly RootContent[] {
  const labelled = numbers.personas.filter(({ persona, n }) => persona !== null && n > 0);
  if (labelled.length < 2) return [];
  const definitions = definitionsById(product, 'personas');
  const columns = wording.hoverColumns();
  return [
    table(
      [
        { heading: columns.persona, align: 'left' },
        { heading: columns.category, align: 'left' },
        { heading: columns.answers, align: 'right' },
        { heading: columns.better, align: 'right' },
        { heading: columns.worse, align: 'right' },
      ],
      labelled.map(({ persona, category, n, better, worse }) => [
        definitions.get(persona ?? '')?.name ?? persona ?? '',
        wording.signedCategory(category),
        count(n),
        coefficient(better),
        coefficient(worse),
      ]),
    ),
    paragraph(wording.personasVerdict(analysis.personasTest(item.value), isUnanimous(labelled))),
  ];
}

/** Whether all respondents of all personas are in one category: then there is nothing to test. */
function isUnanimous(personas: FeatureAnalysis['personas']): boolean {
  return categories.filter((category) => personas.some(({ counts }) => counts[category] > 0)).length === 1;
}

/** The surveys, the newest first, and what the last change means; nothing with fewer than two. */
export function surveysComparison({ history: surveys, drift }: FeatureAnalysis): readonly RootContent[] {
  if (surveys.length < 2) return [];
  const columns = wording.hoverColumns();
  return [
    table(
      [
        { heading: columns.survey, align: 'left' },
        { heading: columns.category, align: 'left' },
        { heading: columns.better, align: 'right' },
        { heading: columns.worse, align: 'right' },
      ],
      surveys
        .toReversed()
        .map(({ survey, category, better, worse }) => [
          survey ?? undatedSurvey(),
          wording.signedCategory(category),
          coefficient(better),
          coefficient(worse),
        ]),
    ),
    ...(drift === null ? [paragraph(wording.notComparedSentence())] : []),
    ...(drift === null || drift.kind === null
      ? []
      : [paragraph(wording.driftSentence(driftLabel(drift.kind), driftMeaning(drift.kind), isSignificantDrift(drift)))]),
  ];
}
