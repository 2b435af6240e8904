/**
 * Measures the engine's work in Chromium, as `xtask work` compiled it: `work.mjs FOLDER`.
 *
 * Prints a line for each piece of work: its name and the median of its time in µs, parted by a tab; last
 * what it takes to compile, instantiate, read the catalogue and have the first result.
 */

import { chromium } from '@playwright/test';

import { CHROMIUM_ARGS, requireChromium } from './chromium.mjs';
import { serve } from './serve-wasm.mjs';

/** How often each is measured. */
const ROUNDS = 15;

/** How long one measurement takes at least, in milliseconds: the page's clock is coarse. */
const LEAST = 50;

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('用法：work.mjs 文件夹');
}

const server = await serve(folder, '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">');
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  await page.goto(server.address);
  for (const [name, times] of await page.evaluate(measure, { rounds: ROUNDS, least: LEAST })) {
    console.log(`${name}\t${median(times).toFixed(1)}`);
  }
  const starts = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(server.address);
    starts.push(await page.evaluate(start));
  }
  console.log(`instantiated, catalogue read, first result\t${median(starts).toFixed(1)}`);
} finally {
  await browser.close();
  server.close();
}

/**
 * Runs in the page: each piece of work by its name, with its times in µs.
 *
 * @param {{ rounds: number, least: number }} how
 * @returns {Promise<[string, number[]][]>}
 */
async function measure({ rounds, least }) {
  const path = './work.js';
  const work = await import(new URL(path, location.href).href);
  await work.default({ module_or_path: './work_bg.wasm' });
  return work.names().map((/** @type {string} */ name) => {
    const ready = work.ready(name);
    let times = 1;
    const took = () => {
      const began = performance.now();
      ready.run(times);
      return performance.now() - began;
    };
    // Until the browser has compiled it well, and the clock tells.
    while (took() < least) {
      times *= 2;
    }
    return [name, Array.from({ length: rounds }, () => (took() * 1000) / times)];
  });
}

/** Runs in the page: from the wasm's bytes to a first result, in µs. */
async function start() {
  const path = './work.js';
  const work = await import(new URL(path, location.href).href);
  const bytes = await (await fetch('./work_bg.wasm')).arrayBuffer();
  const began = performance.now();
  await work.default({ module_or_path: bytes });
  work.ready('catalogue-nothing-answered').run(1);
  return (performance.now() - began) * 1000;
}

/**
 * @param {number[]} numbers
 * @returns {number}
 */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
