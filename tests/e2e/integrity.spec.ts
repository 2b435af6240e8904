/** Files that are not those that were built: nothing of them is run, and the page says so where it can. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DIST, asset, tamper, withCopy } from './dist.ts';
import { expect, test as base } from './page.ts';
import { serve } from './serve.ts';

/** A copy of the built page is served, in which the asset with this ending was changed by one byte. */
const test = base.extend<{ changed: string }>({
  changed: ['', { option: true }],
  baseURL: async ({ changed }, use) => {
    await withCopy(async (folder) => {
      if (changed !== '') {
        await tamper(await asset(folder, changed));
      }
      const served = await serve(folder);
      await use(served.address);
      await served.stop();
    });
  },
});

test('everything that the page loads carries its hash', async () => {
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  const tags = Array.from(html.matchAll(/<(?:script|link)\b[^>]*>/g), ([tag]) => tag);
  // The empty icon is no file, nor is the script in the page for browsers without modules.
  const files = tags.filter((tag) => !tag.includes('"data:,"') && tag !== '<script nomodule>');
  expect(files).toHaveLength(2);
  expect(files.filter((tag) => !/ integrity="sha384-[\w+/]{64}"/.test(tag))).toEqual([]);
});

test('an untouched copy starts', async ({ app }) => {
  await expect(app.totals).toBeVisible();
});

test.describe(() => {
  // What the browser refuses is an error.
  test.use({ quiet: false });

  test.describe('with another wasm', () => {
    test.use({ changed: '.wasm' });

    test('the page does not start, and says so', async ({ page }) => {
      await page.goto('./');
      await expect(page.getByRole('alertdialog')).toContainText('计算程序未能启动');
      await expect(page.locator('.pc-app')).toHaveCount(0);
    });
  });

  test.describe('with another script', () => {
    test.use({ changed: '.js' });

    test('nothing of it runs', async ({ page }) => {
      const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
      await page.goto('./');
      await refused;
      await expect(page.locator('#loading')).toContainText('一直没有出现内容时');
      expect(await page.evaluate(() => 'policyCheck' in window)).toBe(false);
    });
  });

  test.describe('with another style', () => {
    test.use({ changed: '.css' });

    test('it is not used, and the page works without', async ({ app, page }) => {
      await app.type('company.region', '岳麓区');
      expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
    });
  });
});
