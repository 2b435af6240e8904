/** The engines, each real, and how each is started. */

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

import puppeteer from 'puppeteer-core';
// @ts-expect-error it has no types of its own
import puppeteerOfChromium80 from 'puppeteer-core-2';

import { CHROMIUM_ARGS, requireChromium } from '../scripts/chromium.mjs';
import { startChromium, startFirefox } from './puppeteer.mjs';
import { startWebKit } from './webdriver.mjs';

/** Where the old Chromium is kept, unpacked. */
const OLD_CHROMIUM = fileURLToPath(new URL('../target/browsers/chromium-80', import.meta.url));

/** What it needs where there is no screen, and no sandbox for root. */
const OLD_CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote'];

/** @type {Record<string, (folder: string) => Promise<import('./scenario.mjs').Browser>>} */
export const ENGINES = {
  Chromium: (folder) => startChromium(puppeteer, requireChromium(), CHROMIUM_ARGS, folder),
  'Firefox ESR': (folder) => startFirefox('/usr/bin/firefox-esr', folder),
  WebKitGTK: startWebKit,
  'Chromium 80': (folder) => startChromium(puppeteerOfChromium80, oldChromium(), OLD_CHROMIUM_ARGS, folder),
};

/** The Chromium of npm's chrome-aws-lambda, unpacked once. */
function oldChromium() {
  if (!existsSync(OLD_CHROMIUM)) {
    mkdirSync(dirname(OLD_CHROMIUM), { recursive: true });
    const packed = fileURLToPath(new URL('node_modules/chrome-aws-lambda/bin/chromium.br', import.meta.url));
    writeFileSync(`${OLD_CHROMIUM}.part`, brotliDecompressSync(readFileSync(packed)));
    chmodSync(`${OLD_CHROMIUM}.part`, 0o755);
    renameSync(`${OLD_CHROMIUM}.part`, OLD_CHROMIUM);
  }
  return OLD_CHROMIUM;
}
