/** @typedef {{ send: (method: string, params?: object) => Promise<any>, close: () => void }} Inspector */

/**
 * Connects to the inspector of a Node process on 127.0.0.1, waiting for it to come up.
 *
 * @param {number} port
 * @returns {Promise<Inspector>}
 * @throws {Error} When nothing answers within half a minute.
 */
export async function connectInspector(port) {
  const socket = new WebSocket(await inspectorAddress(port));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('The inspector closed the connection.')), { once: true });
  });
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data));
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let last = 0;
  return {
    close: () => socket.close(),
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}

/**
 * @param {number} port
 * @returns {Promise<string>}
 */
async function inspectorAddress(port) {
  for (let attempt = 0; attempt < 60; attempt++) {
    try {
      const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
      return targets[0].webSocketDebuggerUrl;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  throw new Error(`No extension host answers on port ${port}.`);
}
