import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { type AnalysisSettings, listKeys } from '../document/model.ts';
import type { Product } from '../document/product.ts';
import { checkAmbiguousCategory } from './ambiguousCategory.ts';
import { checkAssumption } from './assumptionContradicted.ts';
import { checkCategoryDrift } from './categoryDrift.ts';
import { checkDependencyCycles } from './dependencyCycle.ts';
import { checkDuplicateIds } from './duplicateId.ts';
import { checkIndifferentInProgress } from './indifferentInProgress.ts';
import { checkMustBeRejected, checkRejectedDependencies } from './mustBeRejected.ts';
import { checkNotSurveyed } from './notSurveyed.ts';
import { checkOverlappingTallies } from './overlappingTallies.ts';
import { checkPersonas } from './personasDisagree.ts';
import { defaultSeverities, type Finding, type Problem } from './problem.ts';
import { checkQuadrant } from './quadrantMismatch.ts';
import { checkQuestionableAnswers } from './questionableAnswers.ts';
import { checkReversePlanned } from './reversePlanned.ts';
import type { FeatureRule, ItemRule, ProductRule, RuleContext } from './rule.ts';
import { checkRulesDisagree } from './rulesDisagree.ts';
import { checkFrameSchema, checkItemSchema } from './schema.ts';
import { checkSmallSample } from './smallSample.ts';
import { checkSplitAnswers } from './splitAnswers.ts';
import { withoutSuppressed } from './suppression.ts';
import { checkSyntax } from './syntax.ts';
import { checkReferences } from './unknownReference.ts';
import { checkUses } from './unresolvedUse.ts';
import { checkUnusedDefinitions } from './unusedDefinition.ts';

const itemRules: readonly ItemRule[] = [checkItemSchema, checkOverlappingTallies];
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
const productRules: readonly ProductRule[] = [
  checkSyntax,
  checkFrameSchema,
  checkUses,
  checkDuplicateIds,
  checkReferences,
  checkDependencyCycles,
  checkRejectedDependencies,
  checkPersonas,
  checkUnusedDefinitions,
];

/**
 * All problems of the file that a product was opened through, in the order of the text. What is known of an item from an
 * earlier version is not sought again.
 */
export function checkDocument(product: Product, analysis: ProductAnalysis): readonly Problem[] {
  const document = product.opened;
  const { settings } = document;
  const context: RuleContext = { product, analysis, document };
  const findings = [
    ...productRules.flatMap((rule) => rule(context)),
    ...listKeys.flatMap((list) => document.list(list).flatMap(itemFindings)),
    ...document.list('features').flatMap((entry) => featureFindings(entry, analysis.featureAnalysis(entry.value), settings)),
  ];
  const problems = findings.map(
    ({ code, place, message }): Problem => ({
      code,
      severity: defaultSeverities[code],
      message,
      range: document.rangeOf(place),
    }),
  );
  return once(withoutSuppressed(problems, document)).sort(inTextOrder);
}

const findingsByEntry = new WeakMap<Entry, readonly Finding[]>();

function itemFindings(entry: Entry): readonly Finding[] {
  const known = findingsByEntry.get(entry);
  if (known) return known;
  const findings = itemRules.flatMap((rule) => rule(entry));
  findingsByEntry.set(entry, findings);
  return findings;
}

const findingsByAnalysis = new WeakMap<FeatureAnalysis, readonly Finding[]>();

// A feature's analysis is another one when the settings are.
function featureFindings(entry: Entry<'features'>, analysis: FeatureAnalysis, settings: AnalysisSettings): readonly Finding[] {
  const known = findingsByAnalysis.get(analysis);
  if (known) return known;
  const findings = featureRules.flatMap((rule) => rule(entry, analysis, settings));
  findingsByAnalysis.set(analysis, findings);
  return findings;
}

/** What aliases and merge keys bring into several items is wrong in one place. */
function once(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message, range: { start } }) => {
    const key = `${code} ${start.line}:${start.character} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function inTextOrder(a: Problem, b: Problem): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
