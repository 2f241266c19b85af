import { html, type TemplateResult } from 'lit-html';
import { wholePlot, zoomAround } from '../matrix/zoom.ts';
import type { PageContext } from './pageContext.ts';
import { pointSizes, quadrantCuts, type ViewOptions } from './state/viewOptions.ts';

/** How the matrix is drawn: size of the symbols, cut of the quadrants, arrows of change, zoom. */
export function viewOptionsView({ texts, page: { view }, actions, all }: PageContext): TemplateResult {
  const words = texts.view;
  const change = (changed: Partial<ViewOptions>) => actions.change({ view: { ...view, ...changed } });
  const zoom = (factor: number) => change({ zoom: zoomAround(view.zoom, factor, { x: 0.5, y: 0.5 }) });
  const hasBefore = all.some(({ before }) => before !== null);
  return html`<div class="view-options" role="group" aria-label=${words.label}>
    <label class="select"
      ><span>${words.size}</span
      ><select @change=${(event: Event) => change({ size: (event.target as HTMLSelectElement).value as ViewOptions['size'] })}>
        ${pointSizes.map((size) => html`<option value=${size} .selected=${size === view.size}>${words.sizes[size]}</option>`)}
      </select></label
    >
    <label class="select"
      ><span>${words.cut}</span
      ><select @change=${(event: Event) => change({ cut: (event.target as HTMLSelectElement).value as ViewOptions['cut'] })}>
        ${quadrantCuts.map((cut) => html`<option value=${cut} .selected=${cut === view.cut}>${words.cuts[cut]}</option>`)}
      </select></label
    >
    <vscode-checkbox
      ?disabled=${!hasBefore}
      .checked=${view.drift}
      @change=${(event: Event) => change({ drift: (event.target as HTMLInputElement).checked })}
      >${words.drift}</vscode-checkbox
    >
    <span class="zoom">
      <button type="button" class="button" aria-label=${words.zoomOut} title=${words.zoomOut} ?disabled=${view.zoom.scale === 1} @click=${() => zoom(1 / zoomStep)}>−</button>
      <button type="button" class="button" aria-label=${words.zoomIn} title=${words.zoomIn} @click=${() => zoom(zoomStep)}>+</button>
      <button type="button" class="button" aria-label=${words.zoomReset} title=${words.zoomReset} ?disabled=${view.zoom.scale === 1} @click=${() => change({ zoom: wholePlot })}>⤢</button>
    </span>
  </div>`;
}

const zoomStep = 1.5;
