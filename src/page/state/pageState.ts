import { type AnswerFilter, allAnswers } from '../../analysis/answerFilter.ts';
import { type Status, statuses } from '../../document/format/model.ts';
import { type Plot, plots } from '../../matrix/plot.ts';
import { type QuadrantCut, quadrantCuts } from '../../matrix/plotArea.ts';
import { type PointSize, pointSizes } from '../../matrix/pointSize.ts';
import { clampZoom, wholePlot, type Zoom } from '../../matrix/zoom.ts';
import { readableColumns } from '../../report/featureColumns.ts';
import type { Scope } from '../protocol.ts';
import { type CategoryName, categoryNames } from './categoryNames.ts';
import { type BacklogColumn, backlogColumns, type Sorting } from './featureTable.ts';

/** The tabs of the page. */
export const tabs = ['matrix', 'backlog', 'touchpoints', 'trend', 'personas', 'metrics'] as const;
export type Tab = (typeof tabs)[number];

/** Which features are shown. `null` and empty let everything through. */
export interface Filters {
  readonly search: string;
  /** Letters of the categories that are switched off; `none`, `unasked` and `uncounted` for features without one. */
  readonly hidden: readonly CategoryName[];
  readonly touchpoint: string | null;
  readonly stage: string | null;
  readonly status: Status | null;
  readonly tag: string | null;
}

export const noFilters: Filters = { search: '', hidden: [], touchpoint: null, stage: null, status: null, tag: null };

/** Where the arrows in the matrix come from: nowhere, from the survey before, or from the version in Git. */
export const arrowOrigins = ['none', 'survey', 'base'] as const;
export type ArrowOrigin = (typeof arrowOrigins)[number];

/** How the matrix is drawn. */
export interface ViewOptions {
  readonly plot: Plot;
  readonly size: PointSize;
  readonly cut: QuadrantCut;
  /** From where arrows lead to the features. */
  readonly arrows: ArrowOrigin;
  /** Whether the intervals of all features are shown, not only those of the one that the reader looks at. */
  readonly intervals: boolean;
  readonly zoom: Zoom;
}

/** All that the reader chose, and that comes back when the page is loaded again. The only place where it is kept. */
export interface PageState {
  /** The file that is shown; the host reads it when it brings the panel back. */
  readonly uri: string;
  readonly scope: Scope;
  readonly answers: AnswerFilter;
  readonly tab: Tab;
  readonly selected: string | null;
  readonly filters: Filters;
  readonly sorting: Sorting;
  /** The columns of the backlog that the reader chose; `null` for those that the width has room for. */
  readonly columns: readonly BacklogColumn[] | null;
  readonly journey: 'stages' | 'value-chain';
  readonly view: ViewOptions;
}

export const initialPageState: PageState = {
  uri: '',
  scope: 'file',
  answers: allAnswers,
  tab: 'matrix',
  selected: null,
  filters: noFilters,
  sorting: { column: 'rank', descending: false },
  columns: null,
  journey: 'stages',
  view: { plot: 'coefficients', size: 'none', cut: 'half', arrows: 'none', intervals: false, zoom: wholePlot },
};

/** What was remembered, perhaps by another version; whatever this version does not know gets its initial value. */
export function readPageState(remembered: unknown): PageState {
  const state = asRecord(remembered);
  const [answers, filters, sorting] = [asRecord(state.answers), asRecord(state.filters), asRecord(state.sorting)];
  return {
    uri: asText(state.uri) ?? '',
    scope: state.scope === 'workspace' ? 'workspace' : 'file',
    answers: { persona: asText(answers.persona), survey: asText(answers.survey) },
    tab: tabs.find((tab) => tab === state.tab) ?? initialPageState.tab,
    selected: asText(state.selected),
    filters: {
      search: asText(filters.search) ?? '',
      hidden: Array.isArray(filters.hidden) ? categoryNames.filter((name) => (filters.hidden as unknown[]).includes(name)) : [],
      touchpoint: asText(filters.touchpoint),
      stage: asText(filters.stage),
      status: statuses.find((status) => status === filters.status) ?? null,
      tag: asText(filters.tag),
    },
    sorting: {
      column: readableColumns('panel').find(({ key }) => key === sorting.column)?.key ?? initialPageState.sorting.column,
      descending: sorting.descending === true,
    },
    columns: Array.isArray(state.columns) ? backlogColumns.filter((key) => (state.columns as unknown[]).includes(key)) : null,
    journey: state.journey === 'value-chain' ? 'value-chain' : 'stages',
    view: readViewOptions(asRecord(state.view)),
  };
}

function readViewOptions({ plot, size, cut, arrows, intervals, zoom }: Record<string, unknown>): ViewOptions {
  return {
    plot: plots.find((known) => known === plot) ?? initialPageState.view.plot,
    size: pointSizes.find((known) => known === size) ?? initialPageState.view.size,
    cut: quadrantCuts.find((known) => known === cut) ?? initialPageState.view.cut,
    arrows: arrowOrigins.find((known) => known === arrows) ?? initialPageState.view.arrows,
    intervals: intervals === true,
    zoom: readZoom(asRecord(zoom)),
  };
}

function readZoom({ scale, x, y }: Record<string, unknown>): Zoom {
  const numbers = [scale, x, y].every((value) => typeof value === 'number' && Number.isFinite(value));
  return numbers ? clampZoom({ scale: scale as number, x: x as number, y: y as number }) : wholePlot;
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
