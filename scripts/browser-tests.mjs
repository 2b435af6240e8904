/**
 * Runs the wasm tests which `xtask browser-tests` compiled: `browser-tests.mjs FOLDER`.
 *
 * Each test has a page of its own, so that the trap in which a panic ends spoils no other test.
 * The last line is `wasm tests: N passed, N failed`.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { CHROMIUM_ARGS, requireChromium } from './chromium.mjs';
import { serve } from './serve-wasm.mjs';

/** How long a test may take, in milliseconds. */
const TIMEOUT = 30_000;

/** The exports that `#[wasm_bindgen_test]` makes: `__wbgt_` and marks, `_`, then the test's path. */
const TEST_EXPORT = /^__wbgt_(?<marks>[^_]*)_.*?::(?<name>.*)$/;

/** The page in which a test runs. Its output goes to the element that wasm-bindgen-test looks for. */
const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><pre id="output" hidden></pre><pre id="console_output" hidden></pre>';

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('用法：browser-tests.mjs 文件夹');
}

const server = await serve(folder, PAGE);
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
try {
  const tests = await findTests(folder);
  let failed = 0;
  for (const test of tests) {
    const { passed, output } = await run(test.exported);
    console.log(`${passed ? '通过' : '失败'}  ${test.name}`);
    if (!passed) {
      failed += 1;
      console.log(output);
    }
  }
  console.log(`wasm tests: ${tests.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || tests.length === 0 ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}

/**
 * The tests in the compiled wasm, without those marked `#[ignore]`.
 *
 * @param {string} folder
 */
async function findTests(folder) {
  const module = await WebAssembly.compile(await readFile(join(folder, 'tests_bg.wasm')));
  return WebAssembly.Module.exports(module).flatMap((entry) => {
    const groups = TEST_EXPORT.exec(entry.name)?.groups;
    if (groups === undefined || groups.marks?.includes('$')) {
      return [];
    }
    return [{ exported: entry.name, name: groups.name ?? entry.name }];
  });
}

/**
 * Runs one test in a new page.
 *
 * @param {string} exported
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
async function run(exported) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {string[]} */
  const messages = [];
  page.on('console', (message) => messages.push(message.text()));
  let uncaught = 0;
  page.on('pageerror', (error) => {
    uncaught += 1;
    messages.push(String(error));
  });
  try {
    await page.goto(server.address);
    const { passed, output } = await withTimeout(page.evaluate(runInPage, exported));
    // What an event handler throws does not reach the test, and is a failure all the same.
    return { passed: passed && uncaught === 0, output: [output, ...messages].join('\n') };
  } catch (error) {
    return { passed: false, output: [String(error), ...messages].join('\n') };
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page: what `wasm-bindgen-test-runner` has its page do, for one test.
 *
 * @param {string} exported
 */
async function runInPage(exported) {
  const scope = /** @type {any} */ (window);
  scope.__wbg_test_invoke = (/** @type {() => void} */ call) => call();
  // Not a literal, so that the type check does not look for a file which is built.
  const path = './tests.js';
  const tests = await import(new URL(path, location.href).href);
  const wasm = await tests.default({ module_or_path: './tests_bg.wasm' });
  const context = new tests.WasmBindgenTestContext(false);
  for (const method of ['debug', 'log', 'info', 'warn', 'error']) {
    scope[`on_console_${method}`] = tests[`__wbgtest_console_${method}`];
  }
  context.include_ignored(false);
  context.filtered_count(0);
  const passed = await context.run([wasm[exported]]);
  return { passed: passed === true, output: document.getElementById('output')?.textContent ?? '' };
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
async function withTimeout(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`超过 ${TIMEOUT / 1000} 秒没有结束`)), TIMEOUT);
  });
  try {
    return /** @type {T} */ (await Promise.race([work, timeout]));
  } finally {
    clearTimeout(timer);
  }
}
