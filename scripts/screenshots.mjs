/** Takes the pictures of the README from the built page: `node scripts/screenshots.mjs`. */

import { chromium } from '@playwright/test';
import { preview } from 'vite';

import { CHROMIUM_ARGS, requireChromium } from './chromium.mjs';

/** A day on which the pictures can be compared with older ones. */
const TODAY = new Date('2026-11-21T10:00:00+08:00');

/** Each picture: where it goes, how wide, and what it shows. */
const PICTURES = [
  { file: 'docs/screenshot.png', width: 1280, height: 1000, program: 'general-aviation-hours' },
  { file: 'docs/screenshot-phone.png', width: 360, height: 760, program: undefined },
];

const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const address = server.resolvedUrls?.local[0];
if (address === undefined) {
  throw new Error('网页没有开始提供');
}
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
try {
  for (const { file, width, height, program } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
    await page.clock.setFixedTime(TODAY);
    await page.goto(address);
    await fillIn(page);
    if (program !== undefined) {
      const summary = page.locator(`#program-${program} summary`);
      await summary.click();
      await summary.blur();
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

/**
 * An operator with its main base in 长沙 and three kinds of aircraft, to which nothing else is paid.
 *
 * @param {import('@playwright/test').Page} page
 */
async function fillIn(page) {
  await page.fill('#q-company-region', '岳麓区');
  await page.check('#q-aviation-business input[value=general_aviation]');
  await page.check('#q-manufacturing-projects input[value=none]');
  await page.check('#q-honours input[value=none]');
  await page.check('#q-company-industry input[value=other]');
  await page.check('#q-hunan-innovation input[value=none]');
  await page.check('#q-rd-key-field input[value=other]');
  await page.fill('#q-rd-super-deduction-2025', '0');
  await page.fill('#q-operator-main-base', '长沙');
  const fleet = [
    { mass: '0.8', hours: '200' },
    { mass: '1.5', hours: '150' },
    { mass: '5', hours: '100' },
  ];
  for (const [index, { mass, hours }] of fleet.entries()) {
    await page.click('#q-fleet-add');
    const row = page.locator('#q-fleet .pc-row').nth(index);
    await row.getByLabel('最大起飞重量').fill(mass);
    await row.getByLabel('年飞行小时').fill(hours);
  }
}
