import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { guardedView } from './guardedView.ts';
import type { PageContext } from './pageContext.ts';
import { type Tab, tabs } from './state/pageState.ts';
import { RowWindows } from './table/rowWindows.ts';
import { backlogTab } from './tabs/backlogTab.ts';
import { metricsTab } from './tabs/metricsTab.ts';
import { personasTab } from './tabs/personasTab.ts';
import { tabLabel } from './tabs/tabNames.ts';
import { touchpointsTab } from './tabs/touchpointsTab.ts';
import { trendTab } from './tabs/trendTab.ts';

/** On paper there is nothing to scroll: all rows are drawn. */
class AllRows extends RowWindows {
  override slice(_name: string, keys: readonly string[]) {
    return { from: 0, to: keys.length };
  }
}

/** What fits beside each other on a page across, in pixels. */
const paperWidth = 960;

/**
 * All tabs below each other, for printing: a section each. Filters count as on the screen, and sections that would say nothing are left out.
 *
 * @param picture the matrix as SVG text; `null` where it shows nothing
 */
export function printView(shown: PageContext, picture: string | null): TemplateResult {
  const { rows, content } = shown;
  const isFiltered = rows.length < content.rows.length;
  const count = isFiltered ? l10n.t('{0} of {1} features', rows.length, content.rows.length) : null;
  const section = (tab: Tab) => {
    const context = {
      ...shown,
      page: { ...shown.page, tab, selected: null },
      active: null,
      width: paperWidth,
      isPaper: true,
      windows: new AllRows(),
    };
    const view = guardedView(`printed ${tab}`, shown, () => viewOf(tab, context, picture));
    if (view === nothing) return nothing;
    return html`<section class="printed-tab ${tab}"><h2>${tabLabel(tab)}${count === null ? nothing : html` <small>${count}</small>`}</h2>${view}</section>`;
  };
  return html`${tabs.map(section)}`;
}

function viewOf(tab: Tab, context: PageContext, picture: string | null): TemplateResult | typeof nothing {
  const { rows, content } = context;
  switch (tab) {
    case 'matrix':
      return picture === null ? nothing : html`<div class="printed-picture">${svgElement(picture)}</div>`;
    case 'backlog':
      return rows.length === 0 ? nothing : backlogTab(context);
    case 'touchpoints':
      return content.lists.touchpoints.length === 0 ? nothing : touchpointsTab(context);
    case 'trend':
      return rows.some(({ history }) => history.length > 1) ? trendTab(context) : nothing;
    case 'personas':
      return (content.comparesPersonas && rows.length > 0) || content.lists.needs.length > 0 ? personasTab(context) : nothing;
    case 'metrics':
      return content.lists.metrics.length === 0 ? nothing : metricsTab(context);
  }
}

function svgElement(text: string): Element {
  return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
}
