/** @typedef {() => unknown} CleanUp */

/** @type {Set<CleanUp>} */
const pending = new Set();
let listening = false;

/**
 * Registers work that must happen before this process ends, also when it is told to stop (Ctrl-C, SIGTERM).
 *
 * @param {CleanUp} cleanUp
 * @returns {() => Promise<void>} Does that work now, once.
 */
export function onEnd(cleanUp) {
  listenForSignals();
  pending.add(cleanUp);
  return async () => {
    if (pending.delete(cleanUp)) await cleanUp();
  };
}

function listenForSignals() {
  if (listening) return;
  listening = true;
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.once(signal, async () => {
      await Promise.allSettled([...pending].reverse().map((cleanUp) => cleanUp()));
      process.exit(128 + number);
    });
  }
}
