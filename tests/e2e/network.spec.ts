/** A whole session asks nobody but its own server, and after the page has loaded nobody at all. */

import { type Page, expect, test } from '@playwright/test';

import { DIST, SINGLE_FILE } from './dist.ts';
import { type Contact, contactsDuring } from './netlog.ts';
import { PolicyPage, fixDate } from './page.ts';
import { serve } from './serve.ts';
import { wholeSession } from './session.ts';

test.slow();

/** A form of the page: how it is opened and when it has loaded. */
interface Form {
  /** Opens the page and waits until it has all that it loads. */
  open(page: Page, server: string, site: string): Promise<PolicyPage>;
  /** The folder of the site around it, which is served from a port of its own. */
  site?: string;
  /** How many contacts with its own server it needs at least. */
  least: number;
}

/** Every form that is built. */
const FORMS: Record<string, Form> = {
  'the folder on a server': {
    open: async (page, server) => {
      const app = new PolicyPage(page);
      await app.open(server);
      // The page is kept for use without network, too.
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      return app;
    },
    // The page, its script, its style, its wasm, the worker and the list that it keeps.
    least: 9,
  },
  'the single file from disk': {
    open: async (page) => {
      const app = new PolicyPage(page);
      await app.open(SINGLE_FILE);
      return app;
    },
    least: 0,
  },
  'the element on another site': {
    open: async (page, server, site) => {
      await page.goto(`${site}?tool=${encodeURIComponent(server)}`);
      const handle = await page.locator('policy-check iframe').elementHandle();
      const app = new PolicyPage(page, (await handle?.contentFrame()) ?? page.mainFrame());
      await expect(app.frame.locator('.pc-app')).toBeVisible();
      await app.frame.evaluate(async () => void (await navigator.serviceWorker.ready));
      return app;
    },
    site: 'tests/e2e/site',
    least: 9,
  },
};

/** Contacts with anything but a server. */
function elsewhere(contacts: Contact[], server: string): Contact[] {
  const { host, hostname } = new URL(server);
  const own = (to: string): boolean => to.startsWith(server) || to === host || to === hostname || to === `http://${host}`;
  return contacts.filter(({ to }) => !own(to));
}

for (const [name, form] of Object.entries(FORMS)) {
  test(`a whole session of ${name} asks nobody else, and nobody after loading`, async () => {
    const served = await serve(DIST, { path: '/tools/policy-check/' });
    const site = await serve(form.site ?? DIST);
    let loaded = 0;
    const contacts = await contactsDuring(async (browser) => {
      const page = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
      await fixDate(page);
      const app = await form.open(page, served.address, site.address);
      loaded = Date.now();
      await wholeSession(app);
    });
    await served.stop();
    await site.stop();
    const strangers = elsewhere(contacts, served.address);
    expect(form.site === undefined ? strangers : elsewhere(strangers, site.address)).toEqual([]);
    const own = contacts.filter(({ to }) => to.startsWith(served.address));
    expect(own.length).toBeGreaterThanOrEqual(form.least);
    expect(contacts.filter(({ at }) => at > loaded)).toEqual([]);
  });
}

test('a request to another port is found', async () => {
  const served = await serve(DIST);
  const other = await serve(DIST);
  let asked = 0;
  const contacts = await contactsDuring(async (browser) => {
    const page = await browser.newPage();
    await page.goto(`${served.address}SHA256SUMS.txt`);
    asked = Date.now();
    await page.evaluate(async (address) => void (await fetch(address, { mode: 'no-cors' })), `${other.address}beacon`);
  });
  await served.stop();
  await other.stop();
  const found = elsewhere(contacts, served.address);
  expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['URL_REQUEST_START_JOB', 'TCP_CONNECT_ATTEMPT']));
  expect(found.every(({ to }) => to.includes(String(other.port)))).toBe(true);
  expect(found.every(({ at }) => at >= asked - 1)).toBe(true);
});
