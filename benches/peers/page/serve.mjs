// A server as hosting/nginx has it: what is compressed is sent so, and named files are kept for good.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** Serves a folder at an address of its own. */
export function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname
    const file = new URL(`.${path === '/' ? '/index.html' : path}`, folder)
    const type = TYPES[extname(file.pathname)]
    if (type === undefined || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const compressed = existsSync(new URL(`${file}.br`))
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    response.writeHead(200, {
      'Content-Type': type,
      'Cache-Control': cache,
      ...(compressed ? { 'Content-Encoding': 'br' } : {}),
    })
    response.end(await readFile(compressed ? new URL(`${file}.br`) : file))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() })
    })
  })
}
