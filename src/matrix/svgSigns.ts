import type { CategoryOrNone } from '../terms/categoryLabels.ts';
import { arrowHead, arrowLine, type DriftArrow } from './driftArrow.ts';
import type { LegendEntry } from './matrixLegend.ts';
import { categoryColor, type Palette } from './palette.ts';
import { pixels } from './plotPaths.ts';
import { isHollow, shapeOf, symbolPath } from './symbol.ts';

/** The symbol of a category around the origin; hollow too where its size is not known. */
export function mark(category: CategoryOrNone, assumed: boolean, radius: number, palette: Palette, isSizeUnknown = false): string {
  const color = categoryColor(category, palette);
  const path = symbolPath(shapeOf(category), radius);
  // The rim in the colour of the ground keeps symbols that touch apart.
  if (!isHollow(category, assumed) && !isSizeUnknown) return `<path d="${path}" fill="${color}" stroke="${palette.plot}"/>`;
  const hollow = `<path d="${path}" fill="${palette.plot}" stroke="${color}" stroke-width="1.5"/>`;
  if (!assumed) return hollow;
  return `${hollow}<text y="${pixels(radius * 0.6)}" text-anchor="middle" font-size="${pixels(radius * 1.6)}" font-weight="bold" fill="${color}">?</text>`;
}

/** An arrow in the colour of the lines around it. */
export function arrowPaths(arrow: DriftArrow): string {
  const line = arrow.significant ? '' : ' stroke-dasharray="2 3"';
  return `<path d="${arrowLine(arrow)}"${line}/><path d="${arrowHead(arrow)}"/>`;
}

/** What an entry of the legend shows before its words. */
export function legendSign({ sign: shown, at }: LegendEntry, fontSize: number, palette: Palette): string[] {
  const place = `translate(${pixels(at.x)} ${pixels(at.y)})`;
  switch (shown.kind) {
    case 'category':
      return [`<g transform="${place}">${mark(shown.category, shown.assumed, fontSize * 0.42, palette)}</g>`];
    case 'size': {
      const fill = shown.unknown ? `fill="none" stroke="${palette.quiet}" stroke-width="1.5"` : `fill="${palette.quiet}"`;
      return [`<circle cx="${pixels(at.x)}" cy="${pixels(at.y)}" r="${pixels(shown.radius)}" ${fill}/>`];
    }
    case 'arrow': {
      const arrow = { from: { x: at.x - fontSize, y: at.y }, to: { x: at.x + fontSize, y: at.y }, significant: shown.significant };
      return [`<g fill="none" stroke="${palette.quiet}">${arrowPaths(arrow)}</g>`];
    }
    case 'cut':
      return [
        `<path d="M${pixels(at.x - fontSize)} ${pixels(at.y)}h${pixels(fontSize * 2)}" stroke="${palette.quiet}" stroke-opacity="0.7"/>`,
      ];
    case 'dot':
      return [`<circle cx="${pixels(at.x)}" cy="${pixels(at.y)}" r="1.5" fill="${palette.quiet}"/>`];
    case 'none':
      return [];
  }
}
