import { createServer } from 'node:net';

/** @returns {Promise<number>} A port of 127.0.0.1 that nothing listens on just now. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port on 127.0.0.1.')),
      );
    });
  });
}
