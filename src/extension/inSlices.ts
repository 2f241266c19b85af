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
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return undefined;
    start = performance.now();
  }
}
