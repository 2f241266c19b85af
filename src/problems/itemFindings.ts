import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { AnalysisContext, FeatureAnalysis } from '../analysis/results.ts';
import { prepareTests } from '../analysis/testIndex.ts';
import { referencesOf } from '../document/definitionIndex.ts';
import type { AnalysisSettings } from '../document/format/model.ts';
import { frameItems, type Item, isFeature } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { nothing, type Sparse, spliced } from '../document/versions/sparse.ts';
import { featureMessage } from './featureMessage.ts';
import { type ProblemCode, problemDefinitions } from './index.ts';
import { type Finding, levelOf } from './problem.ts';
import { type Occurrence, type Severity, severities } from './problemDefinition.ts';
import { type FailureListener, runCheck } from './runCheck.ts';

const itemChecks = problemDefinitions.flatMap(({ code, findInItem: find }) => (find ? [{ code, find }] : []));
const featureChecks = problemDefinitions.flatMap(({ code, findInFeature: find }) => (find ? [{ code, find }] : []));

/** Items that are checked between two steps: a few milliseconds' work. */
const itemsPerStep = 50;

type BySeverity<List> = Readonly<Record<Severity, List>>;

/** The problems found in single items of a file, kept by severity from version to version, so that an edit costs only the items that it changed. */
export class ItemFindings {
  readonly #onFailure: FailureListener | undefined;
  #model: KanoModel | undefined;
  #context: AnalysisContext | undefined;
  #levels = '';
  #inFrame: BySeverity<Sparse<Finding>> = bySeverity(() => nothing);
  #inSegments: BySeverity<Sparse<Finding>> = bySeverity(() => nothing);

  constructor(onFailure: FailureListener | undefined) {
    this.#onFailure = onFailure;
  }

  /** Those of one severity in the order of the file, but those of items in the frame come first. */
  *of(severity: Severity): Iterable<Finding> {
    yield* this.#inFrame[severity].values;
    yield* this.#inSegments[severity].values;
  }

  /** Follows a product to another version, with pauses. After an update that was dropped half-way, the next one checks all items. */
  *update({ opened: model, configuration }: Product, analysis: ProductAnalysis): Generator<undefined, void> {
    const levels = problemDefinitions.map(({ code }) => levelOf(code, configuration)).join();
    const isSame = this.#context === analysis.context && this.#levels === levels;
    const before = isSame ? this.#model : undefined;
    this.#model = undefined;
    const onFailure = this.#onFailure;
    let checked = 0;
    const find = function* (items: Iterable<readonly [number, Item]>): Generator<undefined, BySeverity<Sparse<Finding>>> {
      const found = bySeverity(() => ({ at: [] as number[], values: [] as Finding[] }));
      for (const [index, item] of items) {
        const numbers = isFeature(item) ? analysis.featureAnalysis(item.value) : undefined;
        for (const finding of findingsOf(item, numbers, analysis.context.settings, onFailure)) {
          const level = levelOf(finding.code, configuration);
          if (level === 'off') continue;
          found[level].at.push(index);
          found[level].values.push(finding);
        }
        const isSlow = numbers !== undefined && prepareTests(numbers);
        if (++checked % itemsPerStep === 0 || isSlow) yield;
      }
      return found;
    };
    if (before?.frame !== model.frame) this.#inFrame = yield* find(frameItems(model.frame).map((item) => [0, item]));
    const splice = before ? model.spliceFrom(before) : { first: 0, removed: 0, added: model.segments.length };
    const added = model.segments.slice(splice.first, splice.first + splice.added);
    const found = yield* find(added.flatMap(({ item }, index) => (item ? [[splice.first + index, item]] : [])));
    const known = this.#inSegments;
    this.#inSegments = before ? bySeverity((severity) => spliced(known[severity], splice, found[severity])) : found;
    this.#model = model;
    this.#context = analysis.context;
    this.#levels = levels;
  }
}

function bySeverity<List>(listOf: (severity: Severity) => List): BySeverity<List> {
  return Object.fromEntries(severities.map((severity) => [severity, listOf(severity)])) as BySeverity<List>;
}

function findingsOf(
  item: Item,
  numbers: FeatureAnalysis | undefined,
  settings: AnalysisSettings,
  onFailure: FailureListener | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  const run = (code: ProblemCode, find: () => readonly Occurrence[]) => {
    for (const occurrence of runCheck(code, find, onFailure)) findings.push({ code, ...occurrence });
  };
  for (const { code, find } of itemChecks) run(code, () => find(item));
  // What checks of the whole product need of every item is found here, where there can be pauses.
  referencesOf(item);
  if (!isFeature(item) || numbers === undefined) return findings;
  for (const { code, find } of featureChecks) {
    run(code, () => find(item, numbers, settings).map((found) => ({ ...found, message: featureMessage(item, found.message) })));
  }
  return findings;
}
