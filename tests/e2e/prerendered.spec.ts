/** What stands in the page before the app, and where the app cannot run: the catalogue as plain HTML. */

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from './page.ts';

const LOADING = '正在加载';
const FAST_MODE = '请切换到极速模式';
const SCRIPTS = '请启用脚本';

/** That the catalogue can be read: a document with where it is from, and a program with its clause. */
async function expectCatalogue(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('惠企政策自测');
  const documents = page.getByRole('heading', { level: 3 });
  await expect(documents).toHaveCount(21);
  await expect(page.locator('#catalogue li')).toHaveCount(74);
  await expect(documents.filter({ hasText: '湘政办发〔2024〕20号' })).toBeVisible();
  await expect(page.getByText('湖南省人民政府办公厅；湖南省；自 2024-07-01 起施行；')).toBeVisible();
  const program = page.getByRole('listitem').filter({ hasText: '传统通航运营补贴' });
  await expect(program).toHaveText('传统通航运营补贴：补助 · 每年；封顶 100万元（一、第一款）');
  await expect(program).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
}

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the catalogue is there, and that scripts are to be enabled', async ({ page }) => {
    await page.goto('/');
    // Playwright finds no texts within `noscript`.
    const reason = page.locator('noscript p');
    await expect(reason).toBeVisible();
    await expect(reason).toContainText(SCRIPTS);
    await expect(page.getByText(LOADING)).toBeHidden();
    await expect(page.getByText(FAST_MODE)).toBeHidden();
    // axe-core needs scripts; without WebAssembly it looks at the same.
    await expectCatalogue(page);
  });
});

test.describe('without WebAssembly', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'WebAssembly');
    });
  });

  test('the catalogue is there, and what to do', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('alert')).toContainText(FAST_MODE);
    await expect(page.getByText(LOADING)).toBeHidden();
    await expect(page.locator('noscript p')).toBeHidden();
    await expectCatalogue(page);
    await expectAccessible(page);
  });

  test('it is said in English on an English page, of which the catalogue stays Chinese', async ({ page }) => {
    await page.goto('/?lang=en');
    await expect(page.getByRole('alert')).toContainText('use a browser made after 2020');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enterprise support policies: self-check');
    await expect(page.locator('#catalogue')).toHaveAttribute('lang', 'zh-CN');
    await expectAccessible(page);
  });
});

test('a browser that runs no modules, as in IE mode, is told what to do', async ({ page }) => {
  const [html, script] = builtPage();
  // No syntax later than that of IE.
  expect(script).not.toMatch(/=>|`|\b(const|let|class)\b|\?\.|\?\?/);
  await page.route('/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: html.replace(/<script type="module"[^>]*><\/script>/, '').replace('<script nomodule>', '<script>'),
    }),
  );
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText(FAST_MODE);
  await expect(page.getByText(LOADING)).toBeHidden();
  await expectCatalogue(page);
});

test('while the app loads, the page says so and alarms nobody', async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest('**/*.wasm');
  await page.goto('/', { waitUntil: 'commit' });
  await asked;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('惠企政策自测');
  await expect(page.getByText('回答几个问题')).toBeVisible();
  await expect(page.getByText(LOADING)).toBeVisible();
  await expect(page.locator('#catalogue')).toBeHidden();
  await expect(page.getByText(FAST_MODE)).toBeHidden();
  await expect(page.locator('noscript p')).toBeHidden();

  release();
  await expect(page.locator('.pc-app')).toBeVisible();
  // Nothing of it is left beside the app.
  await expect(page.locator('#app > *')).toHaveCount(1);
  await expect(page.locator('#loading, #unsupported, #catalogue, .pc-prerendered, noscript:not(head *)')).toHaveCount(0);
  await expect(page.getByRole('main')).toHaveCount(await page.locator('.pc-app').getByRole('main').count());
});

test('it adds little to the page', () => {
  const [html] = builtPage();
  expect(brotliCompressSync(html).length).toBeLessThan(8_000);
});

/** The page as built, and its script for browsers without modules. */
function builtPage(): [string, string] {
  const html = readFileSync('dist/index.html', 'utf8');
  return [html, /<script nomodule>(.*?)<\/script>/s.exec(html)?.[1] ?? ''];
}
