/** The seal: after the page has loaded nothing more is loaded, sent or run, and the page works on. */

import { type Page, test as plain } from '@playwright/test';

import { DIST, SINGLE_FILE } from './dist.ts';
import { PolicyPage, SEAL, expect, fixDate, test as base } from './page.ts';
import { type Served, serve } from './serve.ts';
import { wholeSession } from './session.ts';

/** What the browser says that it refused: `connect-src https://…`. */
interface Fixtures {
  violations: () => Promise<string[]>;
}

const fixtures = {
  violations: async ({ page }: { page: Page }, use: (violations: () => Promise<string[]>) => Promise<void>) => {
    await page.addInitScript(() => {
      const seen: string[] = ((window as unknown as { violations: string[] }).violations = []);
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => seen.push(`${effectiveDirective} ${blockedURI}`));
    });
    await use(() => page.evaluate(() => (window as unknown as { violations: string[] }).violations));
  },
};

/** Unwatched: Playwright reports requests that are refused as well. A server of ours tells what got through. */
const unwatched = plain.extend<Fixtures>(fixtures);
const test = base.extend<Fixtures>(fixtures);

/** What runs although it should not says so here. */
interface Scope {
  ran?: boolean;
}

/** Ways to load, send or run something: what the browser says when it refuses, and the way. */
const ATTEMPTS: [name: string, directive: string, attempt: (address: string) => void][] = [
  ['fetch', 'connect-src', (address) => void fetch(address).catch(() => undefined)],
  [
    'xhr',
    'connect-src',
    (address) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.send();
    },
  ],
  ['beacon', 'connect-src', (address) => void navigator.sendBeacon(address, 'x')],
  ['events', 'connect-src', (address) => void new EventSource(address)],
  ['socket', 'connect-src', (address) => void new WebSocket(address.replace('http', 'ws'))],
  [
    'ping',
    'connect-src',
    (address) => {
      const link = document.createElement('a');
      link.href = '#';
      link.ping = address;
      document.body.append(link);
      link.click();
    },
  ],
  [
    'image',
    'img-src',
    (address) => {
      new Image().src = address;
    },
  ],
  [
    'background',
    'img-src',
    (address) => {
      document.body.style.backgroundImage = `url(${address})`;
    },
  ],
  ['font', 'font-src', (address) => void new FontFace('x', `url(${address})`).load().catch(() => undefined)],
  [
    'media',
    'media-src',
    (address) => {
      const audio = document.createElement('audio');
      audio.src = address;
      audio.load();
    },
  ],
  [
    'frame',
    'frame-src',
    (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    },
  ],
  [
    'object',
    'object-src',
    (address) => {
      const object = document.createElement('object');
      object.data = address;
      document.body.append(object);
    },
  ],
  [
    'style',
    'style-src-elem',
    (address) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = address;
      document.head.append(link);
    },
  ],
  [
    'script',
    'script-src-elem',
    (address) => {
      const script = document.createElement('script');
      script.src = address;
      document.head.append(script);
    },
  ],
  [
    'inline',
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
    },
  ],
  [
    'handler',
    'script-src-attr',
    () => {
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ran = true');
      image.src = 'data:,';
      document.body.append(image);
    },
  ],
  ['eval', 'script-src', () => void window.setTimeout(() => (0, eval)('window.ran = true'))],
  ['timer', 'script-src', () => void window.setTimeout('window.ran = true')],
  [
    'blob worker',
    'worker-src',
    () => {
      new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = () => {
        (window as Scope).ran = true;
      };
    },
  ],
  ['worker', 'worker-src', (address) => void new Worker(address)],
  ['service worker', 'worker-src', (address) => void navigator.serviceWorker.register(address).catch(() => undefined)],
  // Last, since it leaves the page where it is not refused.
  [
    'form',
    'form-action',
    (address) => {
      const form = document.createElement('form');
      form.action = address;
      document.body.append(form);
      form.submit();
    },
  ],
];

/** Tries something in the page; what it throws there is not looked at. */
async function attempt(page: Page, way: (address: string) => void, address: string): Promise<void> {
  await page.evaluate(way, address).catch(() => undefined);
}

test.slow();
unwatched.slow();

/** The address that an attempt asks for. */
function asked(name: string, home: string): string {
  return new URL(`/attempt-${name.replace(' ', '-')}`, home).href;
}

/** Another server than that of the page, which lets every page read. */
async function withOther(work: (other: Served) => Promise<void>): Promise<void> {
  const other = await serve(DIST, { headers: { 'Access-Control-Allow-Origin': '*' } });
  await work(other);
  await other.stop();
}

/** Expects that each attempt is refused in a page that has loaded, and that nothing reaches a server. */
async function expectRefused(page: Page, violations: () => Promise<string[]>, other: Served, without: string[] = []): Promise<void> {
  await expect(page.locator('#totals')).toBeVisible();
  await expect(page.locator(SEAL), 'the seal').toBeAttached();
  expect(await violations()).toEqual([]);
  for (const [name, directive, way] of ATTEMPTS.filter(([name]) => !without.includes(name))) {
    const seen = (await violations()).length;
    // Workers of another origin are refused anyway; so those are asked of the page's own.
    await attempt(page, way, asked(name, name.includes('worker') ? page.url() : other.address));
    const refused = async (): Promise<string[]> => (await violations()).slice(seen);
    await expect.poll(refused, name).toContainEqual(expect.stringMatching(new RegExp(`^${directive} `)));
  }
  expect(await page.evaluate(() => (window as Scope).ran)).toBeUndefined();
  expect(other.requests).toEqual([]);
}

unwatched('nothing is loaded, sent or run once the page has loaded', async ({ page, violations }) => {
  await withOther(async (other) => {
    const own = await serve(DIST);
    await page.goto(own.address);
    await expectRefused(page, violations, other);
    expect(own.requests.filter((path) => path.includes('attempt'))).toEqual([]);
    await own.stop();
  });
});

unwatched('nor from the single file', async ({ page, violations }) => {
  await withOther(async (other) => {
    await page.goto(SINGLE_FILE);
    // From disk no worker may be made at all.
    await expectRefused(page, violations, other, ['worker', 'service worker']);
  });
});

unwatched('without the seal each attempt goes through', async ({ page }) => {
  await withOther(async (other) => {
    for (const [name, , way] of ATTEMPTS) {
      await page.goto(`${other.address}SHA256SUMS.txt`);
      const address = asked(name, other.address);
      await attempt(page, way, address);
      const came = (): boolean => other.requests.some((path) => address.endsWith(path.replace(/\?$/, '')));
      const ran = (): Promise<boolean> => page.evaluate(() => (window as Scope).ran === true).catch(() => false);
      await expect.poll(async () => came() || (await ran()), name).toBe(true);
    }
  });
});

for (const [form, address] of [
  ['in the folder', './'],
  ['from disk', SINGLE_FILE],
] as const) {
  test.describe(form, () => {
    test.use(address === SINGLE_FILE ? { baseURL: new URL('./', SINGLE_FILE).href } : {});

    test('a whole session violates nothing', async ({ page, violations }) => {
      await fixDate(page);
      const app = new PolicyPage(page);
      await app.open(address);
      await wholeSession(app);
      expect(await page.locator(SEAL).count()).toBe(1);
      expect(await violations()).toEqual([]);
    });
  });
}
