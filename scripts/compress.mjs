/** Writes `.br` and `.gz` beside the files of a folder, for servers that send them as they are: `compress.mjs dist`. */

import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What gets smaller. */
const KINDS = new Set(['.html', '.css', '.js', '.mjs', '.json', '.map', '.webmanifest', '.wasm', '.svg', '.txt', '.ts']);

/** The byte of a gzip header that names the system, and its value for none. */
const [GZIP_SYSTEM, NO_SYSTEM] = [9, 255];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error('compress.mjs FOLDER');
}

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && KINDS.has(extname(path))) {
    const bytes = readFileSync(path);
    keep(path, '.br', bytes, brotli(bytes));
    keep(path, '.gz', bytes, gzip(bytes));
  }
}

/**
 * Writes what is smaller, and removes what is left of an earlier build.
 *
 * @param {string} path
 * @param {string} ending
 * @param {Buffer} bytes
 * @param {Buffer} compressed
 */
function keep(path, ending, bytes, compressed) {
  if (compressed.length < bytes.length) {
    writeFileSync(path + ending, compressed);
  } else {
    rmSync(path + ending, { force: true });
  }
}

/** @param {Buffer} bytes */
function brotli(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

/**
 * The same bytes on every system.
 *
 * @param {Buffer} bytes
 */
function gzip(bytes) {
  const compressed = gzipSync(bytes, { level: 9 });
  compressed[GZIP_SYSTEM] = NO_SYSTEM;
  return compressed;
}
