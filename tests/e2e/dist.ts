/** The built page, and copies of it that are changed for a test. */

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder that the build writes. */
export const DIST = resolve('dist');

/** The address of the single file on this machine. */
export const SINGLE_FILE = pathToFileURL(join(DIST, 'policy-check.html')).href;

/** Works with a copy of the built page, which is removed afterwards. */
export async function withCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-check-dist-'));
  try {
    await cp(DIST, folder, { recursive: true });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Begins the assets of the pages for other sites. */
const OF_SITES = /^(?:builder|demo)-/;

/** Begins the asset that comes after the first result. */
const LATER = /^policy_check_rest-/;

/** The path in a copy of the page's asset with an ending: `.js`, `.css` or `.wasm`; of the latter that for the first result. */
export async function asset(folder: string, ending: string): Promise<string> {
  const own = (name: string): boolean => name.endsWith(ending) && !OF_SITES.test(name) && !LATER.test(name);
  const found = (await readdir(join(folder, 'assets'))).filter(own);
  const [name] = found;
  if (name === undefined || found.length > 1) {
    throw new Error(`assets/*${ending}: ${found.length}`);
  }
  return join(folder, 'assets', name);
}

/** Changes one byte of a file, as an attacker or a broken disk would. */
export async function tamper(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.length - 1;
  bytes[at] = bytes[at] === 0x20 ? 0x0a : 0x20;
  await writeFile(path, bytes);
}

/**
 * Makes a copy the next version, as a later build would: another script under another name, another
 * page and another list for the worker. Both HTML and script say `mark`.
 */
export async function nextVersion(folder: string, mark: string): Promise<void> {
  const html = join(folder, 'index.html');
  const worker = join(folder, 'service-worker.js');
  const script = await asset(folder, '.js');
  const changed = script.replace(/\.js$/, `-${mark}.js`);

  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const replacements: [string, string][] = [[name(script), name(changed)]];
  const replaceIn = async (path: string): Promise<void> => {
    let text = await readFile(path, 'utf8');
    for (const [was, is] of replacements) {
      if (!text.includes(was)) {
        throw new Error(`${path}: ${was}?`);
      }
      text = text.split(was).join(is);
    }
    await writeFile(path, text);
  };

  const [scriptWas, htmlWas] = [await integrity(script), await integrity(html)];
  await writeFile(script, `document.documentElement.dataset.script = '${mark}';\n${await readFile(script, 'utf8')}`);
  await rename(script, changed);
  replacements.push([scriptWas, await integrity(changed)]);
  await replaceIn(html);
  await writeFile(html, (await readFile(html, 'utf8')).replace('<html ', `<html data-page="${mark}" `));
  replacements.push([htmlWas, await integrity(html)]);
  await replaceIn(worker);
  const text = await readFile(worker, 'utf8');
  await writeFile(worker, text.replace(/"[0-9a-f]{16}"/, `"${mark}"`));
}

/** The hash by which a browser checks a file. */
export async function integrity(path: string): Promise<string> {
  return `sha384-${createHash('sha384').update(await readFile(path)).digest('base64')}`;
}
