/** The later part of the page's code: what is done before it has come, and what waits for it. */

import type { Locator, Page } from '@playwright/test';

import { linkWith } from './hostile.ts';
import { PolicyPage, SAVED_KEY, expect, fixDate, test as base } from './page.ts';

/** The later part, as the page asks for it. */
const REST = '**/policy_check_rest*.wasm';

/** What a stopped page shows. */
const STOPPED = '.pc-crash';

const test = base.extend<{ early: PolicyPage; release: () => void }>({
  /** Lets the later part come. */
  // eslint-disable-next-line no-empty-pattern
  release: async ({ page }, use) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(REST, async (route) => {
      await released;
      await route.continue();
    });
    await use(release);
    release();
  },
  /** The page without it. */
  early: async ({ page, release }, use) => {
    expect(release).toBeDefined();
    await fixDate(page);
    const app = new PolicyPage(page);
    await app.openEarly();
    await use(app);
  },
});

test('answers come to their amounts before the later part has come', async ({ early, release }) => {
  await early.operatorOfThree();
  await expect(early.stateOf('general-aviation-hours')).toHaveText('可获得');
  await expect(early.total('yearly')).toContainText('700,000 元');
  // What is behind a program waits.
  await early.summaryOf('general-aviation-hours').click();
  await early.page.locator('#open-sheet').click();
  await expect(early.page.locator('.pc-program__body, #sheet, #exchange')).toHaveCount(0);
  await expect(waits(early.page)).toBeVisible();
  release();
  // As when it is opened later: from its beginning.
  await expect(early.page.locator('#sheet')).toBeFocused();
  await expect(early.page.locator('#print-sheet')).toBeInViewport();
  await expect(waits(early.page)).toHaveCount(0);
  await early.page.locator('#close-sheet').click();
  await expect(early.program('general-aviation-hours').locator('.pc-program__body')).toContainText('达到100小时');
  await expect(early.page.locator('#exchange')).toBeVisible();
  await expect(early.amountOf('general-aviation-hours')).toHaveText('700,000 元');
});

test('an example is taken as soon as it has come', async ({ early, release }) => {
  await early.page.locator('#example-general-aviation').click();
  await expect(early.page.locator('#example-banner')).toHaveCount(0);
  await expect(waits(early.page)).toBeVisible();
  release();
  await expect(early.page.locator('#example-banner')).toBeFocused();
});

test('who goes on typing is not interrupted, and loses nothing to an example', async ({ early, release }) => {
  const { page } = early;
  await page.locator('#example-general-aviation').click();
  await page.locator('#mode-guided').click();
  await early.type('company.region', '岳麓区');
  await expect(waits(page)).toHaveCount(0);
  await page.locator('#open-sheet').click();
  await expect(waits(page)).toBeVisible();
  await early.question('company.region').focus();
  await early.question('company.region').press('End');
  await page.keyboard.type('1');
  await expect(waits(page)).toHaveCount(0);
  release();
  await expect(page.locator('#exchange')).toBeVisible();
  await expect(page.locator('#sheet, #example-banner')).toHaveCount(0);
  await expect(page.locator('#mode-full')).toBeChecked();
  await expect(early.question('company.region')).toBeFocused();
  await expect(early.question('company.region')).toHaveValue('岳麓区1');
});

test('what gives up nothing is done all the same', async ({ early, release }) => {
  const { page } = early;
  await early.type('company.region', '岳麓区');
  // What has to wait is not shown as chosen before it is.
  await page.locator('#keep').click();
  await expect(page.locator('#keep')).not.toBeChecked();
  await early.type('company.region', '天心区');
  await expect(waits(page)).toBeVisible();
  release();
  await expect(waits(page)).toHaveCount(0);
  await expect(page.locator('#keep')).toBeChecked();
  expect(await page.evaluate((key) => localStorage.getItem(key), SAVED_KEY)).toContain('天心区');
});

test('nothing that can be filled in needs it', async ({ early }) => {
  test.slow();
  const { page } = early;
  await early.type('company.region', '岳麓区');
  for (const topic of ['recognition', 'tax']) {
    await early.topic(topic).check();
  }
  const fields = page.locator('#questions .pc-question').locator('button, input, select');
  for (const [index, field] of (await fields.all()).entries()) {
    await fill(field, index % 2 === 0 ? '12' : 'x');
  }
  await page.locator('#sort').check();
  for (const card of (await page.locator('.pc-program > summary').all()).slice(0, 10)) {
    await card.click();
  }
  await expect(page.locator(STOPPED)).toHaveCount(0);
  await expect(early.totals).toBeVisible();
});

test('a page that begins in English waits for it', async ({ page, release }) => {
  await page.goto('./?lang=en');
  await expect(page.locator('#loading')).toBeVisible();
  release();
  await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible();
});

test('a page that is opened by a link waits for it', async ({ page, release }) => {
  await fixDate(page);
  await page.goto(`./#${linkWith('岳麓区')}`);
  await expect(page.locator('#loading')).toBeVisible();
  release();
  await expect(page.locator('#arrival')).toContainText('已打开链接中的答案');
});

base.describe('where the network fails', () => {
  base.use({ quiet: false });

  base('it is asked for again', async ({ page }) => {
    let asked = 0;
    await page.route(REST, (route) => (++asked < 3 ? route.abort() : route.continue()));
    await fixDate(page);
    const app = new PolicyPage(page);
    await app.openEarly();
    await app.type('company.region', '岳麓区');
    await expect(page.locator('#exchange')).toBeVisible();
    expect(asked).toBe(3);
    await expect(app.question('company.region')).toHaveValue('岳麓区');
  });

  base('in the end the page says so, and shows the answers', async ({ page }) => {
    base.slow();
    await page.route(REST, (route) => route.abort());
    await fixDate(page);
    const app = new PolicyPage(page);
    await app.openEarly();
    await app.type('company.region', '岳麓区');
    await expect(page.locator(STOPPED).locator('textarea')).toHaveValue(/岳麓区/, { timeout: 30_000 });
    await expect(page.locator(STOPPED)).toContainText('页面没有加载完整');
  });
});

/** The sign that something waits for the later part. */
function waits(page: Page): Locator {
  return page.locator('#waits .pc-waits');
}

/** Fills in a field, or presses a button, as far as it is there and takes it. */
async function fill(field: Locator, text: string): Promise<void> {
  const soon = { timeout: 200 };
  const ignore = (): void => undefined;
  const kind = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type') ?? ''}`, undefined, soon).catch(ignore);
  if (kind === undefined) {
    return;
  }
  if (kind.startsWith('SELECT')) {
    await field.selectOption({ index: 1 }, soon).catch(ignore);
  } else if (/BUTTON|radio|checkbox/.test(kind)) {
    await field.click(soon).catch(ignore);
  } else {
    await field.fill(text, soon).catch(ignore);
    await field.press('Tab', soon).catch(ignore);
  }
}
