import { html, svg, type TemplateResult } from 'lit-html';

/** A value on the line of a dumbbell. */
export interface DumbbellEnd {
  /** From 0 to 1. */
  readonly value: number;
  /** Whose value it is, shown when the pointer rests on it: `Guest: 0.42`. */
  readonly title: string;
  /** Drawn as an outline: what was before. */
  readonly isHollow?: boolean;
}

/** Pixels that a column of dumbbells takes; the styles say the same. */
export const dumbbellWidth = 150;

const size = { width: 130, height: 20, edge: 6, radius: 4 };

/**
 * Values from 0 to 1 as marks on one line, with a bar from the least to the greatest, so that a column of them shows where they lie apart. A picture
 * only: the cells beside it say the same in numbers.
 */
export function dumbbellView(ends: readonly DumbbellEnd[]): TemplateResult {
  const placed = ends.map((end) => ({ ...end, x: Math.round((size.edge + end.value * (size.width - 2 * size.edge)) * 10) / 10 }));
  const middle = size.height / 2;
  const xs = placed.map(({ x }) => x);
  return html`<svg class="dumbbell" width=${size.width} height=${size.height} viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true">
    <path class="scale" d="M${size.edge} ${middle}H${size.width - size.edge}M${size.width / 2} ${middle - 5}v10"></path>
    ${xs.length < 2 ? '' : svg`<path class="bar" d="M${Math.min(...xs)} ${middle}H${Math.max(...xs)}"></path>`}
    ${placed.map(
      ({ x, title, isHollow = false }) =>
        svg`<circle class=${isHollow ? 'end-before' : 'end-now'} cx=${x} cy=${middle} r=${size.radius}><title>${title}</title></circle>`,
    )}
  </svg>`;
}
