import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { categoryClass, symbolMark } from './matrix/symbolView.ts';
import { type PageContext, tabStopAmong } from './pageContext.ts';
import { groupByPlace, type RankedRow } from './state/visibleRows.ts';

/** Pixels; the styles say the same. */
const rowHeight = 24;

/** The build order, then the groups that are not to be built as they are. It carries every fact of the picture as text. */
export function listView(context: PageContext): TemplateResult {
  const groups = groupByPlace(context.rows).map(({ place, rows }) => {
    const slice = context.windows.slice(
      `list-${place}`,
      rows.map(({ key }) => key),
      rowHeight,
    );
    return { place, rows, slice };
  });
  const tabStop = tabStopAmong(context.windows.drawnKeys, context);
  return html`<div class="list scroller">
    ${repeat(
      groups,
      ({ place }) => place,
      ({ place, rows, slice: { from, to } }) => html`<section aria-labelledby="place-${place}">
        <h2 id="place-${place}">${context.texts.places[place]}<span class="count">${rows.length}</span></h2>
        <ol data-window="list-${place}" .style=${`height: ${rows.length * rowHeight}px; padding-top: ${from * rowHeight}px`}>
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

function rowView(row: RankedRow, place: number, count: number, tabStop: string | null, { page }: PageContext): TemplateResult {
  const { key, title, file, category, assumed, categoryText, listText, details, rank } = row;
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
      <span class="rank">${row.place === 'ranked' ? rank : nothing}</span>
      <svg class="symbol ${categoryClass(category)}" viewBox="-8 -8 16 16" aria-hidden="true">${svg`${symbolMark(category, assumed, 5.5)}`}</svg>
      <span class="title">${title}${file === null ? nothing : html` <span class="file">${file}</span>`}</span>
      <span class="hidden">${categoryText}</span>
      <span class="number">${listText}</span>
    </button>
  </li>`;
}
