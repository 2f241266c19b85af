import * as l10n from '@vscode/l10n';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { TouchpointJourney } from '../../analysis/touchpointJourney.ts';
import { unitOf } from '../../document/format/metricKinds.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import {
  emotionWithChange,
  mentionCounts,
  momentLabel,
  painCounts,
  readingChangeText,
  readingText,
  referralLabel,
  verdictText,
} from '../../terms/journeyLabels.ts';
import { definitionHeading, numberLabel } from '../../terms/labels.ts';
import type { Column } from '../../terms/markdown.ts';
import { coefficient, count, noNumber } from '../../terms/numbers.ts';

/** A table before it is known what it is written as: in a terminal, or in Markdown. */
export interface ReportTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** The touchpoints, the most urgent first; `undefined` where there is none. */
export function touchpointTable(product: Product, analysis: ProductAnalysis): ReportTable | undefined {
  const { touchpoints } = analysis;
  if (touchpoints.length === 0) return undefined;
  const felt = feltColumns(product, analysis);
  const names = definitionsById(product, 'touchpoints');
  return {
    columns: [
      { heading: numberLabel('rank'), align: 'right' },
      { heading: definitionHeading('touchpoints'), align: 'left' },
      { heading: numberLabel('mustBeGaps'), align: 'right' },
      { heading: numberLabel('risk'), align: 'right' },
      { heading: numberLabel('opportunity'), align: 'right' },
      ...felt.map(({ heading, align }) => ({ heading, align })),
    ],
    rows: touchpoints.map(({ id, rank, mustBeGaps, risk, opportunity }) => [
      count(rank),
      names.get(id)?.name ?? id,
      count(mustBeGaps),
      coefficient(risk),
      coefficient(opportunity),
      ...felt.map(({ textOf }) => textOf(id)),
    ]),
  };
}

/** What customers feel at touchpoints, in the order of the journey and without sums over features; `undefined` where nothing is known. */
export function feltTable(product: Product, analysis: ProductAnalysis): ReportTable | undefined {
  const felt = feltColumns(product, analysis).filter(({ key }) => key !== 'mentions');
  if (felt.length === 0) return undefined;
  return {
    columns: [{ heading: definitionHeading('touchpoints'), align: 'left' }, ...felt.map(({ heading, align }) => ({ heading, align }))],
    rows: [...definitionsById(product, 'touchpoints')].map(([id, { name = id }]) => [name, ...felt.map(({ textOf }) => textOf(id))]),
  };
}

/** The open must-be features of each touchpoint, a line each, by touchpoint in the order of the file, then in build order; `undefined` where none is missing. */
export function missingTable(product: Product, analysis: ProductAnalysis): ReportTable | undefined {
  const missing = analysis.buildOrder.filter((feature) => analysis.featureAnalysis(feature).category === 'M');
  const rows = [...definitionsById(product, 'touchpoints')].flatMap(([id, { name = id }]) =>
    missing.filter(({ touchpoints = [] }) => touchpoints.includes(id)).map((feature) => [name, feature.title ?? feature.id ?? '']),
  );
  if (rows.length === 0) return undefined;
  return {
    columns: [
      { heading: definitionHeading('touchpoints'), align: 'left' },
      { heading: l10n.t('Missing: {category}', { category: categoryLabel('M') }), align: 'left' },
    ],
    rows,
  };
}

/** What customers feel at touchpoints, and whether they can be asked to recommend us; without columns that no touchpoint fills. */
function feltColumns(product: Product, { journey }: ProductAnalysis) {
  const places = new Map(journey.map((place) => [place.id, place]));
  const definitions = definitionsById(product, 'touchpoints');
  const columns: readonly (Column & { readonly key: string; readonly textOf: (id: string) => string })[] = [
    {
      key: 'moment',
      heading: l10n.t('Moment of truth'),
      align: 'left',
      textOf: (id) => {
        const moment = definitions.get(id)?.moment;
        return moment === undefined ? '' : momentLabel(moment);
      },
    },
    {
      key: 'emotion',
      heading: l10n.t('Emotion'),
      align: 'right',
      textOf: (id) => {
        const emotion = places.get(id)?.emotion;
        return emotion ? emotionWithChange(emotion) : '';
      },
    },
    { key: 'pains', heading: l10n.t('Pains'), align: 'left', textOf: (id) => painsText(places.get(id)) },
    {
      key: 'mentions',
      heading: l10n.t('Mentions'),
      align: 'left',
      textOf: (id) => {
        const mentions = places.get(id)?.mentions;
        return mentions && mentions.complaints + mentions.compliments + mentions.neutral > 0 ? mentionCounts(mentions) : '';
      },
    },
    {
      key: 'referrals',
      heading: l10n.t('Referrals'),
      align: 'left',
      textOf: (id) => {
        const referral = places.get(id)?.referral ?? null;
        return referral === null ? '' : referralLabel(referral);
      },
    },
  ];
  return columns.filter(({ textOf }) => journey.some(({ id }) => textOf(id) !== ''));
}

/** Pains without an id are open, because nothing can relieve them. */
function painsText(place: TouchpointJourney | undefined): string {
  return place ? painCounts(place.openPains.length + place.notedPains, place.relievedPains.length) : '';
}

/** The metrics with their readings; `undefined` where there is none. */
export function metricTable(product: Product, analysis: ProductAnalysis): ReportTable | undefined {
  if (analysis.metrics.length === 0) return undefined;
  const metrics = definitionsById(product, 'metrics');
  const headings = [l10n.t('First'), l10n.t('Newest'), l10n.t('Change')];
  return {
    columns: [
      { heading: definitionHeading('metrics'), align: 'left' },
      ...headings.map((heading) => ({ heading, align: 'right' }) as const),
      { heading: l10n.t('Verdict'), align: 'left' },
      { heading: l10n.t('Target'), align: 'right' },
    ],
    rows: analysis.metrics.map(({ id, first, newest, change, relativeChange, improved }) => {
      const metric = metrics.get(id);
      const unit = metric && unitOf(metric);
      const text = (value: number | null | undefined) => (value === null || value === undefined ? noNumber : readingText(value, unit));
      return [
        metric?.name ?? id,
        text(first),
        text(newest),
        change === null ? noNumber : readingChangeText(change, relativeChange, unit),
        verdictText(improved),
        text(metric?.target),
      ];
    }),
  };
}
