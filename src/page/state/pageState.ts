import { type Category, type Status, statuses } from '../../document/format/model.ts';
import { everything, type Look, type Scope, type SortColumn, sortColumns, type Tab, tabs } from '../protocol.ts';
import { defaultViewOptions, readViewOptions, type ViewOptions } from './viewOptions.ts';

export interface Sorting {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Which features are shown. `null` and empty let everything through. */
export interface Filters {
  readonly search: string;
  /** Letters of the categories that are switched off, `none` for features without one. */
  readonly hidden: readonly (Category | 'none')[];
  readonly touchpoint: string | null;
  readonly stage: string | null;
  readonly status: Status | null;
  readonly tag: string | null;
}

/** All that the reader chose, and that comes back when the page is loaded again. The only place where it is kept. */
export interface PageState {
  /** The file that is shown; the host reads it when it brings the panel back. */
  readonly uri: string;
  readonly scope: Scope;
  readonly look: Look;
  readonly tab: Tab;
  readonly selected: string | null;
  readonly filters: Filters;
  readonly sorting: Sorting;
  readonly journey: 'stages' | 'value-chain';
  readonly view: ViewOptions;
}

export const noFilters: Filters = { search: '', hidden: [], touchpoint: null, stage: null, status: null, tag: null };

export const initialPageState: PageState = {
  uri: '',
  scope: 'file',
  look: everything,
  tab: 'matrix',
  selected: null,
  filters: noFilters,
  sorting: { column: 'rank', descending: false },
  journey: 'stages',
  view: defaultViewOptions,
};

/** What was remembered, perhaps by another version; what that does not know stays as it is at first. */
export function readPageState(remembered: unknown): PageState {
  const state = asRecord(remembered);
  const [look, filters, sorting] = [asRecord(state.look), asRecord(state.filters), asRecord(state.sorting)];
  return {
    uri: asText(state.uri) ?? '',
    scope: state.scope === 'workspace' ? 'workspace' : 'file',
    look: { persona: asText(look.persona), survey: asText(look.survey) },
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
      column: sortColumns.find((column) => column === sorting.column) ?? initialPageState.sorting.column,
      descending: sorting.descending === true,
    },
    journey: state.journey === 'value-chain' ? 'value-chain' : 'stages',
    view: readViewOptions(state.view),
  };
}

/** The names that categories have in filters, in the order of the legend. */
export const categoryNames = ['M', 'O', 'A', 'I', 'R', 'Q', 'none'] as const;

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
