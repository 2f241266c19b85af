import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { coefficient } from '../../terms/numbers.ts';
import { featureMark } from '../elements.ts';
import { type PageContext, tabStopAmong } from '../pageContext.ts';
import { groupBySection } from '../state/listGroups.ts';
import type { ListSection, PanelRow } from '../state/rows.ts';

/** Pixels; the styles say the same. */
const rowHeight = 24;

/** The build order, then the features that are not to be built as they are. It has every fact of the matrix as text. */
export function featureList(context: PageContext): TemplateResult {
  const groups = groupBySection(context.rows).map(({ section, rows }) => {
    const keys = rows.map(({ key }) => key);
    return { section, rows, slice: context.windows.slice(`list-${section}`, keys, rowHeight) };
  });
  const tabStop = tabStopAmong(context.windows.drawnKeys, context);
  return html`<div class="list scroller">
    <div class="heads" aria-hidden="true"><span>${l10n.t('Better')}</span><span>${l10n.t('Worse')}</span></div>
    ${repeat(
      groups,
      ({ section }) => section,
      ({ section, rows, slice: { from, to } }) => html`<section aria-labelledby="place-${section}">
        <h2 id="place-${section}">${sectionLabel(section, context)}<span class="count">${rows.length}</span></h2>
        <ol data-window="list-${section}" .style=${`height: ${rows.length * rowHeight}px; padding-top: ${from * rowHeight}px`}>
          ${repeat(
            rows.slice(from, to),
            ({ key }) => key,
            (row, index) => rowView(row, from + index + 1, rows.length, tabStop, context),
          )}
        </ol>
      </section>`,
    )}
  </div>`;
}

/** Under the head of its column, which only eyes see there; bold where it gives the feature its rank. */
function numberView(head: string, value: number | null, isRanking: boolean): TemplateResult {
  return html`<span class=${isRanking ? 'number strong' : 'number'}>${value === null ? nothing : html`<span class="hidden">${head} </span>${coefficient(value)}`}</span>`;
}

function sectionLabel(section: ListSection, { content }: PageContext): string {
  switch (section) {
    case 'ranked':
      return l10n.t('Build order');
    case 'save-the-effort':
      return l10n.t('save the effort');
    case 'ask-again':
      return l10n.t('ask again');
    case 'do-not-build':
      return l10n.t('do not build');
    case 'unasked':
      return content.unasked ?? '';
    case 'not-surveyed':
      return l10n.t('not surveyed');
    case 'cannot-be-counted':
      return l10n.t('cannot be counted');
    case 'closed':
      return l10n.t('shipped and rejected');
  }
}

function rowView(row: PanelRow, place: number, count: number, tabStop: string | null, { page }: PageContext): TemplateResult {
  const { key, title, file, category, categoryText, details, rank, numbers } = row;
  const isSelected = key === page.selected;
  return html`<li aria-setsize=${count} aria-posinset=${place}>
    <button
      type="button"
      class=${isSelected ? 'row selected' : 'row'}
      data-key=${key}
      tabindex=${key === tabStop ? 0 : -1}
      aria-current=${isSelected ? 'true' : nothing}
      title=${[title, ...details].join('\n')}
    >
      <span class="rank">${row.section === 'cannot-be-counted' ? nothing : (rank ?? nothing)}</span>
      ${featureMark(row)}
      <span class="title">${title}${file === null ? nothing : html` <span class="file">${file}</span>`}</span>
      <span class="hidden">${categoryText}</span>
      ${numberView(l10n.t('Better'), numbers.better, category === 'A' || category === 'O')}
      ${numberView(l10n.t('Worse'), numbers.worse, category === 'M' || category === 'O')}
    </button>
  </li>`;
}
