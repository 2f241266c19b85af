import type { CategoryOrNone } from '../wording/categoryWording.ts';
import { escapeXml } from './escapeXml.ts';
import type { MatrixLayout, PlacedPoint } from './layoutMatrix.ts';
import type { MatrixFrame, TextLine } from './matrixFrame.ts';
import { categoryColor, type Palette } from './palette.ts';
import { shapeOf, symbolPath } from './symbol.ts';

/**
 * The matrix as a picture that stands alone, for files and Markdown. Colours are presentation attributes, because content security
 * policies block style attributes; there is no script and nothing is loaded.
 */
export function matrixSvg(layout: MatrixLayout, palette: Palette): string {
  const { width, height, texts, fontSize, points } = layout;
  // Later is in front: what is to be built first lies on top.
  const backToFront = [...points].sort((a, b) => (b.point.rank ?? Number.MAX_SAFE_INTEGER) - (a.point.rank ?? Number.MAX_SAFE_INTEGER));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fontFamily}" font-size="${fontSize}">`,
    `<title>${escapeXml(texts.title)}</title>`,
    `<desc>${escapeXml(texts.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...frameLines(layout.frame, palette),
    `<g class="whiskers" fill="none" stroke-opacity="${points.length > 40 ? 0.18 : 0.28}">`,
    ...backToFront.flatMap((point) => whiskers(point, palette)),
    '</g>',
    `<g class="leaders" fill="none" stroke="${palette.text}" stroke-opacity="0.55" stroke-width="0.75">`,
    ...backToFront.flatMap(leaders),
    '</g>',
    '<g class="points">',
    ...backToFront.map((point) => symbol(point, palette)),
    '</g>',
    `<g class="labels" fill="${palette.text}" stroke="${palette.ground}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...points.flatMap(({ label }) => (label ? [textElement(label)] : [])),
    '</g>',
    ...legendLines(layout, palette),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif";

function frameLines({ plot, area, cut, ...frame }: MatrixFrame, palette: Palette): string[] {
  const box = `x="${pixels(plot.left)}" y="${pixels(plot.top)}" width="${pixels(plot.right - plot.left)}" height="${pixels(plot.bottom - plot.top)}"`;
  return [
    `<rect class="plot" ${box} fill="${palette.plot}" stroke="${palette.grid}"/>`,
    `<path class="cut" d="M${pixels(cut.x)} ${pixels(plot.top)}V${pixels(plot.bottom)}M${pixels(plot.left)} ${pixels(cut.y)}H${pixels(plot.right)}" stroke="${palette.grid}"/>`,
    `<path class="ticks" d="${tickMarks(area, plot, cut)}" stroke="${palette.quiet}"/>`,
    `<g class="quadrants" fill="${palette.quiet}" letter-spacing="0.06em" font-size="0.9em">`,
    ...frame.quadrantNames.map(textElement),
    '</g>',
    `<g class="axes" fill="${palette.quiet}">`,
    ...[...frame.horizontalTicks, ...frame.verticalTicks, frame.betterTitle, frame.worseTitle].map(textElement),
    '</g>',
  ];
}

/** Path data of the marks at 0, ½ and 1 on both axes. */
export function tickMarks(area: MatrixFrame['area'], plot: MatrixFrame['plot'], cut: MatrixFrame['cut']): string {
  const horizontal = [area.left, cut.x, area.right].map((x) => `M${pixels(x)} ${pixels(plot.bottom)}v4`);
  const vertical = [area.bottom, cut.y, area.top].map((y) => `M${pixels(plot.left)} ${pixels(y)}h-4`);
  return [...horizontal, ...vertical].join('');
}

function whiskers({ point, spot, worseWhisker, betterWhisker }: PlacedPoint, palette: Palette): string[] {
  const data =
    (worseWhisker ? `M${pixels(worseWhisker[0])} ${pixels(spot.y)}H${pixels(worseWhisker[1])}` : '') +
    (betterWhisker ? `M${pixels(spot.x)} ${pixels(betterWhisker[0])}V${pixels(betterWhisker[1])}` : '');
  return data === '' ? [] : [`<path d="${data}" stroke="${categoryColor(point.category, palette)}"/>`];
}

function leaders({ moved, spot, center, label }: PlacedPoint): string[] {
  const toSpot = moved ? [`<path d="M${pixels(spot.x)} ${pixels(spot.y)}L${pixels(center.x)} ${pixels(center.y)}"/>`] : [];
  if (!label?.leader) return toSpot;
  const { from, to } = label.leader;
  return [...toSpot, `<path d="M${pixels(from.x)} ${pixels(from.y)}L${pixels(to.x)} ${pixels(to.y)}"/>`];
}

function symbol({ point, center, radius }: PlacedPoint, palette: Palette): string {
  return [
    `<g class="point" transform="translate(${pixels(center.x)} ${pixels(center.y)})">`,
    `<title>${escapeXml(point.title)}</title>`,
    mark(point.category, point.assumed, radius, palette),
    '</g>',
  ].join('');
}

function mark(category: CategoryOrNone, assumed: boolean, radius: number, palette: Palette): string {
  const color = categoryColor(category, palette);
  const path = symbolPath(shapeOf(category), radius);
  // The rim in the colour of the ground keeps symbols that touch apart.
  if (!assumed && category !== null) return `<path d="${path}" fill="${color}" stroke="${palette.plot}"/>`;
  const hollow = `<path d="${path}" fill="${palette.plot}" stroke="${color}" stroke-width="1.5"/>`;
  if (!assumed) return hollow;
  return `${hollow}<text y="${pixels(radius * 0.6)}" text-anchor="middle" font-size="${pixels(radius * 1.6)}" font-weight="bold" fill="${color}">?</text>`;
}

function legendLines({ legend, fontSize }: MatrixLayout, palette: Palette): string[] {
  if (!legend || legend.length === 0) return [];
  return [
    `<g class="legend" fill="${palette.text}">`,
    ...legend.flatMap(({ category, assumed, text, symbol: at, label }) => [
      `<g transform="translate(${pixels(at.x)} ${pixels(at.y)})">${mark(category, assumed, fontSize * 0.42, palette)}</g>`,
      textElement({ text, ...label, anchor: 'start' }),
    ]),
    '</g>',
  ];
}

function textElement({ text, x, y, anchor }: TextLine): string {
  return `<text x="${pixels(x)}" y="${pixels(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`;
}

/** Tenths of a pixel are enough, and keep pictures small and their diffs short. */
function pixels(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
