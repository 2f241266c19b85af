import { evidenceIndex, featuresByNewestEvidence } from '../analysis/evidence.ts';
import { mustBeGaps } from '../analysis/mustBeGapsAt.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { surveysBehind } from '../analysis/surveysBehind.ts';
import { testIndex } from '../analysis/testIndex.ts';
import { finish } from '../base/steps.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { Product } from '../document/product.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { problemDefinitions } from './index.ts';
import { ItemFindings } from './itemFindings.ts';
import { touchpointsWithMoment } from './momentAtRisk.ts';
import { type Finding, levelOf, type Problem, toProblem } from './problem.ts';
import { severities } from './problemDefinition.ts';
import { type FailureListener, runCheck } from './runCheck.ts';
import { suppressionComments, suppressionsOf } from './suppression.ts';

/**
 * Finds all problems of the file that a product was opened through. Keeps what it found in each list item, so that checking the next version of
 * the file costs only what changed. Gives the same as a new checker on any product.
 */
export class DocumentChecker {
  readonly #onFailure: FailureListener | undefined;
  readonly #ofItems: ItemFindings;

  /** @param onFailure told of each check that throws; the problems of all others are given. Without it the error is thrown on. */
  constructor(onFailure?: FailureListener) {
    this.#onFailure = onFailure;
    this.#ofItems = new ItemFindings(onFailure);
  }

  /**
   * The problems in the order of the text. Of more than `limit` that are not silenced, gives the most severe; of the least severe among these,
   * those of checks of the whole product come first, then the first in the text.
   */
  check(product: Product, analysis: ProductAnalysis, limit = Number.POSITIVE_INFINITY): readonly Problem[] {
    return finish(this.checkInSteps(product, analysis, limit));
  }

  /**
   * Checks as `check` does, a few items at a time: the caller can pause between two steps, or drop the rest when the text has changed. After
   * another check has begun, it has to drop the rest. The value of the last step is the problems.
   */
  *checkInSteps(product: Product, analysis: ProductAnalysis, limit = Number.POSITIVE_INFINITY): Generator<undefined, readonly Problem[]> {
    const { opened: model, configuration } = product;
    yield* this.#ofItems.update(product, analysis);
    yield* prepareIndexes(product, analysis);
    const findings: Finding[] = [];
    for (const { code, findInProduct } of problemDefinitions) {
      if (!findInProduct) continue;
      const found = runCheck(code, () => findInProduct({ product, analysis, model }), this.#onFailure);
      for (const occurrence of found) findings.push({ code, ...occurrence });
      yield;
    }
    const shared = findings.filter(({ code }) => levelOf(code, configuration) !== 'off');
    const problems = shared.map((finding) => toProblem(finding, model, configuration));
    return this.#mostSevere(problems, product, limit);
  }

  /** Turns no more findings into problems than it gives. */
  #mostSevere(shared: Problem[], { opened: model, configuration }: Product, limit: number): readonly Problem[] {
    const { silences } = suppressionsOf(model);
    const isNew = notYetSeen();
    const kept: Problem[] = [];
    // The order in which indexes hold ids depends on what was typed before.
    shared.sort(inTextOrder);
    const keep = (problem: Problem) => !silences(problem) && isNew(problem) && kept.push(problem);
    for (const severity of severities) {
      for (const problem of shared) if (kept.length < limit && problem.severity === severity) keep(problem);
      for (const finding of this.#ofItems.of(severity)) {
        if (kept.length >= limit) break;
        keep(toProblem(finding, model, configuration));
      }
    }
    return kept.sort(inTextOrder);
  }
}

/** All problems of the file that a product was opened through, in the order of the text. */
export function checkDocument(product: Product, analysis: ProductAnalysis, onFailure?: FailureListener): readonly Problem[] {
  return new DocumentChecker(onFailure).check(product, analysis);
}

/** Makes the indexes that checks of the whole product, and silencing comments, need, with pauses. */
function* prepareIndexes({ opened, models, asOf }: Product, { context }: ProductAnalysis): Generator<undefined, void> {
  const hasMoments = models.some((model) => touchpointsWithMoment(model).length > 0);
  for (const model of models) {
    if (hasMoments) yield* mustBeGaps(context).inSteps(model);
    yield* definitionIndex.inSteps(model);
    yield* testIndex(context).inSteps(model);
    yield* evidenceIndex.inSteps(model);
    if (asOf === undefined) continue;
    yield* featuresByNewestEvidence.inSteps(model);
    yield* surveysBehind(context).inSteps(model);
  }
  yield* suppressionComments.inSteps(opened);
}

/** What aliases and merge keys bring into several items is one problem. */
function notYetSeen(): (problem: Problem) => boolean {
  const seen = new Set<string>();
  return ({ code, message, range: { start } }) => {
    const key = `${code} ${start.line}:${start.character} ${message}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}

function inTextOrder(a: Problem, b: Problem): number {
  return comparePositions(a.range.start, b.range.start);
}
