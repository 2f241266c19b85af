import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { emotionWithChange } from '../../terms/journeyLabels.ts';
import type { TouchpointRow } from '../state/lists.ts';

/** Pixels. */
const [height, margin, radius] = [72, 12, 9];

/** Pixels: how wide the columns under the curve are, and from one to the next; no step where they are below each other. */
export interface PlacesOfColumns {
  readonly width: number;
  readonly step: number;
}

/**
 * How customers feel from touchpoint to touchpoint, above the columns of the journey, with a small ring where they stood before. The touchpoints show the
 * same numbers as text.
 */
export function emotionCurve(columns: readonly (readonly TouchpointRow[])[], places: PlacesOfColumns): TemplateResult | typeof nothing {
  const shares = places.step === 0 ? [columns.flat()] : columns;
  const points = shares.flatMap((touchpoints, column) => {
    const felt = touchpoints.flatMap(({ key, name, journey }) => {
      const emotion = journey?.emotion ?? null;
      return emotion === null ? [] : [{ key, name, emotion }];
    });
    return felt.map(({ key, name, emotion }, index) => ({
      key,
      label: `${name} ${emotionWithChange(emotion)}`,
      emotion: emotion.newest,
      x: Math.round(column * places.step + ((index + 0.5) / felt.length) * places.width),
      y: heightOf(emotion.newest),
      before: emotion.change === null ? null : heightOf(emotion.newest - emotion.change),
    }));
  });
  if (points.length === 0) return nothing;
  const label = l10n.t('How customers feel, from touchpoint to touchpoint');
  const width = (shares.length - 1) * places.step + places.width;
  const nearest = points.reduce(
    (least, { x }, index) => Math.min(least, x - (points[index - 1]?.x ?? Number.NEGATIVE_INFINITY)),
    Number.POSITIVE_INFINITY,
  );
  return html`<svg class="emotion" width=${width} height=${height} role="img" aria-label=${[label, points.map((point) => point.label).join(', ')].join(': ')}>
    <path class="middle" d="M0 ${height / 2}H${width}"></path>
    <path class="line" d=${curve(points)}></path>
    ${points.map(({ x, y, before, emotion, label }) =>
      nearest > 2 * radius
        ? svg`<g transform="translate(${x} ${y})"><title>${label}</title>${before === null ? nothing : beforeMark(before - y)}<circle class="dot" r=${radius}></circle>
        <path class="face" d="M-3.5 -2.5v1M3.5 -2.5v1M-4 ${3.5 - emotion}Q0 ${3 + emotion * 1.6} 4 ${3.5 - emotion}"></path></g>`
        : svg`<circle class="dot" cx=${x} cy=${y} r="3"><title>${label}</title></circle>`,
    )}
  </svg>`;
}

/** How high an emotion stands, in pixels from the top. */
function heightOf(emotion: number): number {
  return Math.round(height / 2 - (emotion / 2) * (height / 2 - margin));
}

/** Where the emotion stood before, as a small ring on a line to the face; nothing where the face would cover it. */
function beforeMark(y: number): TemplateResult | typeof nothing {
  if (Math.abs(y) <= radius) return nothing;
  return svg`<path class="way" d="M0 0V${y}"></path><circle class="before" cy=${y} r="2.5"></circle>`;
}

/** Level at every point, so that it never swings beyond what was said. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}
