import type { Category } from '../../src/document/format/model.ts';
import type { MatrixPoint } from '../../src/matrix/matrixPoint.ts';

/** Invented features in clouds, one around the middle of every quadrant, as a large study has them. The same every time. */
export function inventedPoints(count: number): MatrixPoint[] {
  const random = generator(7);
  const around = () => (random() + random() + random() - 1.5) * 0.2;
  return Array.from({ length: count }, (_, index) => {
    const [category, betterMiddle, worseMiddle] = clouds[Math.floor(random() * clouds.length)] as Cloud;
    const better = Math.min(Math.max(betterMiddle + around(), 0), 1);
    const worse = -Math.min(Math.max(worseMiddle + around(), 0), 1);
    const title = Array.from({ length: 1 + Math.floor(random() * 5) }, () => words[Math.floor(random() * words.length)]).join(' ');
    const key = `feature-${String(index).padStart(5, '0')}`;
    return {
      ...{ key, id: key, title, category, rival: index % 5 === 0 ? 'Q' : null, assumed: false, better, worse, rank: index + 1 },
      betterInterval: [Math.max(better - 0.07, 0), Math.min(better + 0.07, 1)],
      worseInterval: [Math.max(worse - 0.07, -1), Math.min(worse + 0.07, 0)],
      continuous: null,
      n: 20 + Math.floor(random() * 300),
      importance: null,
      effort: null,
      before: null,
    };
  });
}

type Cloud = readonly [category: Category, better: number, worse: number];

const clouds: readonly Cloud[] = [
  ['M', 0.25, 0.75],
  ['O', 0.68, 0.68],
  ['A', 0.72, 0.25],
  ['I', 0.25, 0.25],
  ['R', 0.3, 0.2],
];

const words =
  'search delivery payment returns phone stock order tracking shipping discounts customers results reviews checkout size advice gift card repair service share mode'.split(
    ' ',
  );

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
