/**
 * Visits the built page in every engine and ends with the sum: `N passed, N failed`. Nothing is skipped: what
 * cannot be started has failed. `main.mjs NAME…` visits in the engines so named only.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { startNginx } from '../scripts/nginx.mjs';
import { ENGINES } from './engines.mjs';
import { visit } from './scenario.mjs';

/** The longest that one visit may take, in milliseconds. */
const LIMIT = 180_000;

const nginx = await startNginx('dist');

/** Every visit: an engine, and where the page is. */
const engines = Object.keys(ENGINES);
const visits = [nginx.folder, pathToFileURL('dist/policy-check.html').href].flatMap((address) =>
  engines.map((engine) => ({ engine, address })),
);
const wanted = process.argv.slice(2);

let [passed, failed] = [0, 0];
for (const { engine, address } of visits.filter(({ engine }) => wanted.length === 0 || wanted.includes(engine))) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const where = new URL(address).protocol;
  try {
    const version = await withLimit(visitIn(engine, address));
    passed += 1;
    console.log(`✓ ${engine} (${version}), ${where} ${seconds()}`);
  } catch (error) {
    failed += 1;
    console.log(`✘ ${engine}, ${where} ${seconds()}\n  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
await nginx.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** @type {(engine: string, address: string) => Promise<string>} */
async function visitIn(engine, address) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-check-browser-'));
  try {
    const browser = await ENGINES[engine]?.(folder);
    if (browser === undefined) {
      throw new Error(`no engine ${engine}`);
    }
    try {
      const version = await browser.version();
      await visit(browser, address);
      return version;
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @template T @param {Promise<T>} visit @returns {Promise<T>} */
function withLimit(visit) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`not done after ${LIMIT / 1000} s`)), LIMIT);
    visit.then(done, fail).finally(() => clearTimeout(timer));
  });
}
