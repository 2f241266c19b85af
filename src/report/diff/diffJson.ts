import type {
  EvidenceChange,
  FeatureChange,
  FeatureState,
  GapChange,
  JourneyComparison,
  OtherEdit,
  ProductComparison,
  RewrittenSurvey,
  Step,
  WantChange,
} from '../../analysis/comparison/productComparison.ts';
import { hasUncountedAnswers } from '../../analysis/featureAnalysis.ts';
import type { DriftKind, FeatureAnalysis } from '../../analysis/results.ts';
import type { AnalysisSettings, Category, Status } from '../../document/format/model.ts';
import type { FailCondition } from './diff.ts';
import { countConditions, type Diff, type DiffedProduct } from './diff.ts';

/** What `kano diff --format json` prints, as `schemas/diff.schema.json` describes it: unrounded, keys always present. */
interface DiffJson {
  readonly version: 1;
  readonly base: string;
  readonly head: string | null;
  readonly conditions: Readonly<Record<FailCondition, number>>;
  readonly products: readonly DiffProductJson[];
  /** Paths of files that were not compared, because a merge conflict is open in them. */
  readonly conflicts: readonly string[];
}

interface DiffProductJson {
  readonly path: Step<string | null>;
  readonly product: Step<string | null>;
  readonly settings: Step<AnalysisSettings> | null;
  readonly features: readonly FeatureChangeJson[];
  readonly gaps: readonly GapJson[];
  readonly journey: JourneyJson;
  readonly rewritten: readonly (Omit<RewrittenSurvey, 'after'> & { readonly feature: string | null })[];
  readonly edits: readonly OtherEdit[];
}

interface FeatureChangeJson {
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: FeatureStateJson | null;
  readonly after: FeatureStateJson | null;
  readonly renamed: boolean;
  readonly retitled: boolean;
  readonly category: (Step<Category | null> & { readonly kind: DriftKind | null; readonly beyondIntervals: boolean }) | null;
  readonly better: Step<number> | null;
  readonly worse: Step<number> | null;
  readonly rank: Step<number> | null;
  readonly status: Step<Status> | null;
  readonly assumption: FeatureChange['assumption'];
}

type Numbers = Pick<FeatureAnalysis, 'survey' | 'n' | 'category' | 'better' | 'worse' | 'betterInterval' | 'worseInterval'>;

interface FeatureStateJson extends Numbers {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  /** Of the feature's id, counted from 0. */
  readonly line: number;
  readonly status: Status;
  readonly assumed: Category | null;
  readonly talliesUnreadable: boolean;
  readonly rank: number | null;
}

interface JourneyJson {
  readonly readings: readonly (Step<{ readonly date: string; readonly value: number } | null> & {
    readonly metric: string | null;
    readonly improved: boolean | null;
  })[];
  readonly emotions: readonly (Step<number | null> & { readonly touchpoint: string | null; readonly persona: string | null })[];
  readonly wants: readonly WantChange[];
  readonly evidence: readonly (Omit<EvidenceChange, 'after'> & { readonly feature: string | null })[];
  readonly shipped: readonly { readonly feature: string | null; readonly shipped: string; readonly moves: readonly string[] }[];
}

interface GapJson {
  readonly touchpoint: Step<string | null>;
  readonly gaps: Step<number>;
  readonly opened: readonly (string | null)[];
  readonly closed: readonly (string | null)[];
  readonly left: readonly (string | null)[];
  readonly removed: readonly (string | null)[];
  readonly rejected: readonly (string | null)[];
}

/** The products in which something changed, in the order given. */
export function diffJson({ base, head, products, conflicts = [], pathOf }: Diff): DiffJson {
  const conditions = countConditions(products.map(({ comparison }) => comparison));
  return { version: 1, base, head, conditions, products: products.map((product) => productJson(product, pathOf)), conflicts };
}

function productJson({ before, after, comparison }: DiffedProduct, pathOf: Diff['pathOf']): DiffProductJson {
  const nameOf = (side: DiffedProduct['after']) => side?.product.opened.header.product ?? null;
  return {
    path: { before: before?.path ?? null, after: after?.path ?? null },
    product: { before: nameOf(before), after: nameOf(after) },
    settings: settingsJson(comparison.settings),
    features: comparison.features.map((change) => changeJson(change, pathOf)),
    gaps: comparison.gaps.map(gapJson),
    rewritten: comparison.rewritten.map(({ after, ...others }) => ({ feature: after.item.value.id ?? null, ...others })),
    journey: journeyJson(comparison.journey),
    edits: comparison.edits,
  };
}

function settingsJson(settings: ProductComparison['settings']): Step<AnalysisSettings> | null {
  const inOrder = ({ table, rule, lead, order }: AnalysisSettings) => ({ table, rule, lead, order });
  return settings && { before: inOrder(settings.before), after: inOrder(settings.after) };
}

function changeJson(change: FeatureChange, pathOf: Diff['pathOf']): FeatureChangeJson {
  const { before, after, category, better, worse, rank, status, assumption } = change;
  return {
    change: before === null ? 'added' : after === null ? 'removed' : 'changed',
    before: before && stateJson(before, pathOf),
    after: after && stateJson(after, pathOf),
    renamed: change.isRenamed,
    retitled: change.isRetitled,
    category: category && {
      before: before?.numbers.category ?? null,
      after: after?.numbers.category ?? null,
      kind: category.kind,
      beyondIntervals: better !== null || worse !== null,
    },
    better,
    worse,
    rank,
    status,
    assumption,
  };
}

function stateJson({ model, item, status, numbers, rank }: FeatureState, pathOf: Diff['pathOf']): FeatureStateJson {
  const { id, title, assumed } = item.value;
  return {
    id: id ?? null,
    title: title ?? null,
    path: pathOf(model),
    line: model.locate(item.rangeOfId).start.line,
    status,
    assumed: assumed ?? null,
    survey: numbers.survey,
    n: numbers.n,
    category: numbers.category,
    better: numbers.better,
    worse: numbers.worse,
    betterInterval: numbers.betterInterval,
    worseInterval: numbers.worseInterval,
    talliesUnreadable: hasUncountedAnswers(item, numbers),
    rank,
  };
}

function journeyJson({ readings, emotions, wants, evidence, shipped }: JourneyComparison): JourneyJson {
  const pointOf = (reading: { readonly date: string; readonly value: number } | null) =>
    reading && { date: reading.date, value: reading.value };
  return {
    readings: readings.map(({ metric, before, after, improved }) => ({
      metric: metric.id ?? null,
      before: pointOf(before),
      after: pointOf(after),
      improved,
    })),
    emotions: emotions.map(({ touchpoint, persona, emotion }) => ({ touchpoint: touchpoint.id ?? null, persona, ...emotion })),
    wants,
    evidence: evidence.map(({ after, counts, lean }) => ({ feature: after.item.value.id ?? null, counts, lean })),
    shipped: shipped.map(({ after, day, metrics }) => ({
      feature: after.item.value.id ?? null,
      shipped: day,
      moves: metrics.flatMap(({ id }) => id ?? []),
    })),
  };
}

function gapJson({ before, after, gaps, opened, closed, left, removed, rejected }: GapChange): GapJson {
  const ids = (states: readonly FeatureState[]) => states.map(({ item }) => item.value.id ?? null);
  return {
    touchpoint: { before: before?.id ?? null, after: after?.id ?? null },
    gaps,
    opened: ids(opened),
    closed: ids(closed),
    left: ids(left),
    removed: ids(removed),
    rejected: ids(rejected),
  };
}
