import { personasIndex } from '../analysis/personasTest.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { finish } from '../base/steps.ts';
import type { Configuration } from '../document/configuration.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { checkDependencyCycles } from './dependencyCycle.ts';
import { checkDuplicateIds, checkUsedDuplicates } from './duplicateId.ts';
import { ItemFindings } from './itemFindings.ts';
import { checkRejectedDependencies } from './mustBeRejected.ts';
import { checkPersonas } from './personasDisagree.ts';
import { defaultSeverities, type Finding, levelOf, type Problem, severities } from './problem.ts';
import type { ProductRule } from './rule.ts';
import { checkFrameSchema } from './schema.ts';
import { suppressionComments, suppressionsOf } from './suppression.ts';
import { checkFrameSyntax } from './syntax.ts';
import { checkReferences } from './unknownReference.ts';
import { checkUses } from './unresolvedUse.ts';
import { checkUnusedDefinitions } from './unusedDefinition.ts';

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

/**
 * Finds all problems of the file that a product was opened through. Keeps what it found of each list item, so that the next version of the
 * same file costs what changed in it. Equal to a new checker on any product.
 */
export class DocumentChecker {
  readonly #ofItems = new ItemFindings();

  /**
   * The problems in the order of the text. Of more than `limit` that nobody silenced the most severe are given; of the least severe kind among
   * them those of rules over the whole file, and then the first.
   */
  check(product: Product, analysis: ProductAnalysis, limit = Number.POSITIVE_INFINITY): readonly Problem[] {
    return finish(this.checkInSteps(product, analysis, limit));
  }

  /**
   * Checks as `check` does, a few items at a time: a caller who must not be kept busy for long can pause between two steps, or drop the rest
   * when the text has changed; after another check has begun it has to. The value of the last step are the problems.
   */
  *checkInSteps(product: Product, analysis: ProductAnalysis, limit = Number.POSITIVE_INFINITY): Generator<undefined, readonly Problem[]> {
    const { opened: model, configuration } = product;
    yield* this.#ofItems.update(product, analysis);
    yield* prepareRules(product, analysis);
    const findings: Finding[] = [];
    for (const rule of productRules) {
      findings.push(...rule({ product, analysis, model }));
      yield;
    }
    const shared = findings.filter(({ code }) => levelOf(code, configuration) !== 'off');
    return this.#mostSevere(
      shared.map((finding) => toProblem(finding, model, configuration)),
      product,
      limit,
    );
  }

  /** Makes no more problems of findings than are given. */
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
export function checkDocument(product: Product, analysis: ProductAnalysis): readonly Problem[] {
  return new DocumentChecker().check(product, analysis);
}

/** What rules over the whole file and silencing comments ask of every item, made here, where there can be pauses. */
function* prepareRules({ opened, models }: Product, { context }: ProductAnalysis): Generator<undefined, void> {
  for (const model of models) {
    yield* definitionIndex.inSteps(model);
    yield* personasIndex(context).inSteps(model);
  }
  yield* suppressionComments.inSteps(opened);
}

/** A finding at its place in a version of a file, as severe as its configuration has it; one that is `off` is not for this. */
export function toProblem({ code, range, message, fixes }: Finding, model: KanoModel, configuration?: Configuration): Problem {
  const level = levelOf(code, configuration);
  const severity = level === 'off' ? defaultSeverities[code] : level;
  const problem: Problem = { code, severity, message, range: model.locate(range) };
  // Not enumerable: problems are equal, and written, by what they say.
  return fixes ? Object.defineProperty(problem, 'fixes', { value: fixes }) : problem;
}

/** What aliases and merge keys bring into several items is wrong in one place. */
function notYetSeen(): (problem: Problem) => boolean {
  const seen = new Set<string>();
  return ({ code, message, range: { start } }) => {
    const key = `${code} ${start.line}:${start.character} ${message}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}

function inTextOrder(a: Problem, b: Problem): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
