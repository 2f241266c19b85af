import { uncorrectedTest } from '../analysis/personasTest.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { AnalysisContext } from '../analysis/results.ts';
import { changedEntries } from '../document/changedEntries.ts';
import type { Configuration } from '../document/configuration.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { listKeys } from '../document/model.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { finish } from '../document/steps.ts';
import { checkAmbiguousCategory } from './ambiguousCategory.ts';
import { checkAssumption } from './assumptionContradicted.ts';
import { checkCategoryDrift } from './categoryDrift.ts';
import { checkDependencyCycles } from './dependencyCycle.ts';
import { checkDuplicateIds, checkUsedDuplicates } from './duplicateId.ts';
import { checkIndifferentInProgress } from './indifferentInProgress.ts';
import { checkMustBeRejected, checkRejectedDependencies } from './mustBeRejected.ts';
import { checkNotSurveyed } from './notSurveyed.ts';
import { checkOverlappingTallies } from './overlappingTallies.ts';
import { checkPersonas } from './personasDisagree.ts';
import { defaultSeverities, type Finding, levelOf, type Problem, type ProblemCode, severities } from './problem.ts';
import { checkQuadrant } from './quadrantMismatch.ts';
import { checkQuestionableAnswers } from './questionableAnswers.ts';
import { checkReversePlanned } from './reversePlanned.ts';
import type { FeatureRule, ItemRule, ProductRule } from './rule.ts';
import { checkRulesDisagree } from './rulesDisagree.ts';
import { checkFrameSchema, checkItemSchema } from './schema.ts';
import { checkSmallSample } from './smallSample.ts';
import { checkSplitAnswers } from './splitAnswers.ts';
import { hasSuppressions, withoutSuppressed } from './suppression.ts';
import { checkFrameSyntax, checkItemSyntax } from './syntax.ts';
import { checkReferences } from './unknownReference.ts';
import { checkUses } from './unresolvedUse.ts';
import { checkUnusedDefinitions } from './unusedDefinition.ts';

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
const productRules: readonly ProductRule[] = [
  checkFrameSyntax,
  checkFrameSchema,
  checkUses,
  checkDuplicateIds,
  checkUsedDuplicates,
  checkReferences,
  checkDependencyCycles,
  checkRejectedDependencies,
  checkPersonas,
  checkUnusedDefinitions,
];

/** Items that are checked between two steps: a few milliseconds' work. */
const itemsPerStep = 50;

/**
 * Finds all problems of the file that a product was opened through. Keeps what it found of each list item, so that the next version of the
 * same file costs what changed in it. Equal to a new checker on any product.
 */
export class DocumentChecker {
  #document: KanoDocument | undefined;
  #context: AnalysisContext | undefined;
  /** The items that have problems of their own. */
  readonly #own = new Map<Entry, readonly Finding[]>();

  /**
   * The problems in the order of the text. Of more than `limit` that nobody silenced the most severe are given, of the least severe kind among
   * them the first that were found.
   */
  check(product: Product, analysis: ProductAnalysis, limit = Number.POSITIVE_INFINITY): readonly Problem[] {
    return finish(this.checkInSteps(product, analysis, limit));
  }

  /**
   * Checks as `check` does, a few items at a time: a caller who must not be kept busy for long can pause between two steps, or drop the rest
   * when the text has changed; after another check has begun it has to. The value of the last step are the problems.
   */
  *checkInSteps(product: Product, analysis: ProductAnalysis, limit = Number.POSITIVE_INFINITY): Generator<undefined, readonly Problem[]> {
    const { opened: document, configuration } = product;
    yield* this.#bringUpToDate(document, analysis);
    const shared = productRules.flatMap((rule) => rule({ product, analysis, document }));
    const own = [...ownFindings(document, this.#own)];
    const findings = [...shared, ...own].filter(({ code }) => levelOf(code, configuration) !== 'off');
    const kept = hasSuppressions(document) ? findings : mostSevere(findings, limit, configuration);
    const problems = withoutSuppressed(once(kept.map((finding) => toProblem(finding, document, configuration))), document);
    return [...mostSevere(problems, limit, configuration)].sort(inTextOrder);
  }

  *#bringUpToDate(document: KanoDocument, analysis: ProductAnalysis): Generator<undefined, void> {
    const before = this.#context === analysis.context ? this.#document : undefined;
    // What is dropped half-way is found anew.
    this.#document = undefined;
    if (!before) this.#own.clear();
    const { removed, added } = before ? changedEntries(before, document) : { removed: [], added: allEntries(document) };
    for (const entry of removed) this.#own.delete(entry);
    let checked = 0;
    for (const entry of added) {
      const findings = findingsOf(entry, analysis);
      if (findings.length > 0) this.#own.set(entry, findings);
      if (++checked % itemsPerStep === 0) yield;
    }
    this.#document = document;
    this.#context = analysis.context;
  }
}

/** All problems of the file that a product was opened through, in the order of the text. */
export function checkDocument(product: Product, analysis: ProductAnalysis): readonly Problem[] {
  return new DocumentChecker().check(product, analysis);
}

function allEntries(document: KanoDocument): readonly Entry[] {
  return listKeys.flatMap((list) => document.list(list) as readonly Entry[]);
}

function findingsOf(entry: Entry, analysis: ProductAnalysis): readonly Finding[] {
  const findings = itemRules.flatMap((rule) => rule(entry));
  // What the rules over the whole file ask of every item is found here, where there can be pauses.
  referencesOf(entry);
  if (!isFeature(entry)) return findings;
  const numbers = analysis.featureAnalysis(entry.value);
  uncorrectedTest(numbers.personas);
  for (const rule of featureRules) findings.push(...rule(entry, numbers, analysis.context.settings));
  return findings;
}

function isFeature(entry: Entry): entry is Entry<'features'> {
  return entry.list === 'features';
}

function* ownFindings(document: KanoDocument, own: ReadonlyMap<Entry, readonly Finding[]>): Iterable<Finding> {
  if (own.size === 0) return;
  for (const list of listKeys) {
    for (const entry of document.list(list) as readonly Entry[]) yield* own.get(entry) ?? [];
  }
}

function mostSevere<Found extends { readonly code: ProblemCode }>(
  findings: readonly Found[],
  limit: number,
  configuration: Configuration | undefined,
): readonly Found[] {
  if (findings.length <= limit) return findings;
  const kept: Found[] = [];
  for (const severity of severities) {
    for (const finding of findings) {
      if (kept.length >= limit) return kept;
      if (levelOf(finding.code, configuration) === severity) kept.push(finding);
    }
  }
  return kept;
}

/** A finding at its place in a version of a file, as severe as its configuration has it; one that is `off` is not for this. */
export function toProblem({ code, place, message, fixes }: Finding, document: KanoDocument, configuration?: Configuration): Problem {
  const level = levelOf(code, configuration);
  const severity = level === 'off' ? defaultSeverities[code] : level;
  const problem: Problem = { code, severity, message, range: document.rangeOf(place) };
  // Not enumerable: problems are equal, and written, by what they say.
  return fixes ? Object.defineProperty(problem, 'fixes', { value: fixes }) : problem;
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
