import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import type { PlacedPoint } from '../../matrix/placePoints.ts';

/** 150 ms that show where a symbol went, after the layout was drawn; nothing for those who want no motion. */
export function showMotion(before: MatrixLayout, after: MatrixLayout, picture: Element): void {
  if (document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  if (after.points.length > mostMoving || before.width !== after.width || before.height !== after.height) return;
  // Who zooms or moves the picture sees where everything goes.
  if (before.zoom.scale !== after.zoom.scale || before.zoom.x !== after.zoom.x || before.zoom.y !== after.zoom.y) return;
  const places = new Map(before.points.map((placed) => [placed.point.key, placed]));
  for (const placed of after.points) {
    const former = places.get(placed.point.key);
    if (former && isElsewhere(former, placed)) move(picture, former, placed);
  }
}

/** Among more symbols a reader cannot follow one. */
const mostMoving = 200;

function isElsewhere(a: PlacedPoint, b: PlacedPoint): boolean {
  return a.center.x !== b.center.x || a.center.y !== b.center.y;
}

function move(picture: Element, { center: from }: PlacedPoint, { point, center: to }: PlacedPoint): void {
  const symbol = picture.querySelector(`.point[data-key="${CSS.escape(point.key)}"]`);
  symbol?.animate([{ transform: `translate(${from.x}px, ${from.y}px)` }, { transform: `translate(${to.x}px, ${to.y}px)` }], {
    duration: 150,
    easing: 'ease-out',
  });
}
