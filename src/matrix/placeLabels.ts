import { type Direction, farDirections, labelBox, labelLines, nearDirections } from './labelBox.ts';
import { type LabelText, numberVariant, shortenedVariants, type Variant, wholeVariants } from './labelVariants.ts';
import type { TextLine } from './plotArea.ts';
import {
  type Coordinates,
  contains,
  crosses,
  grow,
  type LineSegment,
  nearestIn,
  overlaps,
  type Rectangle,
  RectangleGrid,
  squareAround,
} from './rectangle.ts';
import type { Measure } from './textWidth.ts';

/** A symbol that needs a label. */
export interface LabelledSymbol {
  readonly text: LabelText;
  readonly center: Coordinates;
  readonly radius: number;
}

export interface PlacedLabel {
  /** One line, or two. */
  readonly lines: readonly TextLine[];
  /** The lines hold the whole text. */
  readonly isWhole: boolean;
  readonly box: Rectangle;
  /** A line from the symbol to a label that is not beside it. */
  readonly leader: LineSegment | null;
}

export interface LabelOptions {
  /** The area for labels. */
  readonly bounds: Rectangle;
  /** What labels must not cover, in addition to symbols and each other. */
  readonly obstacles: readonly Rectangle[];
  /** Lines that labels avoid if there is room elsewhere. */
  readonly lines: readonly LineSegment[];
  readonly fontSize: number;
  /** Of a line. */
  readonly maximalWidth: number;
  readonly measure: Measure;
  /** Whether labels are moved away from their symbols or shortened before they are left out. */
  readonly thorough: boolean;
}

/**
 * Gives each symbol a label that covers no other label, no symbol and no obstacle; `null` if there is no room. In the order of the symbols,
 * first beside the symbol, then (if `thorough`) farther away with a leader, then shortened, then the number alone. The position of a label depends only on its
 * neighbourhood, so moving one symbol does not affect distant labels.
 */
export function placeLabels(symbols: readonly LabelledSymbol[], options: LabelOptions): (PlacedLabel | null)[] {
  const taken = new RectangleGrid();
  for (const obstacle of options.obstacles) taken.add(obstacle);
  // A leader may touch the edge of a neighbour's symbol, but not run through it. A label keeps a distance.
  const own = symbols.map(({ center, radius }) => squareAround(center, radius * 0.7));
  const situation = { ...options, taken, symbols: new RectangleGrid(), labels: new RectangleGrid(), leaders: [] as LineSegment[] };
  for (const square of own) situation.symbols.add(square);
  for (const { center, radius } of symbols) taken.add(squareAround(center, radius + 2));
  const placed: (PlacedLabel | null)[] = symbols.map(() => null);
  for (const pass of passes(options)) {
    for (const [index, symbol] of symbols.entries()) {
      if (placed[index]) continue;
      const label = findPlace(symbol, own[index] as Rectangle, pass, situation);
      if (label === null) continue;
      placed[index] = label;
      // Two labels side by side would read as one.
      taken.add({ ...label.box, left: label.box.left - gap, right: label.box.right + gap });
      situation.labels.add(label.box);
      if (label.leader) situation.leaders.push(label.leader);
    }
  }
  return placed;
}

interface Situation extends LabelOptions {
  readonly taken: RectangleGrid;
  readonly symbols: RectangleGrid;
  readonly labels: RectangleGrid;
  readonly leaders: readonly LineSegment[];
}

interface Pass {
  /** Distances between symbol and label, in pixels. */
  readonly reach: readonly number[];
  /** Of a line. */
  readonly width: number;
  /** What of a label is shown: all of it, what fits into two lines of this width, or its number. */
  readonly shows: 'whole' | 'shortened' | 'number';
  /** Whether labels avoid lines. */
  readonly clear?: boolean;
  /** Whether leaders may run through symbols, which are drawn over them: there is no other way out of a crowd. */
  readonly throughSymbols?: boolean;
}

/** Pixels between two labels side by side. */
const gap = 5;

const near = [0];
const allFar = [8, 16, 26, 38, 52, 68, 86];
const farthest = [...allFar, 106, 130, 158, 190, 226];

/** A number beside its symbol ties it to the list, where its title is: better than a title far away. */
function passes({ thorough, maximalWidth: width, lines, bounds }: LabelOptions): readonly Pass[] {
  // Nobody can follow a leader across half of a small picture.
  const longest = (bounds.right - bounds.left) * 0.1;
  const far = allFar.filter((distance) => distance <= longest);
  const clear: readonly Pass[] = lines.length > 0 ? [{ reach: near, width, shows: 'whole', clear: true }] : [];
  if (!thorough) return [...clear, { reach: near, width, shows: 'whole' }, { reach: near, width, shows: 'shortened' }];
  return [
    ...clear,
    ...(lines.length > 0 ? [{ reach: far.slice(0, 3), width, shows: 'whole', clear: true } as const] : []),
    { reach: near, width, shows: 'whole' },
    { reach: far, width, shows: 'whole' },
    { reach: near, width, shows: 'shortened' },
    { reach: near, width: width * 0.6, shows: 'shortened' },
    { reach: near, width, shows: 'number' },
    { reach: allFar, width, shows: 'number' },
    { reach: farthest, width, shows: 'number', throughSymbols: true },
    { reach: [...near, ...allFar], width: width * 0.35, shows: 'shortened' },
    { reach: farthest, width: width * 0.6, shows: 'shortened', throughSymbols: true },
  ];
}

function findPlace(symbol: LabelledSymbol, own: Rectangle, pass: Pass, situation: Situation): PlacedLabel | null {
  const { measure, fontSize } = situation;
  const variants = {
    whole: () => wholeVariants(symbol.text, pass.width, measure, fontSize),
    shortened: () => shortenedVariants(symbol.text, pass.width, measure),
    number: () => numberVariant(symbol.text, measure),
  }[pass.shows]();
  // Beside the symbol the first variant mostly fits, and the others need not be computed.
  const known = pass.reach.length === 1 ? variants : [...variants];
  for (const distance of pass.reach) {
    for (const variant of known) {
      for (const direction of distance === 0 ? nearDirections : farDirections) {
        const label = tryPlace(symbol, own, variant, distance, direction, pass, situation);
        if (label) return label;
      }
    }
  }
  return null;
}

function tryPlace(
  symbol: LabelledSymbol,
  own: Rectangle,
  variant: Variant,
  distance: number,
  direction: Direction,
  { clear = false, throughSymbols = false }: Pass,
  situation: Situation,
): PlacedLabel | null {
  const { bounds, taken, lines, leaders, fontSize } = situation;
  const box = labelBox(symbol, variant, distance, direction, fontSize);
  if (!contains(bounds, box) || taken.hits(box)) return null;
  if (clear && lines.some((line) => crosses(line, box))) return null;
  if (leaders.some((other) => crosses(other, box))) return null;
  const leader = distance === 0 ? null : leaderTo(box, symbol);
  if (leader && isLeaderBlocked(leader, own, throughSymbols, situation)) return null;
  return { lines: labelLines(variant, box, direction, fontSize), isWhole: variant.isWhole, box, leader };
}

/** What leaders must not run through. */
export interface LeaderObstacles {
  readonly symbols: RectangleGrid;
  readonly labels: RectangleGrid;
  readonly leaders: readonly LineSegment[];
}

/** The line from the edge of a symbol to the nearest point of its label. */
function leaderTo(box: Rectangle, { center, radius }: { readonly center: Coordinates; readonly radius: number }): LineSegment {
  const to = nearestIn(box, center);
  const length = Math.hypot(to.x - center.x, to.y - center.y);
  const share = Math.min((radius + 1) / length, 1);
  return { from: { x: center.x + (to.x - center.x) * share, y: center.y + (to.y - center.y) * share }, to };
}

/** Whether a leader would run through a label, another leader or (unless `throughSymbols`) a symbol that is not its `own`. */
function isLeaderBlocked(
  leader: LineSegment,
  own: Rectangle,
  throughSymbols: boolean,
  { symbols, labels, leaders }: LeaderObstacles,
): boolean {
  const around = boxOf(leader);
  if (labels.some(around, (other) => crosses(leader, other))) return true;
  if (!throughSymbols && symbols.some(around, (other) => other !== own && crosses(leader, other))) return true;
  return leaders.some((other) => overlaps(grow(around, 1), boxOf(other)) && meet(leader, other));
}

function boxOf({ from, to }: LineSegment): Rectangle {
  return { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), right: Math.max(from.x, to.x), bottom: Math.max(from.y, to.y) };
}

function meet(a: LineSegment, b: LineSegment): boolean {
  return turn(a, b.from) * turn(a, b.to) <= 0 && turn(b, a.from) * turn(b, a.to) <= 0;
}

/** The side of the segment that a position is on, as a sign; 0 on its line. */
function turn({ from, to }: LineSegment, { x, y }: Coordinates): number {
  return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
}
