import { html, nothing, type TemplateResult } from 'lit-html';
import { detailsView } from './detailsView.ts';
import { fillIn } from './fillIn.ts';
import { type LegendView, legendView } from './legendView.ts';
import { type ListView, listView } from './listView.ts';
import { type MatrixView, matrixView } from './matrixView.ts';
import type { PanelState, PanelTexts } from './protocol.ts';
import type { RankedRow } from './visibleRows.ts';

export interface PageView {
  readonly state: PanelState | null;
  readonly texts: PanelTexts;
  readonly search: string;
  readonly rows: readonly RankedRow[];
  /** `null` while no feature has coefficients, or before the size of the page is known. */
  readonly matrix: MatrixView | null;
  readonly list: ListView;
  readonly legend: LegendView;
  readonly details: RankedRow | null;
  onSearch(event: Event): void;
  onShowAll(): void;
  onChooseFile(): void;
}

/** The whole page. */
export function pageView(view: PageView): TemplateResult {
  const { state, texts } = view;
  if (state === null) {
    return emptyView(texts.noFile, html`<vscode-button @click=${view.onChooseFile}>${texts.chooseFile}</vscode-button>`);
  }
  return html`<div class=${state.stale === null ? 'page' : 'page stale'}>
    <header>
      <h1>${state.product}</h1>
      <p class="hidden" role="status">${isFiltered(view) ? shown(view) : nothing}</p>
      ${isFiltered(view) ? html`<span class="quiet shown" aria-hidden="true">${shown(view)}</span>` : nothing}
      <vscode-text-field class="search" placeholder=${texts.search} .value=${view.search} @input=${view.onSearch}>${texts.search}</vscode-text-field>
    </header>
    <p class="notice" role="status" ?hidden=${state.stale === null}>${state.stale}</p>
    ${state.rows.length === 0 ? emptyView(texts.noFeatures) : contentView(view, state)}
    <footer>${state.footer.join(' · ')}</footer>
  </div>`;
}

function contentView(view: PageView, state: PanelState): TemplateResult {
  const { texts, rows } = view;
  const hasPoints = state.rows.some(({ coefficients }) => coefficients !== null);
  return html`<main>
    <div class="chart">
      <div class="canvas">${hasPoints ? (view.matrix ? matrixView(view.matrix) : nothing) : emptyView(texts.noneSurveyed)}</div>
      ${detailsView(view.details, texts)} ${legendView(view.legend)}
    </div>
    ${
      rows.length > 0
        ? listView(view.list)
        : html`<div class="list">${emptyView(texts.nothingMatches, html`<vscode-button appearance="secondary" @click=${view.onShowAll}>${texts.showAll}</vscode-button>`)}</div>`
    }
  </main>`;
}

function emptyView(text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="empty"><p>${text}</p>${action}</div>`;
}

function isFiltered({ state, rows }: PageView): boolean {
  return state !== null && rows.length < state.rows.length;
}

function shown({ texts, rows, state }: PageView): string {
  return fillIn(texts.shown, rows.length, state?.rows.length ?? 0);
}
