import type { CategoryOrNone, Shape } from '../terms/categoryLabels.ts';
import type { Certainty } from '../terms/featureSentences.ts';

/** The shape of each category, as the wording has it; here without its words, which a webview gets from elsewhere. */
export function shapeOf(category: CategoryOrNone): Shape {
  return category === null ? 'hollow-circle' : shapes[category];
}

/** How much of a symbol is filled. */
export type Fill = 'whole' | 'half' | 'none';

/**
 * The surer the category, the fuller its symbol: half full where the answers allow another category as well, only an outline where too few people
 * answered, where the team assumes it, and for what cannot be built as it is.
 */
export function fillOf(category: CategoryOrNone, assumed: boolean, certainty: Certainty = 'sure'): Fill {
  if (assumed || category === null || certainty === 'few') return 'none';
  if (certainty === 'ambiguous') return 'half';
  return category === 'R' || category === 'Q' ? 'none' : 'whole';
}

/**
 * Path data of a shape around the origin. All shapes have about the area of a circle of `radius` pixels, so that no
 * category looks more important than another.
 */
export function symbolPath(shape: Shape, radius: number): string {
  const corners = cornersOf(shape);
  return corners === null ? circle(radius) : polygon(corners, radius);
}

/** Path data of the left half of a shape. */
export function leftHalfPath(shape: Shape, radius: number): string {
  const corners = cornersOf(shape);
  return corners === null ? `M0 ${-radius}A${radius} ${radius} 0 0 0 0 ${radius}Z` : polygon(leftOfAxis(corners), radius);
}

const shapes = { M: 'square', O: 'circle', A: 'triangle-up', I: 'diamond', R: 'triangle-down', Q: 'cross' } as const;

// Two bars of width 0.6 across each other, turned by 45 degrees.
const crossCorners = [
  0, -0.42, 0.63, -1.05, 1.05, -0.63, 0.42, 0, 1.05, 0.63, 0.63, 1.05, 0, 0.42, -0.63, 1.05, -1.05, 0.63, -0.42, 0, -1.05, -0.63, -0.63,
  -1.05,
];

type Corner = readonly [x: number, y: number];

/** The corners of a shape with the area of a circle of radius 1; `null` for circles. */
function cornersOf(shape: Shape): readonly Corner[] | null {
  switch (shape) {
    case 'square':
      return scaled([-1, -1, 1, -1, 1, 1, -1, 1], 0.89);
    case 'circle':
    case 'hollow-circle':
      return null;
    case 'triangle-up':
      return scaled([0, -1.35, 1.17, 0.68, -1.17, 0.68], 1);
    case 'triangle-down':
      return scaled([0, 1.35, 1.17, -0.68, -1.17, -0.68], 1);
    case 'diamond':
      return scaled([0, -1, 1, 0, 0, 1, -1, 0], 1.2);
    case 'cross':
      return scaled(crossCorners, 1.05);
  }
}

function scaled(numbers: readonly number[], scale: number): readonly Corner[] {
  return numbers.flatMap((x, index): readonly Corner[] => (index % 2 === 0 ? [[x * scale, (numbers[index + 1] ?? 0) * scale]] : []));
}

/** The part of a polygon where x is at most 0: its corners there, and where its sides cross the axis. */
function leftOfAxis(corners: readonly Corner[]): readonly Corner[] {
  return corners.flatMap(([x, y], index): readonly Corner[] => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] as Corner;
    const own: readonly Corner[] = x <= 0 ? [[x, y]] : [];
    return x * nextX < 0 ? [...own, [0, y + ((nextY - y) * x) / (x - nextX)]] : own;
  });
}

function polygon(corners: readonly Corner[], radius: number): string {
  const pixel = (value: number) => Math.round(value * radius * 100) / 100;
  return `M${corners.map(([x, y]) => `${pixel(x)} ${pixel(y)}`).join('L')}Z`;
}

function circle(radius: number): string {
  return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
}
