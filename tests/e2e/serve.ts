/** A small static server on a port of its own: for sub-folders, headers, changed copies and other origins. */

import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { extname, join } from 'node:path';

/** How a folder is served. */
export interface ServeOptions {
  /** The folder's path on the server, which begins and ends with a slash: `/tools/policy-check/`. */
  path?: string;
  /** Headers of every answer, or of the answer to a path. */
  headers?: Record<string, string> | ((path: string) => Record<string, string>);
  /** The port; without it one on which nothing listens. */
  port?: number;
}

/** A folder that is served. */
export interface Served {
  /** The address of the folder, with the slash at its end. */
  readonly address: string;
  readonly port: number;
  /** The path and query of every request so far, in order. */
  readonly requests: string[];
  /** What is served: another folder takes its place at once. */
  folder: string;
  /** Ends the server and every connection to it; a second time does nothing. */
  stop(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Serves a folder on 127.0.0.1, `index.html` for each folder in it. */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const base = options.path ?? '/';
  const headersOf = (path: string): Record<string, string> =>
    typeof options.headers === 'function' ? options.headers(path) : (options.headers ?? {});
  const requests: string[] = [];

  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const path = pathOf(request.url);
    const headers = path === null ? {} : headersOf(path);
    const file = path?.startsWith(base) ? path.slice(base.length) : null;
    if (file === null || path === null) {
      response.writeHead(404, headers).end();
      return;
    }
    const name = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    readFile(join(served.folder, name)).then(
      (bytes) => {
        const type = TYPES[extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length, ...headers });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      },
      () => response.writeHead(404, headers).end(),
    );
  });
  const port = await listen(server, options.port ?? 0);
  const served: Served = {
    address: `http://127.0.0.1:${port}${base}`,
    port,
    requests,
    folder,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return served;
}

/** The path of a request, which the URL parser has freed of `..`; null for one that is not written well. */
function pathOf(url: string | undefined): string | null {
  try {
    return decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
  } catch {
    return null;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') {
        reject(new Error('no port'));
      } else {
        resolve(bound.port);
      }
    });
  });
}
