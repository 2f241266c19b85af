/** Milliseconds of work before the extension host gets a pause. */
const sliceLength = 15;

/**
 * Does work in slices, with pauses for the extension host in between. Of several jobs, one has a slice in each turn of the event loop.
 *
 * @param isWanted Asked after every pause. When it says no, the work is dropped and the result is `undefined`.
 */
export async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  // Jobs that already wait come first: work that started right after a long slice would make it longer.
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
 * Waits for a turn of its own, then asks. With a timer for each job, those that became due during the slice of another would follow it without
 * a pause.
 */
async function isWantedNextTurn(isWanted: () => boolean): Promise<boolean> {
  waiting++;
  lastTurn = lastTurn.then(() => new Promise((resolve) => setTimeout(resolve)));
  await lastTurn;
  waiting--;
  return isWanted();
}
