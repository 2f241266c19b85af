import { uncorrectedTest } from '../analysis/personasTest.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { AnalysisContext } from '../analysis/results.ts';
import { frameItems, type Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { nothing, type Sparse, spliced } from '../document/versions/sparseByVersion.ts';
import { checkAmbiguousCategory } from './ambiguousCategory.ts';
import { checkAssumption } from './assumptionContradicted.ts';
import { checkCategoryDrift } from './categoryDrift.ts';
import { checkIndifferentInProgress } from './indifferentInProgress.ts';
import { checkMustBeRejected } from './mustBeRejected.ts';
import { checkNotSurveyed } from './notSurveyed.ts';
import { checkOverlappingTallies } from './overlappingTallies.ts';
import { defaultSeverities, type Finding, levelOf, type ProblemCode, type Severity, severities } from './problem.ts';
import { checkQuadrant } from './quadrantMismatch.ts';
import { checkQuestionableAnswers } from './questionableAnswers.ts';
import { checkReversePlanned } from './reversePlanned.ts';
import type { FeatureRule, ItemRule } from './rule.ts';
import { checkRulesDisagree } from './rulesDisagree.ts';
import { checkItemSchema } from './schema.ts';
import { checkSmallSample } from './smallSample.ts';
import { checkSplitAnswers } from './splitAnswers.ts';
import { checkItemSyntax } from './syntax.ts';

const itemRules: readonly ItemRule[] = [checkItemSyntax, checkItemSchema, checkOverlappingTallies];
const featureRules: readonly FeatureRule[] = [
  checkReversePlanned,
  checkMustBeRejected,
  checkAssumption,
  checkQuestionableAnswers,
  checkSplitAnswers,
  checkSmallSample,
  checkAmbiguousCategory,
  checkRulesDisagree,
  checkCategoryDrift,
  checkIndifferentInProgress,
  checkQuadrant,
  checkNotSurveyed,
];

/** Items that are checked between two steps: a few milliseconds' work. */
const itemsPerStep = 50;

type BySeverity<List> = Readonly<Record<Severity, List>>;

/** What the rules that look at one item find in all items of a file, kept by severity, so that an edit costs the items that it touched. */
export class ItemFindings {
  #document: KanoModel | undefined;
  #context: AnalysisContext | undefined;
  #levels = '';
  #inFrame: BySeverity<Sparse<Finding>> = bySeverity(() => nothing);
  #inSegments: BySeverity<Sparse<Finding>> = bySeverity(() => nothing);

  /** Those of one severity, in the order of the file, those of items that were not cut out first. */
  *of(severity: Severity): Iterable<Finding> {
    yield* this.#inFrame[severity].values;
    yield* this.#inSegments[severity].values;
  }

  /** Follows a product to another version, with pauses; when it is dropped half-way, the next one is looked at as a whole. */
  *update({ opened: model, configuration }: Product, analysis: ProductAnalysis): Generator<undefined, void> {
    const levels = Object.keys(defaultSeverities).map((code) => levelOf(code as ProblemCode, configuration));
    const isSame = this.#context === analysis.context && this.#levels === levels.join();
    const before = isSame ? this.#document : undefined;
    this.#document = undefined;
    let checked = 0;
    const find = function* (entries: Iterable<readonly [number, Item]>): Generator<undefined, BySeverity<Sparse<Finding>>> {
      const found = bySeverity(() => ({ at: [] as number[], values: [] as Finding[] }));
      for (const [index, item] of entries) {
        for (const finding of findingsOf(item, analysis)) {
          const level = levelOf(finding.code, configuration);
          if (level === 'off') continue;
          found[level].at.push(index);
          found[level].values.push(finding);
        }
        if (++checked % itemsPerStep === 0) yield;
      }
      return found;
    };
    if (before?.frame !== model.frame) this.#inFrame = yield* find(frameItems(model.frame).map((item) => [0, item]));
    const splice = before ? model.spliceFrom(before) : { first: 0, removed: 0, added: model.segments.length };
    const added = model.segments.slice(splice.first, splice.first + splice.added);
    const found = yield* find(added.flatMap(({ item }, index) => (item ? [[splice.first + index, item]] : [])));
    const known = this.#inSegments;
    this.#inSegments = before ? bySeverity((severity) => spliced(known[severity], splice, found[severity])) : found;
    this.#document = model;
    this.#context = analysis.context;
    this.#levels = levels.join();
  }
}

function bySeverity<List>(listOf: (severity: Severity) => List): BySeverity<List> {
  return Object.fromEntries(severities.map((severity) => [severity, listOf(severity)])) as BySeverity<List>;
}

function findingsOf(item: Item, analysis: ProductAnalysis): readonly Finding[] {
  const findings = itemRules.flatMap((rule) => rule(item));
  // What the rules over the whole file ask of every item is found here, where there can be pauses.
  referencesOf(item);
  if (!isFeature(item)) return findings;
  const numbers = analysis.featureAnalysis(item.value);
  uncorrectedTest(numbers.personas);
  for (const rule of featureRules) findings.push(...rule(item, numbers, analysis.context.settings));
  return findings;
}

function isFeature(item: Item): item is Item<'features'> {
  return item.list === 'features';
}
