/**
 * Has Lighthouse judge the built page, on a desktop and on a phone: `make lighthouse`.
 *
 * Fails where accessibility, best practices or SEO get less than 100, and names what was found.
 */

import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { preview } from 'vite';

import { CHROMIUM_ARGS, requireChromium } from '../scripts/chromium.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const FORMS = [
  { name: '桌面', config: desktopConfig },
  { name: '手机', config: undefined },
];

const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const address = server.resolvedUrls?.local[0];
if (address === undefined) {
  throw new Error('网页没有开始提供');
}
const chrome = await launch({ chromePath: requireChromium(), chromeFlags: [...CHROMIUM_ARGS, '--headless'] });
const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
try {
  for (const { name, config } of FORMS) {
    const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' };
    const page = await browser.newPage();
    // Once the page has sealed itself, Lighthouse could not ask for robots.txt through it.
    await page.setBypassCSP(true);
    const result = await lighthouse(address, options, config, page);
    await page.close();
    if (result === undefined) {
      throw new Error('Lighthouse 没有给出结果');
    }
    report(name, result.lhr);
  }
} finally {
  await browser.disconnect();
  chrome.kill();
  await server.close();
}

/** Prints the scores and what cost points. */
function report(name, { categories, audits }) {
  for (const category of CATEGORIES) {
    const { score, auditRefs } = categories[category];
    const points = Math.round((score ?? 0) * 100);
    console.log(`${name}\t${category}\t${points}`);
    if (points < 100) {
      process.exitCode = 1;
      const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1);
      lost.forEach(({ id }) => console.log(`  ${id}: ${audits[id].title} ${JSON.stringify(audits[id].details?.items ?? []).slice(0, 600)}`));
    }
  }
}
