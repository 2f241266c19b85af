/** Milliseconds of work between which the page can draw and take input. */
const sliceLength = 12;

/**
 * Does work in slices between which the page is free.
 *
 * @param isWanted Asked after every pause; once it says no, the work is dropped and gives `undefined`.
 */
export async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  for (let start = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < sliceLength) continue;
    await nextTurn();
    if (!isWanted()) return undefined;
    start = performance.now();
  }
}

/** Browsers hold up timers that follow each other for 4 ms; messages they do not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
