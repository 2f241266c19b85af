/**
 * Prints one line for a step that takes a while, then how long it took. On standard error, so that results can be piped.
 *
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(step, work) {
  const start = Date.now();
  process.stderr.write(`… ${step}\n`);
  const result = await work();
  process.stderr.write(`✓ ${step} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
  return result;
}
