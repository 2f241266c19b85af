import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { columnsView } from './columnsView.ts';
import { detailsView } from './detailsView.ts';
import { emptyView, selectView } from './elements.ts';
import { exportMenu } from './exportMenu.ts';
import { chipsView, filtersView, searchView } from './filtersView.ts';
import { firstStepsView } from './firstStepsView.ts';
import { failedView, guardedView } from './guardedView.ts';
import type { MatrixView } from './matrix/matrixView.ts';
import type { PageActions, PageContext } from './pageContext.ts';
import { type Tab, tabs } from './state/pageState.ts';
import { shortened } from './state/rows.ts';
import { backlogTab } from './tabs/backlogTab.ts';
import { matrixTab } from './tabs/matrixTab.ts';
import { metricsTab } from './tabs/metricsTab.ts';
import { personasTab } from './tabs/personasTab.ts';
import { tabFrom, tabLabel } from './tabs/tabNames.ts';
import { touchpointsTab } from './tabs/touchpointsTab.ts';
import { trendTab } from './tabs/trendTab.ts';
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
  const { content, stale } = context;
  const part = (name: string, draw: (context: PageContext) => TemplateResult | typeof nothing) =>
    guardedView(name, context, () => draw(context));
  const isEmpty = content.rows.length + content.lists.metrics.length + content.lists.touchpoints.length === 0;
  return html`<div class=${stale === null ? 'page' : 'page stale'}>
    <header>
      <h1>${shortened(content.name)}</h1>
      ${part('scope', scopeView)}
      ${isEmpty ? nothing : [part('search', searchView), part('filters', filtersView), part('options', () => html`${optionsOf(context)}`)]}
      ${context.isEditor ? nothing : part('export menu', exportMenu)}
    </header>
    ${isEmpty ? nothing : part('chips', chipsView)}
    <p class="notice" role="status" ?hidden=${stale === null}>${stale}</p>
    ${
      isEmpty
        ? html`<main>${noFeaturesView(context)}</main>`
        : html`${tabsView(context)}
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
            ${context.isTabBroken ? failedView() : part(`tab ${context.page.tab}`, () => tabView(context, matrix))}
          </div></main>
          ${part('details', detailsView)}`
    }
    <footer><span>${content.footer.join(' · ')}</span>${
      said === '' && context.page.selected === null && !isEmpty && context.page.tab !== 'metrics'
        ? html`<span class="hint">${hintOf(context)}</span>`
        : nothing
    }<span class="said" role="status">${said}</span></footer>
  </div>`;
}

function hintOf({ isEditor }: PageContext): string {
  return isEditor
    ? l10n.t('Select a feature to see its numbers; Enter goes to its place in the file.')
    : l10n.t('Select a feature to see its numbers.');
}

/** What can be chosen for the tab that is shown. */
function optionsOf(context: PageContext): readonly TemplateResult[] {
  if (context.page.tab === 'backlog') return [columnsView(context)];
  return context.page.tab === 'matrix' ? [viewOptionsView(context)] : [];
}

/** The page while there is no file. */
export function noFileView(actions: PageActions | null): TemplateResult {
  const text = l10n.t('No file is shown here. Choose a *.kano.yaml file, or open one and use its matrix button.');
  const choose = actions && html`<vscode-button @click=${actions.chooseFile}>${l10n.t('Choose a file')}</vscode-button>`;
  return html`<main>${emptyView(text, actions ? html`${choose}${firstStepsView(actions, ['openSample'])}` : nothing)}</main>`;
}

function noFeaturesView({ isEditor, actions }: PageContext): TemplateResult {
  const text = l10n.t('This product has no features yet. Add one under “features”.');
  return emptyView(text, isEditor ? firstStepsView(actions, ['openSample']) : nothing);
}

/** The row of tabs: one stop of the Tab key, arrow keys go from one to the next and show it. */
function tabsView({ page, actions }: PageContext): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    // From the tab with the focus: the next key may come before the page is drawn again.
    const focused = tabs.find((tab) => event.target instanceof Element && event.target.id === `tab-${tab}`);
    const next = focused === undefined ? null : tabFrom(focused, event.key);
    if (next === null) return;
    event.preventDefault();
    actions.change({ tab: next });
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  const tabView = (tab: Tab) => html`<button
    type="button"
    role="tab"
    id="tab-${tab}"
    aria-controls="view"
    aria-selected=${tab === page.tab}
    tabindex=${tab === page.tab ? 0 : -1}
    @click=${() => actions.change({ tab })}
  >
    ${tabLabel(tab)}
  </button>`;
  return html`<nav aria-label=${l10n.t('Views')}><div class="tabs" role="tablist" aria-label=${l10n.t('Views')} @keydown=${onKey}>${tabs.map(tabView)}</div></nav>`;
}

function tabView(context: PageContext, matrix: MatrixView | null): TemplateResult {
  const { page, rows, content, actions } = context;
  const usesRows = page.tab !== 'metrics' && page.tab !== 'touchpoints';
  if (usesRows && content.rows.length === 0) return noFeaturesView(context);
  if (usesRows && rows.length === 0) {
    return emptyView(
      l10n.t('No feature matches these filters.'),
      html`<vscode-button appearance="secondary" @click=${actions.clearFilters}>${l10n.t('Show all')}</vscode-button>`,
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

const otherFile = 'other-file';

/** The file, the whole workspace, or another file. */
function scopeView({ file, isEditor, page, actions }: PageContext): TemplateResult | typeof nothing {
  // A report shows the files that it holds.
  if (!isEditor) return nothing;
  const workspace = { key: 'workspace', name: l10n.t('Whole workspace') };
  const choices = [workspace, { key: otherFile, name: l10n.t('Another file…') }];
  return selectView(l10n.t('Scope'), choices, page.scope === 'workspace' ? 'workspace' : null, file, (key) => {
    if (key === otherFile) actions.chooseFile();
    else actions.change({ scope: key === 'workspace' ? 'workspace' : 'file' });
  });
}
