import { escapeXml } from '../base/escapeXml.ts';
import { categories } from '../document/format/model.ts';
import type { CategoryOrNone } from '../terms/categoryLabels.ts';
import { arrowHead, arrowLine, type DriftArrow } from './driftArrow.ts';
import type { MatrixLayout } from './layoutMatrix.ts';
import type { LegendEntry } from './matrixLegend.ts';
import { symbolTitle } from './matrixTexts.ts';
import { categoryColor, type Palette } from './palette.ts';
import { byUrgency, fillOfSymbol, type PlacedPoint } from './placePoints.ts';
import type { TextLine } from './plotArea.ts';
import { cutPath, dotPath, gridPath, leaderPath, quadrantAreas, tickPath, whiskerPath } from './plotPaths.ts';
import { pixels } from './rectangle.ts';
import { type Fill, fillOf, leftHalfPath, shapeOf, symbolPath } from './symbol.ts';

/**
 * The matrix as an SVG file that can be embedded anywhere. Colours are presentation attributes, because content security policies block
 * style attributes; there is no script and nothing is loaded.
 */
export function matrixSvg(layout: MatrixLayout, palette: Palette): string {
  const { width, height, texts, fontSize, area, zoom, heading, footer } = layout;
  const points = backToFront(layout.points);
  const symbols = points.filter(({ isDot }) => !isDot);
  const clip = zoom.scale > 1 ? ' clip-path="url(#plot)"' : '';
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fontFamily}" font-size="${fontSize}">`,
    `<title>${escapeXml(texts.title)}</title>`,
    `<desc>${escapeXml(texts.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...(clip ? [`<clipPath id="plot"><rect ${box(area.plot)}/></clipPath>`] : []),
    ...(heading ? [`<g font-size="${pixels(fontSize * 1.3)}" font-weight="600" fill="${palette.text}">${textElement(heading)}</g>`] : []),
    ...frameLines(layout, palette),
    ...nothing(layout, palette),
    ...dots(points, palette),
    ...group(
      `class="whiskers" fill="none"${clip}`,
      layout.intervals && symbols.length <= mostWhiskers ? symbols.flatMap(whiskers(palette)) : [],
    ),
    ...group(`class="arrows" fill="none" stroke-linejoin="round" stroke-linecap="round"${clip}`, symbols.flatMap(arrow(palette))),
    ...group(
      `class="leaders" fill="none" stroke="${palette.text}" stroke-opacity="0.55" stroke-width="0.75"${clip}`,
      symbols.map(leaderPath).flatMap((path) => (path ? [`<path d="${path}"/>`] : [])),
    ),
    ...group('class="points"', symbols.map(symbol(palette))),
    ...group(
      `class="labels" fill="${palette.text}" stroke="${palette.plot}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
      layout.points.flatMap(({ label }) => (label ? label.lines.map(textElement) : [])),
    ),
    ...group(
      `class="legend" fill="${palette.text}"`,
      layout.legend.flatMap((entry) => [
        ...legendSign(entry, layout.fontSize, palette),
        textElement({ text: entry.text, ...entry.label, anchor: 'start' }),
      ]),
    ),
    ...group(`class="footer" fill="${palette.quiet}"`, footer.map(textElement)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether a text is a picture of this room, by how it begins, which other programs do not do this way. */
export function isMatrixSvg(text: string): boolean {
  const [first = ''] = text.split('\n', 1);
  return (
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img" font-family="/.test(first) &&
    first.includes(fontFamily)
  );
}

/** With more symbols in sight than this, there are no intervals but that of the one that the reader looks at. */
export const mostWhiskers = 100;

/** Back to front: large symbols before small ones, and of equal ones those to be built last first. */
export function backToFront(points: readonly PlacedPoint[]): PlacedPoint[] {
  return points.toSorted((a, b) => b.radius - a.radius || byUrgency(b.point, a.point));
}

/** A line of text as a `<text>` element. */
function textElement({ text, bold = 0, x, y, anchor }: TextLine): string {
  const first = bold === 0 ? '' : `<tspan font-weight="600">${escapeXml(text.slice(0, bold))}</tspan>`;
  const place = `x="${pixels(x)}" y="${pixels(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`;
  return `<text ${place}>${first}${escapeXml(text.slice(bold))}</text>`;
}

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

function group(attributes: string, content: readonly string[]): string[] {
  return content.length === 0 ? [] : [`<g ${attributes}>`, ...content, '</g>'];
}

function frameLines({ area }: MatrixLayout, palette: Palette): string[] {
  const ticks = [...area.horizontalTicks, ...area.verticalTicks];
  const [grid, cut] = [gridPath(area), cutPath(area)];
  return [
    `<rect class="plot" ${box(area.plot)} fill="${palette.plot}"/>`,
    ...group(
      `class="tints" fill-opacity="${palette.tint}"`,
      quadrantAreas(area).map(({ quadrant, area: tinted }) => `<rect ${box(tinted)} fill="${palette.categories[quadrant]}"/>`),
    ),
    `<rect ${box(area.plot)} fill="none" stroke="${palette.grid}"/>`,
    ...(grid ? [`<path class="grid" d="${grid}" stroke="${palette.grid}" stroke-opacity="0.5"/>`] : []),
    ...(cut ? [`<path class="cut" d="${cut}" stroke="${palette.grid}"/>`] : []),
    `<path class="ticks" d="${tickPath(area)}" stroke="${palette.quiet}"/>`,
    ...group(`class="quadrants" fill="${palette.quiet}" letter-spacing="0.06em" font-size="0.9em"`, area.quadrantNames.map(textElement)),
    ...group(`class="axes" fill="${palette.quiet}"`, [...ticks, area.upTitle, area.acrossTitle].map(textElement)),
  ];
}

function nothing({ points, zoom, texts, area: { plot } }: MatrixLayout, palette: Palette): string[] {
  if (points.length > 0 || zoom.scale > 1) return [];
  const line: TextLine = {
    text: texts.nothing,
    x: (plot.left + plot.right) / 2,
    y: plot.top + (plot.bottom - plot.top) * 0.4,
    anchor: 'middle',
  };
  return group(`class="nothing" fill="${palette.text}"`, [textElement(line)]);
}

function dots(points: readonly PlacedPoint[], palette: Palette): string[] {
  const all = points.filter(({ isDot }) => isDot);
  const paths = [...categories, null].flatMap((category) => {
    const path = dotPath(all.filter(({ point }) => point.category === category));
    return path === '' ? [] : [`<path d="${path}" stroke="${categoryColor(category, palette)}"/>`];
  });
  return group('class="dots" fill="none" stroke-width="3" stroke-linecap="round" stroke-opacity="0.55"', paths);
}

function whiskers(palette: Palette): (point: PlacedPoint) => string[] {
  return (placed) => {
    const data = whiskerPath(placed);
    return data === '' ? [] : [`<path d="${data}" stroke="${categoryColor(placed.point.category, palette)}"/>`];
  };
}

function arrow(palette: Palette): (point: PlacedPoint) => string[] {
  return ({ arrow: drawn, point }) => {
    if (!drawn) return [];
    const former = categoryColor(point.before?.category ?? null, palette);
    return [
      `<g stroke="${categoryColor(point.category, palette)}">${arrowPaths(drawn)}</g>`,
      `<circle cx="${pixels(drawn.from.x)}" cy="${pixels(drawn.from.y)}" r="2" fill="${former}"/>`,
    ];
  };
}

function symbol(palette: Palette): (point: PlacedPoint) => string {
  return (placed) => {
    const { point, center, radius } = placed;
    return [
      `<g class="point" transform="translate(${pixels(center.x)} ${pixels(center.y)})">`,
      `<title>${escapeXml(symbolTitle(point))}</title>`,
      mark(point.category, point.assumed, radius, palette, fillOfSymbol(placed)),
      '</g>',
    ].join('');
  };
}

function box({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): string {
  return `x="${pixels(left)}" y="${pixels(top)}" width="${pixels(right - left)}" height="${pixels(bottom - top)}"`;
}

/** The symbol of a category around the origin, with a question mark where the team assumes it. */
function mark(
  category: CategoryOrNone,
  assumed: boolean,
  radius: number,
  palette: Palette,
  fill: Fill = fillOf(category, assumed),
): string {
  const color = categoryColor(category, palette);
  const path = symbolPath(shapeOf(category), radius);
  // The outline in the colour of the background separates symbols that touch.
  if (fill === 'whole') return `<path d="${path}" fill="${color}" stroke="${palette.plot}"/>`;
  const hollow = `<path d="${path}" fill="${palette.plot}" stroke="${color}" stroke-width="1.5"/>`;
  if (fill === 'half') return `${hollow}<path d="${leftHalfPath(shapeOf(category), radius)}" fill="${color}"/>`;
  if (!assumed) return hollow;
  return `${hollow}<text y="${pixels(radius * 0.6)}" text-anchor="middle" font-size="${pixels(radius * 1.6)}" font-weight="bold" fill="${color}">?</text>`;
}

/** The paths of an arrow, in the colour of the surrounding group. */
function arrowPaths(arrow: DriftArrow): string {
  const line = arrow.significant ? '' : ' stroke-dasharray="2 3"';
  return `<path d="${arrowLine(arrow)}"${line}/><path d="${arrowHead(arrow)}"/>`;
}

/** The sign of a legend entry, before its text. */
function legendSign({ sign: shown, at }: LegendEntry, fontSize: number, palette: Palette): string[] {
  const place = `translate(${pixels(at.x)} ${pixels(at.y)})`;
  switch (shown.kind) {
    case 'category':
      return [`<g transform="${place}">${mark(shown.category, shown.assumed, fontSize * 0.42, palette)}</g>`];
    case 'undecided': {
      const radius = fontSize * 0.42;
      const outline = `<path d="${symbolPath('circle', radius)}" fill="none" stroke="${palette.quiet}" stroke-width="1.5"/>`;
      return [`<g transform="${place}">${outline}<path d="${leftHalfPath('circle', radius)}" fill="${palette.quiet}"/></g>`];
    }
    case 'few':
      return [
        `<circle cx="${pixels(at.x)}" cy="${pixels(at.y)}" r="${pixels(fontSize * 0.42)}" fill="none" stroke="${palette.quiet}" stroke-width="1.5"/>`,
      ];
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
