import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { PanelTexts } from './protocol.ts';
import { categoryClass, symbolMark } from './symbolView.ts';
import { groupByPlace, type RankedRow } from './visibleRows.ts';

export interface ListView {
  readonly rows: readonly RankedRow[];
  readonly texts: PanelTexts;
  readonly selected: string | null;
  /** The one row that the Tab key stops at. */
  readonly tabStop: string | null;
  onKey(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  onDoubleClick(event: MouseEvent): void;
  onPointer(event: PointerEvent): void;
  onLeave(): void;
  onFocus(event: FocusEvent): void;
}

/** The build order, then the groups that are not to be built as they are. It carries every fact of the picture as text. */
export function listView(view: ListView): TemplateResult {
  return html`<div
    class="list"
    @keydown=${view.onKey}
    @click=${view.onClick}
    @dblclick=${view.onDoubleClick}
    @pointerover=${view.onPointer}
    @pointerleave=${view.onLeave}
    @focusin=${view.onFocus}
    @focusout=${view.onFocus}
  >
    ${guard([view.rows, view.texts, view.selected, view.tabStop], () => groupsView(view))}
  </div>`;
}

function groupsView(view: ListView): unknown {
  return repeat(
    groupByPlace(view.rows),
    ({ place }) => place,
    ({ place, rows }) => html`<section aria-labelledby="place-${place}">
      <h2 id="place-${place}">${view.texts.places[place]}<span class="count">${rows.length}</span></h2>
      <ol>
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => guard([row, row.key === view.selected, row.key === view.tabStop], () => rowView(row, view)),
        )}
      </ol>
    </section>`,
  );
}

function rowView(row: RankedRow, { selected, tabStop }: ListView): TemplateResult {
  const { key, title, category, assumed, categoryText, listText, details, place, rank } = row;
  return html`<li>
    <button
      type="button"
      class=${key === selected ? 'row selected' : 'row'}
      data-key=${key}
      tabindex=${key === tabStop ? 0 : -1}
      aria-current=${key === selected ? 'true' : nothing}
      title=${[title, ...details].join('\n')}
    >
      <span class="rank">${place === 'ranked' ? rank : nothing}</span>
      <svg class="symbol ${categoryClass(category)}" viewBox="-8 -8 16 16" aria-hidden="true">${svg`${symbolMark(category, assumed, 5.5)}`}</svg>
      <span class="title">${title}</span>
      <span class="hidden">${categoryText}</span>
      <span class="number">${listText}</span>
    </button>
  </li>`;
}
