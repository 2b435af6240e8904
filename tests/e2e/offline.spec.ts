/** The page in a sub-folder, without network after the first visit, and replaced by a newer version. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BrowserContext, Page } from '@playwright/test';

import { findings } from './axe.ts';
import { DIST, asset, integrity, nextVersion, tamper, withCopy } from './dist.ts';
import { PolicyPage, expect, fixDate, test as base } from './page.ts';
import { type Served, serve } from './serve.ts';
import { RESULT } from './session.ts';

const PATH = '/tools/policy-check/';

/** The page is served in a sub-folder, by a server that the test may stop. */
const test = base.extend<{ served: Served }>({
  // eslint-disable-next-line no-empty-pattern
  served: async ({}, use) => {
    const served = await serve(DIST, { path: PATH });
    await use(served);
    await served.stop();
  },
  baseURL: async ({ served }, use) => {
    await use(served.address);
  },
});

// The browser looks for a newer version when it finds the time.
test.slow();

/** Waits until the version of a page is kept on the device. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activating') {
      await new Promise((resolve) => active.addEventListener('statechange', resolve));
    }
  });
}

/** Opens another page of the same browser. */
async function another(context: BrowserContext, address: string): Promise<PolicyPage> {
  const page = await context.newPage();
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(address);
  return app;
}

/** The notice of a newer version. */
function update({ page }: PolicyPage) {
  return page.locator('.pc-update');
}

/** What HTML and script of a page say of their version. */
async function version({ page }: PolicyPage): Promise<(string | undefined)[]> {
  return await page.locator('html').evaluate(({ dataset }) => [dataset['page'], dataset['script']]);
}

/** The versions kept on the device. */
async function versions({ page }: PolicyPage): Promise<string[]> {
  return await page.evaluate(() => caches.keys());
}

/** What the check for a newer version may take: Chromium makes it a while after the page has loaded. */
const CHECK = { timeout: 20_000 };

test('in a sub-folder every request stays in the folder', async ({ app, served }) => {
  await app.operatorOfThree();
  await kept(app.page);
  expect(served.requests.length).toBeGreaterThan(4);
  expect(served.requests.filter((path) => !path.startsWith(PATH))).toEqual([]);
});

test('after the first visit the page works without network', async ({ app, context, served }) => {
  await kept(app.page);
  await served.stop();
  await app.page.reload();
  await app.operatorOfThree();
  for (const address of ['index.html', '?lang=en', 'index.html?lang=en#a1.']) {
    const other = await another(context, served.address + address);
    await other.question('company.region').fill('430100');
    await expect(other.page.locator('#progress')).toBeVisible();
    await other.page.close();
  }
});

test('a later visit asks for nothing but whether there is a newer version', async ({ app, page, served }) => {
  await kept(page);
  const before = served.requests.length;
  await page.reload();
  await app.operatorOfThree();
  await expect.poll(() => served.requests.slice(before), CHECK).toEqual([`${PATH}service-worker.js`]);
});

test('what does not belong to the page is not answered from the device', async ({ app, page, served }) => {
  await kept(page);
  await page.reload();
  await expect(app.totals).toBeVisible();
  await app.open('policy-check.html');
  expect(served.requests.at(-1)).toBe(`${PATH}policy-check.html`);
});

test('a version that is not whole is not kept, and does no harm', async ({ page, served }) => {
  await withCopy(async (folder) => {
    // As if a file had been replaced on the server while the worker loads it.
    const worker = join(folder, 'service-worker.js');
    const wasm = await integrity(await asset(folder, '.wasm'));
    await writeFile(worker, (await readFile(worker, 'utf8')).replace(wasm, await integrity(worker)));
    served.folder = folder;
    await fixDate(page);
    const app = new PolicyPage(page);
    await app.open();
    // Once by the page, once by the worker.
    await expect.poll(() => served.requests.filter((path) => /_bg-[^/]*\.wasm$/.test(path)).length).toBe(2);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await versions(app)).toEqual([]);
    await app.operatorOfThree();
  });
});

test('an update found while the page is open is offered, and loses nothing that was typed', async ({ app, context, served }) => {
  await kept(app.page);
  const [first] = await versions(app);
  await withCopy(async (folder) => {
    await nextVersion(folder, 'next');
    served.folder = folder;
    await app.operatorOfThree();
    await app.page.locator('#open-sheet').click();
    await app.page.locator('#identity-name').fill('某某通用航空有限公司');
    await app.page.locator('#close-sheet').click();

    // The kept version answers whole, and the newer is found.
    const second = await another(context, served.address);
    expect(await version(second)).toEqual([undefined, undefined]);
    for (const one of [app, second]) {
      await expect(update(one)).toContainText('有新版本', CHECK);
      await expect(update(one)).toHaveRole('status');
    }
    await second.type('company.region', '株洲市');

    // Leaving unsaved answers would ask; these are handed over.
    let asked = 0;
    app.page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await update(app).getByRole('button', { name: '改用新版本' }).click();
    await expect(app.notice).toContainText('已恢复上次填写的内容');
    expect(await version(app)).toEqual(['next', 'next']);
    expect(asked).toBe(0);
    await expect(app.amountOf('general-aviation-hours')).toHaveText(RESULT);
    await app.page.locator('#open-sheet').click();
    await expect(app.page.locator('#identity-name')).toHaveValue('某某通用航空有限公司');
    await expect(update(app)).toHaveCount(0);
    expect(await app.saved(), 'handed over once, not kept').toBeNull();

    // The other page goes on as it is until its person says so.
    expect(await version(second)).toEqual([undefined, undefined]);
    await expect(second.question('company.region')).toHaveValue('株洲市');
    await second.page.getByRole('button', { name: 'English' }).click();
    await update(second).getByRole('button', { name: 'Use the new version' }).click();
    await expect(second.page.locator('html')).toHaveAttribute('data-script', 'next');
    await expect(second.question('company.region')).toHaveValue('株洲市');

    // Of the first version nothing is left, and the next is kept whole.
    const left = await versions(app);
    expect(left).toHaveLength(1);
    expect(left).not.toContain(first);
    await served.stop();
    await app.page.reload();
    expect(await version(app)).toEqual(['next', 'next']);
  });
});

test('an update can be left, and comes when the page is next opened', async ({ app, context, served }) => {
  await kept(app.page);
  await withCopy(async (folder) => {
    await nextVersion(folder, 'next');
    served.folder = folder;
    await app.page.reload();
    await expect(update(app)).toContainText('有新版本', CHECK);
    await app.type('company.region', '株洲市');
    expect(await findings(app.page)).toEqual([]);
    await update(app).getByRole('button', { name: '暂不改用' }).click();
    await expect(update(app)).toHaveCount(0);
    await expect(app.question('company.region')).toHaveValue('株洲市');
    expect(await version(app)).toEqual([undefined, undefined]);

    await app.page.close();
    // Once nothing shows the earlier version any more, the browser lets the newer take over.
    await expect(async () => {
      const next = await another(context, served.address);
      const found = await version(next);
      await next.page.close();
      expect(found).toEqual(['next', 'next']);
    }).toPass(CHECK);
  });
});

test('an update taken before anything was typed offers what is kept, as any first page does', async ({ app, served }) => {
  await app.page.locator('#keep').check();
  await app.type('company.region', '株洲市');
  await kept(app.page);
  await withCopy(async (folder) => {
    await nextVersion(folder, 'next');
    served.folder = folder;
    await app.page.reload();
    await update(app).getByRole('button', { name: '改用新版本' }).click(CHECK);
    await expect(app.page.locator('html')).toHaveAttribute('data-script', 'next');
    await expect(app.question('company.region')).toHaveValue('');
    await app.restore();
    await expect(app.question('company.region')).toHaveValue('株洲市');
  });
});

test('without a right to storage nothing is replaced, and that is said', async ({ page, served }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open();
  await kept(page);
  await withCopy(async (folder) => {
    await nextVersion(folder, 'next');
    served.folder = folder;
    await page.reload();
    await app.type('company.region', '株洲市');
    await expect(update(app)).toContainText('有新版本', CHECK);
    await update(app).getByRole('button', { name: '改用新版本' }).click();
    await expect(update(app)).toContainText('没有换成新版本');
    await expect(app.question('company.region')).toHaveValue('株洲市');
    expect(await version(app)).toEqual([undefined, undefined]);
  });
});

test('an update that is not whole is never shown', async ({ app, served }) => {
  await kept(app.page);
  const before = await versions(app);
  await withCopy(async (folder) => {
    await nextVersion(folder, 'next');
    await tamper(await asset(folder, '.js'));
    served.folder = folder;
    await app.page.reload();
    await expect.poll(() => served.requests.filter((path) => path.endsWith('-next.js')).length, CHECK).toBe(1);
    await expect.poll(() => app.page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null)).toBe(true);
    await expect(update(app)).toHaveCount(0);
    expect(await versions(app)).toEqual(before);
    await app.page.reload();
    expect(await version(app)).toEqual([undefined, undefined]);
    await app.operatorOfThree();
  });
});

test('a page without a secure address goes on without a worker', async ({ page, served }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open();
  await app.operatorOfThree();
  expect(served.requests.filter((path) => path.includes('service-worker'))).toEqual([]);
});
