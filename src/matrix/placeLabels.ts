import type { Anchor, TextLine } from './matrixFrame.ts';
import { contains, crosses, grow, nearestIn, overlaps, type Position, type Rectangle, type Segment, squareAround } from './rectangle.ts';
import { RectangleGrid } from './rectangleGrid.ts';
import { ellipsise, type Measure } from './textWidth.ts';

/** A symbol that wants a label. */
export interface LabelledSymbol {
  readonly text: string;
  readonly center: Position;
  readonly radius: number;
}

export interface PlacedLabel extends TextLine {
  readonly box: Rectangle;
  /** From the symbol to a label that found no place beside it. */
  readonly leader: Segment | null;
}

export interface LabelOptions {
  /** Where labels may lie. */
  readonly bounds: Rectangle;
  /** What labels may not cover, beside symbols and each other. */
  readonly obstacles: readonly Rectangle[];
  readonly fontSize: number;
  readonly maximalWidth: number;
  readonly measure: Measure;
  /** Labels may move away from their symbols, or be shortened further, before one is left out. */
  readonly thorough: boolean;
}

/**
 * Gives each symbol a label that covers no other label, no symbol and no obstacle; `null` where there is no room. Symbols are
 * served in their order, first beside the symbol, then (when `thorough`) farther away with a leader, then shortened. The place of a
 * label depends on its neighbourhood only, so moving one symbol leaves distant labels alone.
 */
export function placeLabels(symbols: readonly LabelledSymbol[], options: LabelOptions): (PlacedLabel | null)[] {
  const taken = new RectangleGrid();
  for (const obstacle of options.obstacles) taken.add(obstacle);
  // A leader may graze a neighbour's symbol, but not run through it; a label keeps a distance.
  const inWay = { symbols: new RectangleGrid(), labels: new RectangleGrid() };
  const own = symbols.map(({ center, radius }) => squareAround(center, radius * 0.7));
  for (const square of own) inWay.symbols.add(square);
  for (const { center, radius } of symbols) taken.add(squareAround(center, radius + 2));
  const leaders: Segment[] = [];
  const placed: (PlacedLabel | null)[] = symbols.map(() => null);
  for (const pass of passes(options)) {
    symbols.forEach((symbol, index) => {
      if (placed[index]) return;
      const label = findPlace(symbol, own[index] as Rectangle, pass, { ...options, taken, inWay, leaders });
      if (label === null) return;
      placed[index] = label;
      taken.add(label.box);
      inWay.labels.add(label.box);
      if (label.leader) leaders.push(label.leader);
    });
  }
  return placed;
}

/** What leaders may not run through. */
interface Obstacles {
  readonly symbols: RectangleGrid;
  readonly labels: RectangleGrid;
}

interface Situation extends LabelOptions {
  readonly taken: RectangleGrid;
  readonly inWay: Obstacles;
  readonly leaders: readonly Segment[];
}

interface Pass {
  /** Distances between symbol and label, in pixels. */
  readonly reach: readonly number[];
  readonly width: number;
  /** In the midst of a crowd no leader gets out otherwise; symbols are drawn over it. */
  readonly throughSymbols?: boolean;
}

const near = [0];
const far = [8, 16, 26, 38, 52, 68, 86];
const farther = [106, 130, 158, 190, 226];

function passes({ thorough, maximalWidth }: LabelOptions): readonly Pass[] {
  if (!thorough) return [{ reach: near, width: maximalWidth }];
  return [
    { reach: near, width: maximalWidth },
    { reach: far, width: maximalWidth },
    { reach: [...near, ...far], width: maximalWidth * 0.6 },
    { reach: [...near, ...far, ...farther], width: maximalWidth * 0.35 },
    { reach: [...far, ...farther], width: maximalWidth * 0.6, throughSymbols: true },
  ];
}

/** Across, down, and which end of the text lies there (by default the one next to the symbol). */
type Direction = readonly [number, number, Anchor?];

/** Directions from the symbol to its label, best first: beside it reads best, and to the right better than to the left. */
const directions: readonly Direction[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];
const farDirections: readonly Direction[] = [
  ...directions,
  [0, -1, 'start'],
  [0, 1, 'start'],
  [0, -1, 'end'],
  [0, 1, 'end'],
  ...[0.5, 0.25, 0.75].flatMap((share): readonly Direction[] => [
    [1, -share],
    [1, share],
    [-1, -share],
    [-1, share],
    [share, -1],
    [share, 1],
    [-share, -1],
    [-share, 1],
  ]),
];

function findPlace(symbol: LabelledSymbol, own: Rectangle, pass: Pass, situation: Situation): PlacedLabel | null {
  const text = ellipsise(symbol.text, pass.width, situation.measure);
  if (text === '') return null;
  const textWidth = situation.measure(text);
  for (const distance of pass.reach) {
    for (const direction of distance === 0 ? directions : farDirections) {
      const label = labelAt(symbol, text, textWidth, distance, direction, situation.fontSize);
      if (isFree(label, own, pass, situation)) return label;
    }
  }
  return null;
}

function labelAt(
  { center, radius }: LabelledSymbol,
  text: string,
  width: number,
  distance: number,
  [across, down, given]: Direction,
  fontSize: number,
): PlacedLabel {
  const height = Math.round(fontSize * 1.3);
  const away = radius + 4 + distance;
  const anchor: Anchor = given ?? (across === 0 ? 'middle' : across > 0 ? 'start' : 'end');
  // Diagonal labels beside the symbol keep close to its corner.
  const x = center.x + across * (down === 0 || distance > 0 ? away : away * 0.6);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const middle = center.y + down * (radius + height / 2 + 1 + distance);
  const box = { left, top: middle - height / 2, right: left + width, bottom: middle + height / 2 };
  return { text, x, y: middle + fontSize * 0.35, anchor, box, leader: distance === 0 ? null : leaderTo(box, center, radius) };
}

function leaderTo(box: Rectangle, center: Position, radius: number): Segment {
  const to = nearestIn(box, center);
  const length = Math.hypot(to.x - center.x, to.y - center.y);
  const share = Math.min((radius + 1) / length, 1);
  return { from: { x: center.x + (to.x - center.x) * share, y: center.y + (to.y - center.y) * share }, to };
}

function isFree({ box, leader }: PlacedLabel, own: Rectangle, pass: Pass, { bounds, taken, inWay, leaders }: Situation): boolean {
  if (!contains(bounds, box) || taken.hits(box)) return false;
  if (leaders.some((other) => crosses(other, box))) return false;
  return leader === null || !isBlocked(leader, own, pass, inWay, leaders);
}

/** Whether a leader would run through a label, a symbol or another leader. */
function isBlocked(
  leader: Segment,
  own: Rectangle,
  { throughSymbols }: Pass,
  { symbols, labels }: Obstacles,
  leaders: readonly Segment[],
): boolean {
  const around = boxOf(leader);
  if (labels.some(around, (other) => crosses(leader, other))) return true;
  if (!throughSymbols && symbols.some(around, (other) => other !== own && crosses(leader, other))) return true;
  return leaders.some((other) => overlaps(grow(around, 1), boxOf(other)) && meet(leader, other));
}

function boxOf({ from, to }: Segment): Rectangle {
  return { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), right: Math.max(from.x, to.x), bottom: Math.max(from.y, to.y) };
}

function meet(a: Segment, b: Segment): boolean {
  return turn(a, b.from) * turn(a, b.to) <= 0 && turn(b, a.from) * turn(b, a.to) <= 0;
}

/** On which side of the segment a position lies: the sign says it, 0 is on its line. */
function turn({ from, to }: Segment, { x, y }: Position): number {
  return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
}
