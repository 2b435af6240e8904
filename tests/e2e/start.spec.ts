/** The first screen, the example enterprises, and the states in which there is nothing to show. */

import { expect, test } from './page.ts';

test('the first screen says what, for whom, how long and what becomes of the answers', async ({ app, page }) => {
  const intro = page.locator('#intro');
  for (const words of ['给谁用', '21 份文件', '要多久', '11 到 20 题', '不会离开这台设备']) {
    await expect(intro).toContainText(words);
  }
  // Place and topics come first, before the ways of asking.
  const order = await page.evaluate(() =>
    ['#q-company-region', '#topics', '#examples', '#mode', '#progress', '.pc-group'].map((selector) => {
      const element = document.querySelector(selector);
      return element === null ? -1 : Array.from(document.querySelectorAll('*')).indexOf(element);
    }),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));

  await app.type('company.region', '长沙');
  await expect(intro).toHaveCount(0);
  await expect(page.getByText('不会离开这台设备')).toBeVisible();
});

test('a place without documents is said to be one', async ({ app, page }) => {
  const note = page.locator('#no-documents');
  await app.type('company.region', '长沙');
  await expect(note).toHaveCount(0);
  await app.type('company.region', '江西');
  await expect(note).toContainText('目前没有收录江西省的文件');
});

test('without a topic the page says what to do, without a result why', async ({ app, page }) => {
  await app.topic('funding').uncheck();
  await expect(page.locator('#no-topic')).toContainText('还没有选想了解什么');
  await app.topic('funding').check();
  await expect(page.locator('#no-topic')).toHaveCount(0);
  await expect(page.locator('#no-result')).toHaveCount(0);
  await app.plainEnterprise();
  await app.choose('aviation.business', 'none');
  await expect(page.locator('#no-result')).toContainText('没有符合条件的项目');
});

const EXAMPLES: [string, string, string][] = [
  ['general-aviation', 'general-aviation-hours', '700,000 元'],
  ['little-giant', 'little-giant-loan-interest', '300,000 元'],
  ['county-manufacturer', 'hunan-rd-award', '240,000 元'],
  ['tech-firm', 'income-tax', '90,000 元'],
  ['new-aircraft', 'new-aircraft-routes', '350,000 元'],
];

test('every example fills the page in with one click, and says that it is one', async ({ app, page }) => {
  const banner = page.locator('#example-banner');
  for (const [index, [example, program, amount]] of EXAMPLES.entries()) {
    if (index > 0) {
      await page.locator('#examples summary').click();
    }
    await page.locator(`#example-${example}`).click();
    await expect(app.amountOf(program)).toHaveText(amount);
    await expect(banner).toContainText('这是示例企业，不是您的企业');
    await expect(banner).toBeFocused();
    await page.locator('#examples details').evaluate((all) => all.removeAttribute('open'));
  }
  expect(await app.saved(), 'nothing of an example is kept').toBeNull();

  await page.getByRole('button', { name: '清除示例' }).click();
  await expect(banner).toHaveCount(0);
  await expect(app.question('company.region')).toHaveValue('');
  await expect(page.locator('#intro')).toBeVisible();
});

test('an example asks before it replaces what was typed', async ({ app, page }) => {
  await app.type('company.region', '株洲');
  await page.locator('#examples summary').click();
  const button = page.getByRole('button', { name: /^试试示例：“小巨人”/ });
  await button.click();
  await expect(page.locator('#examples')).toContainText('已填的内容会被示例替换');
  await page.getByRole('button', { name: '不换' }).click();
  await expect(button).toBeFocused();
  await expect(app.question('company.region')).toHaveValue('株洲');
  await button.click();
  await page.getByRole('button', { name: '换成示例' }).click();
  await expect(app.question('company.region')).toHaveValue('长沙县');

  // Taken for a start it is the person's own.
  await page.getByRole('button', { name: '继续改成自己的' }).click();
  await expect(page.locator('#example-banner')).toHaveCount(0);
  await expect(app.question('company.region')).toHaveValue('长沙县');
  await expect(app.amountOf('little-giant-loan-interest')).toHaveText('300,000 元');
});

test('an example leaves what is kept alone, and gives it back', async ({ app, page }) => {
  await page.locator('#keep').check();
  await app.operator({ mass: '0.8', hours: '200' });
  await expect.poll(() => app.saved()).toContain('"basis"');
  const kept = await app.saved();
  await page.locator('#examples summary').click();
  await page.locator('#example-little-giant').click();
  await expect(page.locator('#examples')).toContainText('保存在这台设备上的不变');
  await page.getByRole('button', { name: '换成示例' }).click();
  await expect(page.locator('#keep')).not.toBeChecked();
  expect(await app.saved()).toBe(kept);
  await page.getByRole('button', { name: '清除示例' }).click();
  await app.restore();
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the first question is on the first screen, and nothing is wider than it', async ({ app, page }) => {
    await expect(app.question('company.region')).toBeInViewport({ ratio: 1 });
    const wide = () => page.evaluate(() => document.scrollingElement?.scrollWidth ?? Infinity);
    expect(await wide()).toBeLessThanOrEqual(360);
    await page.locator('#example-tech-firm').tap();
    await expect(page.locator('#example-banner')).toBeVisible();
    expect(await wide()).toBeLessThanOrEqual(360);
  });
});
