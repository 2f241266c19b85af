/** Milliseconds that work may take before the extension host turns to others. */
const sliceLength = 15;

/**
 * Does work in slices between which the extension host is free.
 *
 * @param isWanted Asked after every pause: work that nobody waits for any more is dropped, and gives `undefined`.
 */
export async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  for (let start = performance.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - start < sliceLength) continue;
    await nextTurn();
    if (!isWanted()) return undefined;
    start = performance.now();
  }
}

let lastTurn: Promise<void> = Promise.resolve();

/** Jobs take turns. Had each its own timer, those that became due during a slice of another would follow it without a pause. */
function nextTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => new Promise((resolve) => setTimeout(resolve)));
  return lastTurn;
}
