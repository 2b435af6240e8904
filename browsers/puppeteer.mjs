/** Chromium, old and new, and Firefox, driven by Puppeteer. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

/**
 * Firefox with a new profile in a folder.
 *
 * @param {string} executablePath
 * @param {string} folder
 */
export async function startFirefox(executablePath, folder) {
  const downloads = folderForDownloads(folder);
  const extraPrefsFirefox = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    // Pages may ask before they are left, as for everybody.
    'dom.disable_beforeunload': false,
  };
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox, ...options(folder) });
  return await driven(browser, downloads);
}

/**
 * Chromium with a new profile in a folder.
 *
 * @param {Pick<typeof puppeteer, 'launch'>} driver one that knows this version
 * @param {string} executablePath
 * @param {string[]} args
 * @param {string} folder
 */
export async function startChromium(driver, executablePath, args, folder) {
  const downloads = folderForDownloads(folder);
  const browser = await driver.launch({ executablePath, args, ...options(folder) });
  const [page] = await browser.pages();
  const session = await page?.target().createCDPSession();
  await session?.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  return await driven(browser, downloads);
}

/** @param {string} folder */
function options(folder) {
  return {
    headless: true,
    userDataDir: join(folder, 'profile'),
    defaultViewport: { width: 1280, height: 900 },
    env: { ...process.env, HOME: folder },
  };
}

/** @param {string} folder */
function folderForDownloads(folder) {
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  return downloads;
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} downloads
 * @returns {Promise<import('./scenario.mjs').Browser>}
 */
async function driven(browser, downloads) {
  const [page = await browser.newPage()] = await browser.pages();
  page.on('dialog', (dialog) => void dialog.accept());
  return {
    downloads,
    async open(address) {
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    async click(selector) {
      await page.click(selector);
    },
    async type(selector, text) {
      await page.type(selector, text);
    },
    evaluate: (script) => page.evaluate(script),
    version: () => browser.version(),
    close: () => browser.close(),
  };
}
