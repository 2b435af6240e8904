/** Serves a page and the scripts and wasm of a folder to a browser on this machine. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Serves the page and the files of a folder on a free port.
 *
 * @param {string} folder
 * @param {string} page
 */
export async function serve(folder, page) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html').end(page);
      return;
    }
    readFile(join(folder, path)).then(
      (bytes) => response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') {
    throw new Error('无法在本机打开端口');
  }
  return { address: `http://127.0.0.1:${bound.port}/`, close: () => server.close() };
}
