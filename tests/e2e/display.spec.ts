/** What the page looks like, how large it is, and what a screen reader hears of it. */

import type { Locator, Page } from '@playwright/test';

import { SAVED_KEY, expect, test } from './page.ts';

/** The colour behind everything. */
async function background(page: Page): Promise<string> {
  return await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
}

/** No colour at all: that of the paper. */
const NONE = 'rgba(0, 0, 0, 0)';

test('colours follow the device until the person chooses, and paper is light', async ({ app, page }) => {
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await page.locator('#display > summary').click();
  await page.getByLabel('浅色').check();
  await expect.poll(() => background(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByLabel('深色').check();
  await expect.poll(() => background(page)).toBe(dark);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(async () => [light, NONE].includes(await background(page))).toBe(true);
  await page.emulateMedia({ media: 'screen', contrast: 'more' });
  await page.getByLabel('跟随系统').check();
  await expect(page.locator('html')).toHaveAttribute('data-system', 'contrast');
  await expect(app.totals).toBeVisible();
});

test('the look is kept only where the answers are kept', async ({ app, page }) => {
  await page.locator('#display > summary').click();
  await page.locator('#display-large').check();
  expect(await page.evaluate((key) => localStorage.getItem(key), SAVED_KEY)).toBeNull();
  await page.locator('#keep').check();
  expect(await app.saved()).toContain('"large":true');
});

test('large text is at least 18 px, and nothing is cut at 200% and 400%', async ({ app, page }) => {
  await page.locator('#display > summary').click();
  await page.locator('#display-large').check();
  await app.operatorOfThree();
  await app.openCard('general-aviation-hours');
  const small = await page.locator('body *').evaluateAll((all) => {
    const shown = all.filter((one) => one.getClientRects().length > 0 && Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()));
    return shown.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 18).map((one) => one.outerHTML.slice(0, 120));
  });
  expect(small).toEqual([]);
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 700 });
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(content).toBeLessThanOrEqual(screen ?? 0);
  }
});

test('what can be pressed is at least 44 px high', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await app.topic('recognition').check();
  await app.topic('tax').check();
  await app.operatorOfThree();
  await app.openCard('general-aviation-hours');
  await page.locator('#display > summary').click();
  const controls = page.locator('button, summary, a[href]:not(.pc-skip), select, input:not([type=radio]):not([type=checkbox]), label:has(input[type=radio]), label:has(input[type=checkbox])');
  expect(await controls.count()).toBeGreaterThan(60);
  expect(await tooLow(controls)).toEqual([]);
});

/** The controls that are shown and are not as high as a finger needs. */
async function tooLow(controls: Locator): Promise<string[]> {
  return await controls.evaluateAll((all) => {
    const shown = all.map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.height > 0);
    return shown.filter(({ box }) => box.height < 43.5).map(({ one, box }) => `${box.height}: ${one.outerHTML.slice(0, 140)}`);
  });
}

test('the result is announced when typing pauses, and not on each keystroke', async ({ app, page }) => {
  const heard = await page.locator('#announcement').evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(element.textContent ?? '')).observe(element, { childList: true, characterData: true, subtree: true });
    return texts;
  });
  await app.operatorOfThree();
  await expect(page.locator('#announcement')).toContainText('每年 700,000 元');
  const texts = await heard.jsonValue();
  // Eleven fields and dozens of keys, but a pause of more than a second only after some of them.
  expect(texts.length).toBeLessThan(8);
  expect(await page.locator('#totals').getAttribute('aria-live')).toBeNull();
});

test('a link to the result leads to what is wrong first, and from there to the field', async ({ app, page }) => {
  await app.type('company.region', '长沙郡');
  await page.keyboard.press('Tab');
  const errors = page.locator('#errors');
  await expect(errors).toContainText('1 处填写有误');
  await page.locator('.pc-skip').focus();
  await page.keyboard.press('Enter');
  await expect(errors).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.question('company.region')).toBeFocused();
  await expect(app.question('company.region')).toHaveAccessibleDescription(/没有找到这个地方/);
  await app.type('company.region', '长沙');
  await expect(errors).toHaveCount(0);
});

test('nothing moves for those who ask for none', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.type('company.region', '长沙');
  const moving = await page.locator('body *').evaluateAll((all) =>
    all.filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
    }).length);
  expect(moving).toBe(0);
});
