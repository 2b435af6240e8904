/**
 * What a visitor does from the first answer to the export, written once for every engine.
 *
 * @typedef {object} Browser how an engine is driven: `puppeteer.mjs`, `webdriver.mjs`
 * @property {string} downloads the folder that it saves files to
 * @property {(address: string) => Promise<void>} open
 * @property {() => Promise<void>} reload answers yes to whatever the page asks on being left
 * @property {(selector: string) => Promise<void>} click
 * @property {(selector: string, text: string) => Promise<void>} type by the keyboard
 * @property {(script: string) => Promise<unknown>} evaluate the value of an expression in the page
 * @property {() => Promise<string>} version
 * @property {() => Promise<void>} close
 */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How long the page may take for one step, in milliseconds: a slow machine with several browsers. */
const PATIENCE = 30_000;

const HOURS = '#program-general-aviation-hours';
const AMOUNT = `${HOURS} > summary .pc-program__amount`;

/** 0.8 t fly for 500 元 an hour (湘政办发〔2024〕20号, 一、第一款): 200 hours make this. */
const EXPECTED = '100,000 元';

/**
 * Does it all at an address, and fails with what was seen instead.
 *
 * @param {Browser} browser
 * @param {string} address
 */
export async function visit(browser, address) {
  const see = (/** @type {string} */ what, /** @type {string} */ script, /** @type {unknown} */ expected) =>
    eventually(what, () => browser.evaluate(script), expected);

  await browser.open(address);
  await see('the app starts', count('.pc-app'), 1);
  await see('nothing of the catalogue is left', count('#loading, #catalogue'), 0);

  await browser.type('#q-company-region', '长沙市');
  await browser.click('#q-aviation-business input[value="general_aviation"]');
  await see('the base is asked for', count('#q-operator-main-base'), 1);
  await browser.type('#q-operator-main-base', '长沙');
  await browser.click('#q-fleet-add');
  await see('a row stands there', count('#q-fleet .pc-row'), 1);
  await browser.type(cell('max-takeoff-mass'), '0.8');
  await browser.type(cell('hours'), '200');
  await see('the subsidy is exact', textOf(AMOUNT), EXPECTED);
  await see('the place was understood', valueOf('#q-company-region'), '长沙市');

  await browser.click(`${HOURS} > summary`);
  await see('the clause can be read', `${textOf(HOURS)}.indexOf('湘政办发〔2024〕20号') > 0`, true);

  const before = new Set(files(browser));
  await browser.click('#export-json');
  await eventually('one file is saved', async () => saved(browser, before).length, 1);
  const [file = ''] = saved(browser, before);
  const { report } = JSON.parse(readFileSync(join(browser.downloads, file), 'utf8'));
  const program = report.programs.find((/** @type {{ id: string }} */ { id }) => id === 'general-aviation-hours');
  same('the amount in the file', [program.low, program.high].map(String), ['100000', '100000']);

  await browser.click('#open-sheet');
  await see('the sheet opens', textOf('.pc-sheet h1'), '惠企政策自测结果单');
  await see('the sheet has the amount', `${textOf('.pc-sheet')}.indexOf('100,000') > 0`, true);

  await browser.reload();
  await see('the app starts again', count('.pc-app'), 1);
  await see('no answer is left', `${valueOf('#q-company-region')} + ${count('.pc-row')}`, '0');
  await see('nothing is kept', 'localStorage.length + sessionStorage.length', 0);
}

const cell = (/** @type {string} */ column) => `#q-fleet .pc-row input[id$="-${column}"]`;

// Expressions for the page, in the syntax of Chromium 80.
const found = (/** @type {string} */ selector) => `(document.querySelector(${JSON.stringify(selector)}) || {})`;
const textOf = (/** @type {string} */ selector) => `(${found(selector)}.textContent || '').trim()`;
const valueOf = (/** @type {string} */ selector) => `${found(selector)}.value`;
const count = (/** @type {string} */ selector) => `document.querySelectorAll(${JSON.stringify(selector)}).length`;

/** Waits until a value is the one expected. @type {(what: string, look: () => Promise<unknown>, expected: unknown) => Promise<void>} */
export async function eventually(what, look, expected) {
  const late = Date.now() + PATIENCE;
  for (;;) {
    // While a page is being replaced there is none to look at.
    const value = await look().catch((/** @type {unknown} */ error) => error);
    if (value === expected) {
      return;
    }
    if (Date.now() > late) {
      throw new Error(`${what}: ${String(value)}, not ${String(expected)}`);
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** @type {(what: string, value: unknown, expected: unknown) => void} */
function same(what, value, expected) {
  if (JSON.stringify(value) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`);
  }
}

/** @param {Browser} browser */
function files({ downloads }) {
  return existsSync(downloads) ? readdirSync(downloads) : [];
}

/** The JSON files that are new and complete. @type {(browser: Browser, before: Set<string>) => string[]} */
function saved(browser, before) {
  return files(browser).filter((name) => !before.has(name) && name.endsWith('.json'));
}
