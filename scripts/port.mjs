/** Finds a port for a server of the tests. */

import { createServer } from 'node:net';

/**
 * A port on which nothing listens.
 *
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      const found = bound !== null && typeof bound !== 'string' ? bound.port : 0;
      server.close(() => resolve(found));
    });
  });
}
