import { hasUncountedAnswers } from '../../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { RefinedClass } from '../../analysis/refinedClass.ts';
import type {
  CorrectedDrift,
  FeatureAnalysis,
  JourneySums,
  MetricResult,
  PersonasTest,
  Priority,
  TouchpointResult,
} from '../../analysis/results.ts';
import { type AnalysisSettings, type Category, defaultStatus, type Status } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import { productList, settingsOf } from '../../document/product.ts';
import type { Problem } from '../../problems/problem.ts';
import type { CheckedFile } from '../analysedFile.ts';
import { problemJson } from '../lint/lintJson.ts';
import { type FreshnessJson, freshnessJson } from './freshnessJson.ts';
import { type FeatureJourneyJson, featureJourneyJson, type JourneyJson, journeyJson, type StageJson, stagesJson } from './journeyJson.ts';

/** What `kano analyze --format json` prints, as `schemas/analysis.schema.json` describes it: unrounded, keys always present. */
interface AnalysisJson {
  readonly version: 1;
  readonly files: readonly FileJson[];
}

interface FileJson extends JourneyJson {
  readonly path: string;
  readonly product: string | null;
  readonly analysis: AnalysisSettings;
  /** Over the features whose importance was asked, each counting once; `null` with fewer than two. */
  readonly meanImportance: number | null;
  readonly features: readonly FeatureJson[];
  readonly touchpoints: readonly TouchpointResult[];
  readonly stages: readonly StageJson[];
  readonly activities: readonly JourneySums[];
  readonly metrics: readonly MetricResult[];
  readonly freshness: FreshnessJson | null;
  readonly problems: readonly Problem[];
}

interface FeatureJson extends Omit<FeatureAnalysis, 'surveyOrderUnknown' | 'drift'>, Priority, FeatureJourneyJson {
  /** `null` where the file does not say: it has a rank all the same. */
  readonly id: string | null;
  readonly title: string | null;
  readonly status: Status;
  readonly touchpoints: readonly string[];
  readonly effort: number | null;
  readonly assumed: Category | null;
  /** A category split by importance, cut at the `meanImportance` of the file. */
  readonly refinedClass: RefinedClass | null;
  readonly personasTest: PersonasTest | null;
  readonly drift: CorrectedDrift | null;
  /** Whether tallies were left out because of an error: `n` is 0 then, which does not mean that nobody was asked. */
  readonly talliesUnreadable: boolean;
}

/** The files in the order given, each with the features of its whole product, those of the file itself first. */
export function analysisJson(files: readonly CheckedFile[]): AnalysisJson {
  return { version: 1, files: files.map(fileJson) };
}

function fileJson({ path, product, analysis, problems }: CheckedFile): FileJson {
  const { header } = product.opened;
  const settings = settingsOf(product);
  return {
    path,
    product: header.product ?? null,
    analysis: { table: settings.table, rule: settings.rule, lead: settings.lead, order: settings.order },
    meanImportance: analysis.meanImportance,
    features: productList(product, 'features').map(({ item }) => featureJson(item, analysis)),
    touchpoints: analysis.touchpoints,
    stages: stagesJson(analysis),
    activities: analysis.activities,
    metrics: analysis.metrics,
    ...journeyJson(analysis),
    freshness: freshnessJson(product, analysis),
    problems: problems.map(problemJson),
  };
}

// Every key is named, so that they come in the documented order whatever the analysis adds.
function featureJson(item: Item<'features'>, analysis: ProductAnalysis): FeatureJson {
  const feature = item.value;
  const numbers = analysis.featureAnalysis(feature);
  const { rank, neededBy } = analysis.priority(feature);
  return {
    id: feature.id ?? null,
    title: feature.title ?? null,
    status: feature.status ?? defaultStatus,
    touchpoints: feature.touchpoints ?? [],
    effort: feature.effort ?? null,
    assumed: feature.assumed ?? null,
    survey: numbers.survey,
    importance: numbers.importance,
    refinedClass: analysis.refinedClass(feature),
    n: numbers.n,
    counts: numbers.counts,
    category: numbers.category,
    categories: numbers.categories,
    better: numbers.better,
    worse: numbers.worse,
    betterInterval: numbers.betterInterval,
    worseInterval: numbers.worseInterval,
    quadrant: numbers.quadrant,
    totalStrength: numbers.totalStrength,
    categoryStrength: numbers.categoryStrength,
    fong: numbers.fong,
    z: numbers.z,
    runnerUp: numbers.runnerUp,
    stability: numbers.stability,
    rival: numbers.rival,
    answersNeeded: numbers.answersNeeded,
    weighted: numbers.weighted,
    continuous: numbers.continuous,
    personas: numbers.personas,
    personasTest: analysis.personasTest(feature),
    history: numbers.history,
    drift: analysis.drift(feature),
    rank,
    neededBy,
    talliesUnreadable: hasUncountedAnswers(item, analysis.featureAnalysis(feature)),
    ...featureJourneyJson(feature, analysis),
  };
}
