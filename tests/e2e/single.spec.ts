/** The single file, opened from disk as by a double click. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { SINGLE_FILE } from './dist.ts';
import { PolicyPage, expect, fixDate, test } from './page.ts';
import { RESULT, wholeSession } from './session.ts';

test.use({ baseURL: new URL('./', SINGLE_FILE).href });

test('it completes a check with result, sheet and files, and asks for nothing else', async ({ page, context }) => {
  test.slow();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(SINGLE_FILE);
  await wholeSession(app);
  expect(requests.filter((url) => !/^(data|blob):/.test(url))).toEqual([SINGLE_FILE]);
});

test('it keeps answers where storage is allowed', async ({ page }) => {
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(SINGLE_FILE);
  await page.locator('#keep').check();
  await app.operatorOfThree();
  await page.reload();
  await app.restore();
  await expect(app.amountOf('general-aviation-hours')).toHaveText(RESULT);
});

test('it needs no storage', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(SINGLE_FILE);
  await app.operatorOfThree();
});

test('its script is a classic one, and it names no other file', async () => {
  const html = await readFile(fileURLToPath(SINGLE_FILE), 'utf8');
  const tags = Array.from(html.replace(/(<script>|<style>).*?<\/(?:script|style)>/gs, '$1').matchAll(/<(?:script|style|link|img|iframe)\b[^>]*>/g), ([tag]) => tag);
  expect(tags).toEqual(['<link rel="icon" href="data:," />', '<style>', '<style>', '<script nomodule>', '<script>']);
});
