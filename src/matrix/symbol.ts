import type { CategoryOrNone, Shape } from '../terms/categoryLabels.ts';

/** The shape of each category, as the wording has it; here without its words, which a webview gets from elsewhere. */
export function shapeOf(category: CategoryOrNone): Shape {
  return category === null ? 'hollow-circle' : shapes[category];
}

/** Whether a symbol is only an outline: for assumed categories, for those that cannot be built as they are, and where too few people answered. */
export function isHollow(category: CategoryOrNone, assumed: boolean, hasFewAnswers = false): boolean {
  return assumed || hasFewAnswers || category === null || category === 'R' || category === 'Q';
}

/**
 * Path data of a shape around the origin. All shapes have about the area of a circle of `radius` pixels, so that no
 * category looks more important than another.
 */
export function symbolPath(shape: Shape, radius: number): string {
  switch (shape) {
    case 'square':
      return polygon([-1, -1, 1, -1, 1, 1, -1, 1], radius * 0.89);
    case 'circle':
    case 'hollow-circle':
      return circle(radius);
    case 'triangle-up':
      return polygon([0, -1.35, 1.17, 0.68, -1.17, 0.68], radius);
    case 'triangle-down':
      return polygon([0, 1.35, 1.17, -0.68, -1.17, -0.68], radius);
    case 'diamond':
      return polygon([0, -1, 1, 0, 0, 1, -1, 0], radius * 1.2);
    case 'cross':
      return polygon(crossCorners, radius * 1.05);
  }
}

const shapes = { M: 'square', O: 'circle', A: 'triangle-up', I: 'diamond', R: 'triangle-down', Q: 'cross' } as const;

// Two bars of width 0.6 across each other, turned by 45 degrees.
const crossCorners = [
  0, -0.42, 0.63, -1.05, 1.05, -0.63, 0.42, 0, 1.05, 0.63, 0.63, 1.05, 0, 0.42, -0.63, 1.05, -1.05, 0.63, -0.42, 0, -1.05, -0.63, -0.63,
  -1.05,
];

function polygon(corners: readonly number[], scale: number): string {
  const pairs: string[] = [];
  for (let index = 0; index < corners.length; index += 2) pairs.push(`${pixel(corners[index], scale)} ${pixel(corners[index + 1], scale)}`);
  return `M${pairs.join('L')}Z`;
}

function circle(radius: number): string {
  return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
}

function pixel(value = 0, scale: number): number {
  return Math.round(value * scale * 100) / 100;
}
