/**
 * Lists what is in `dist` with sizes and SHA-256, in a file that `sha256sum -c` reads, and prints the sums.
 *
 * The list depends on the files alone: the same build gives the same list.
 */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = 'dist';
const LIST = 'SHA256SUMS.txt';
const SINGLE_FILE = 'policy-check.html';
/** The same files again, for servers that send them compressed. */
const COMPRESSED = /\.(?:br|gz)$/;

const files = filesOf('')
  .filter((path) => path !== LIST)
  .sort()
  .map((path) => {
    const bytes = readFileSync(join(DIST, path));
    return { path, size: bytes.length, hash: sha256(bytes) };
  });
const single = files.find(({ path }) => path === SINGLE_FILE);
const folder = files.filter(({ path }) => path !== SINGLE_FILE && !COMPRESSED.test(path));
if (single === undefined || folder.length === 0) {
  throw new Error(`dist 不完整：${files.map(({ path }) => path).join('、')}`);
}

const folderSize = folder.reduce((sum, { size }) => sum + size, 0);
const summary = [
  `文件夹形式  ${folder.length} 个文件，${grouped(folderSize)} 字节，各行合计的 SHA-256 ${sha256(lines(folder))}`,
  `单文件形式  ${SINGLE_FILE}，${grouped(single.size)} 字节，SHA-256 ${single.hash}`,
];
const sizes = files.map(({ path, size }) => `# ${grouped(size).padStart(12)}  ${path}\n`);
const head = ['惠企政策自测。核对：sha256sum -c SHA256SUMS.txt', ...summary, '各文件的字节数：'];
writeFileSync(join(DIST, LIST), head.map((line) => `# ${line}\n`).join('') + sizes.join('') + lines(files));
console.log([...summary, `各文件见 ${DIST}/${LIST}`].join('\n'));

/**
 * The files under a folder of `dist`, by their paths in it.
 *
 * @param {string} under
 * @returns {string[]}
 */
function filesOf(under) {
  const entries = readdirSync(join(DIST, under), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

/** @param {{ path: string, hash: string }[]} listed */
function lines(listed) {
  return listed.map(({ path, hash }) => `${hash}  ${path}\n`).join('');
}

/** @param {Uint8Array | string} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @param {number} size */
function grouped(size) {
  return String(size).replace(/\B(?=(\d{3})+$)/g, ',');
}
