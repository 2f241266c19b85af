import type { Row } from './row.ts';

const [width, height, left, right, top, bottom] = [780, 440, 84, 190, 24, 46];
const colours = ['#0063d3', '#b00000', '#2f8132', '#6a3d9a', '#b06d00'];

/** The growth of each work as an SVG: both axes in powers of ten, a line a work, and the slope of n · log n beside them. */
export function growthPicture(rows: readonly Row[]): string {
  const growth = rows.flatMap(({ work, features, figure }) => (features === null ? [] : [{ work, features, time: figure.median }]));
  const sizes = [...new Set(growth.map(({ features }) => features))].sort((a, b) => a - b);
  const times = growth.map(({ time }) => time);
  const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)];
  const [lowest, highest] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
  const x = (features: number) =>
    left + ((Math.log10(features) - Math.log10(smallest)) / Math.log10(largest / smallest)) * (width - left - right);
  const y = (time: number) => height - bottom - ((Math.log10(time) - lowest) / (highest - lowest)) * (height - top - bottom);
  const line = (points: readonly (readonly [number, number])[]) => points.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' ');
  const ticks = [
    ...sizes.map(
      (size) =>
        `<line x1="${x(size)}" x2="${x(size)}" y1="${top}" y2="${height - bottom}" class="grid"/><text x="${x(size)}" y="${height - bottom + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    ),
    ...Array.from({ length: highest - lowest + 1 }, (_, step) => 10 ** (lowest + step)).map(
      (time) =>
        `<line x1="${left}" x2="${width - right}" y1="${y(time)}" y2="${y(time)}" class="grid"/><text x="${left - 8}" y="${y(time) + 4}" text-anchor="end">${time.toLocaleString('en', { maximumFractionDigits: 2 })} ms</text>`,
    ),
  ];
  const works = [...new Set(growth.map(({ work }) => work))];
  const lines = works.map((work, index) => {
    const points = growth.filter((each) => each.work === work).map(({ features, time }) => [x(features), y(time)] as const);
    const [endX = 0, endY = 0] = points.at(-1) ?? [];
    return `<g style="--colour: ${colours[index % colours.length]}"><polyline points="${line(points)}"/>${points.map(([a, b]) => `<circle cx="${a.toFixed(1)}" cy="${b.toFixed(1)}" r="3"/>`).join('')}<text x="${endX + 8}" y="${endY + 4}">${work}</text></g>`;
  });
  // From the cheapest work that grows: whatever is flatter grows more slowly than n · log n.
  const start = Math.min(...growth.filter(({ features }) => features === smallest).map(({ time }) => time));
  const guide = sizes.map((size) => [x(size), y((start * size * Math.log(size)) / (smallest * Math.log(smallest)))] as const);
  const [guideX = 0, guideY = 0] = guide.at(-1) ?? [];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Processor time over the number of features, for each work, beside n · log n">
<style>text { font: 12px system-ui, sans-serif; fill: #444 } .grid { stroke: #ddd } polyline { fill: none; stroke: var(--colour); stroke-width: 2 } circle { fill: var(--colour) } g text { fill: var(--colour) } .guide { stroke: #888; stroke-dasharray: 5 4; --colour: #888 }</style>
<rect width="${width}" height="${height}" fill="#fff"/>
${ticks.join('\n')}
<polyline class="guide" points="${line(guide)}"/><text x="${guideX + 8}" y="${guideY + 4}">n · log n</text>
${lines.join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">features in a file</text>
</svg>
`;
}
