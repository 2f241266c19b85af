import { categorise } from '../../analysis/categoryRules.ts';
import { countsFromAnswers } from '../../analysis/evaluationTable.ts';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import type { Category, Counts, Feature } from '../../document/format/model.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, settingsOf } from '../../document/product.ts';
import { sumOfAnswers } from '../answers/featureTally.ts';
import type { AnswersImport } from '../answers/importAnswers.ts';
import type { ImportPlan } from '../answers/planImport.ts';

/** A feature before and after an import. */
export interface TallyRow {
  readonly feature: string;
  readonly title: string;
  readonly before: { readonly n: number; readonly category: Category | null };
  readonly after: { readonly n: number; readonly category: Category | null };
  /** The answers of the export. */
  readonly n: number;
  readonly counts: Counts;
  readonly importance?: number;
  readonly state: ImportPlan['tallies'][number]['state'];
  /** Respondents who answered only one of the two questions. */
  readonly halves: number;
}

/** Every feature with answers in the export, in the order of the file. As long as something is open, `after` counts the export alone. */
export function tallyRows(product: Product, { reading, plan, changed }: AnswersImport): readonly TallyRow[] {
  if (!reading || !plan) return [];
  const { table, rule, lead } = settingsOf(product);
  const before = analysed(product, product.opened);
  const after = changed && analysed(product, changed);
  return reading.tallies.flatMap(({ feature, groups, halves }) => {
    const planned = plan.tallies.filter((tally) => tally.feature === feature);
    if (groups.length === 0 || planned.length === 0) return [];
    const counts = countsFromAnswers(sumOfAnswers(groups.map(({ answers }) => answers)), table);
    const n = groups.reduce((sum, group) => sum + group.n, 0);
    const [only] = groups;
    const now = before.get(feature);
    return [
      {
        feature,
        title: now?.title ?? feature,
        before: { n: now?.n ?? 0, category: now?.category ?? null },
        after: after?.get(feature) ?? { n, category: n === 0 ? null : categorise(counts, rule, lead) },
        n,
        counts,
        ...(groups.length === 1 && only?.importance !== undefined && { importance: only.importance }),
        state: stateOf(planned),
        halves,
      },
    ];
  });
}

function analysed(product: Product, opened: KanoModel) {
  const models = product.models.map((each) => (each === product.opened ? opened : each));
  const analysis = analysisOfProduct({ ...product, opened, models });
  const of = (feature: Feature) => {
    const { n, category } = analysis.featureAnalysis(feature);
    return { title: feature.title ?? feature.id ?? '', n, category };
  };
  return new Map(opened.list('features').flatMap(({ value }) => (value.id === undefined ? [] : [[value.id, of(value)] as const])));
}

function stateOf(planned: ImportPlan['tallies']): TallyRow['state'] {
  if (planned.every(({ state }) => state === 'same')) return 'same';
  return planned.every(({ state }) => state === 'added') ? 'added' : 'changed';
}
