/** Milliseconds that work may take before the extension host turns to others. */
const sliceLength = 15;

/**
 * Does work in slices between which the extension host is free. Of several jobs one has a slice in each turn of the event loop.
 *
 * @param isWanted Asked after every pause: work that nobody waits for any more is dropped, and gives `undefined`.
 */
export async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  // What others wait for comes first: what begins at once after a long reading would else be one long hold.
  if (waiting > 0 && !(await isWantedNextTurn(isWanted))) return undefined;
  for (let start = performance.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - start < sliceLength) continue;
    if (!(await isWantedNextTurn(isWanted))) return undefined;
    start = performance.now();
  }
}

let lastTurn: Promise<void> = Promise.resolve();
let waiting = 0;

/**
 * Waits for a turn of its own, and asks. Had each job its own timer, those that became due during a slice of another would follow it without
 * a pause.
 */
async function isWantedNextTurn(isWanted: () => boolean): Promise<boolean> {
  waiting++;
  lastTurn = lastTurn.then(() => new Promise((resolve) => setTimeout(resolve)));
  await lastTurn;
  waiting--;
  return isWanted();
}
