import { html, nothing, type TemplateResult } from 'lit-html';
import { detailsView } from './detailsView.ts';
import { emptyView } from './emptyView.ts';
import { filtersView, searchView, selectView } from './filtersView.ts';
import { listView } from './listView.ts';
import { legendView } from './matrix/legendView.ts';
import { type MatrixView, matrixView } from './matrix/matrixView.ts';
import type { PageContext } from './pageContext.ts';
import { shortened } from './state/visibleRows.ts';
import { backlogTab } from './tabs/backlogTab.ts';
import { metricsTab } from './tabs/metricsTab.ts';
import { personasTab } from './tabs/personasTab.ts';
import { touchpointsTab } from './tabs/touchpointsTab.ts';
import { trendTab } from './tabs/trendTab.ts';
import { tabsView } from './tabsView.ts';
import { takeMenuView } from './takeMenuView.ts';
import { viewOptionsView } from './viewOptionsView.ts';

/** What the page listens to, for all rows and cells in it. */
export interface PageListeners {
  onKey(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  onDoubleClick(event: MouseEvent): void;
  onPointer(event: PointerEvent): void;
  onLeave(): void;
  onFocus(event: FocusEvent): void;
}

/** The whole page. `matrix` is `null` while no feature has coefficients, or before the size of the page is known. */
export function pageView(context: PageContext, matrix: MatrixView | null, listeners: PageListeners, said: string): TemplateResult {
  const { state, texts } = context;
  return html`<div class=${state.stale === null ? 'page' : 'page stale'}>
    <header>
      <h1>${shortened(state.product)}</h1>
      ${scopeView(context)} ${searchView(context)} ${takeMenuView(context)}
    </header>
    <p class="notice" role="status" ?hidden=${state.stale === null}>${state.stale}</p>
    ${
      state.rows.length === 0 && state.lists.metrics.length === 0 && state.lists.touchpoints.length === 0
        ? html`<main>${emptyView(texts.empty.noFeatures)}</main>`
        : html`${filtersView(context)} ${tabsView(context)}
          <main><div
            id="view"
            role="tabpanel"
            aria-labelledby="tab-${context.page.tab}"
            @keydown=${listeners.onKey}
            @click=${listeners.onClick}
            @dblclick=${listeners.onDoubleClick}
            @pointerover=${listeners.onPointer}
            @pointerleave=${listeners.onLeave}
            @focusin=${listeners.onFocus}
            @focusout=${listeners.onFocus}
          >
            ${tabView(context, matrix)}
          </div></main>
          ${detailsView(context)}`
    }
    <footer><span>${state.footer.join(' · ')}</span><span class="said" role="status">${said}</span></footer>
  </div>`;
}

/** What stands there while there is no file. */
export function noFileView({ empty }: PageContext['texts'], onChoose: () => void): TemplateResult {
  return emptyView(empty.noFile, html`<vscode-button @click=${onChoose}>${empty.chooseFile}</vscode-button>`);
}

function tabView(context: PageContext, matrix: MatrixView | null): TemplateResult {
  const { page, rows, all, texts, actions } = context;
  const usesRows = page.tab !== 'metrics' && page.tab !== 'touchpoints';
  if (usesRows && all.length === 0) return emptyView(texts.empty.noFeatures);
  if (usesRows && rows.length === 0) {
    return emptyView(
      texts.empty.nothingMatches,
      html`<vscode-button appearance="secondary" @click=${actions.clearFilters}>${texts.empty.showAll}</vscode-button>`,
    );
  }
  switch (page.tab) {
    case 'matrix':
      return matrixTab(context, matrix);
    case 'backlog':
      return backlogTab(context);
    case 'touchpoints':
      return touchpointsTab(context);
    case 'trend':
      return trendTab(context);
    case 'personas':
      return personasTab(context);
    case 'metrics':
      return metricsTab(context);
  }
}

function matrixTab(context: PageContext, matrix: MatrixView | null): TemplateResult {
  const hasPoints = context.all.some(({ coefficients }) => coefficients !== null);
  return html`<div class="matrix">
    <div class="chart">
      ${hasPoints ? viewOptionsView(context) : nothing}
      <div class="canvas">${hasPoints ? (matrix ? matrixView(matrix) : nothing) : emptyView(context.texts.empty.noneSurveyed)}</div>
      ${legendView(context)}
    </div>
    ${listView(context)}
  </div>`;
}

const otherFile = 'other-file';

/** The file, the whole workspace, or another file. */
function scopeView({ state, texts: { filter: words }, page, actions }: PageContext): TemplateResult | typeof nothing {
  const choices = [
    { key: 'workspace', name: words.wholeWorkspace },
    { key: otherFile, name: words.otherFile },
  ];
  return selectView(words.scope, choices, page.scope === 'workspace' ? 'workspace' : null, state.file, (key) => {
    if (key === otherFile) actions.chooseFile();
    else actions.change({ scope: key === 'workspace' ? 'workspace' : 'file' });
  });
}
