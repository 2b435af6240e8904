/** Keeping the answers on the device: only if agreed to, and never at the price of the page. */

import { PolicyPage, SAVED_KEY, expect, fixDate, test } from './page.ts';

test('without consent nothing is kept', async ({ app, page }) => {
  await app.operatorOfThree();
  expect(await app.saved()).toBeNull();
  await page.reload();
  await expect(app.option('aviation.business', 'general_aviation')).not.toBeChecked();
  await expect(app.notice).toBeEmpty();
});

test('with consent a reload keeps every answer, until all is erased', async ({ app, page }) => {
  await app.page.locator('#keep').check();
  await app.operatorOfThree();
  await app.type('company.region', '长沙');
  await app.choose('honours', 'city_little_giant');
  await app.choose('rd.city_subsidy_received', 'unsure');
  await app.unsure('company.region').check();
  await page.reload();

  // It is asked first, and nothing is filled in before.
  await expect(app.notice).toContainText('有上次保存的内容（2026-11-21 10:00 保存）');
  await expect(app.option('aviation.business', 'general_aviation')).not.toBeChecked();
  await expect(page.locator('#keep')).not.toBeChecked();
  await app.restore();
  await expect(app.notice.getByRole('button', { name: '知道了' })).toBeFocused();
  await expect(page.locator('#keep')).toBeChecked();
  await expect(app.option('aviation.business', 'general_aviation')).toBeChecked();
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
  await expect(app.rows('fleet')).toHaveCount(3);
  await expect(app.cell('fleet', 2, 'max_takeoff_mass')).toHaveValue('1.5');
  await expect(app.cell('fleet', 2, 'count')).toHaveValue('1');
  await expect(app.cell('fleet', 3, 'hours')).toHaveValue('100');
  await expect(app.option('rd.city_subsidy_received', 'unsure')).toBeChecked();
  await expect(app.unsure('company.region')).toBeChecked();
  await expect(app.amountOf('general-aviation-hours')).toHaveText('700,000 元');

  const erase = page.getByRole('button', { name: '清除全部填写内容' });
  await erase.click();
  const sure = page.getByRole('button', { name: '确定清除' });
  await expect(sure).toBeFocused();
  await page.getByRole('button', { name: '不清除' }).click();
  await expect(erase).toBeFocused();
  await expect(app.option('aviation.business', 'general_aviation')).toBeChecked();
  await erase.click();
  await sure.click();
  await expect(app.option('aviation.business', 'general_aviation')).not.toBeChecked();
  await expect(page.locator('#keep')).not.toBeChecked();
  expect(await app.saved()).toBeNull();
  await page.reload();
  await expect(app.option('aviation.business', 'general_aviation')).not.toBeChecked();
  await expect(app.notice).toBeEmpty();
});

test('what was kept can be left where it is, and is offered again', async ({ app, page }) => {
  await page.locator('#keep').check();
  await app.operator({ mass: '0.8', hours: '200' });
  await expect.poll(() => app.saved()).toContain('"basis"');
  const kept = await app.saved();
  await page.reload();
  await app.notice.getByRole('button', { name: '不恢复（保留）' }).click();
  await expect(app.notice).toBeEmpty();
  await expect(page.locator('#questions')).toBeFocused();
  await app.type('company.region', '株洲');
  expect(await app.saved(), 'not overwritten by what is typed').toBe(kept);

  // To keep something else in its place is asked too.
  await page.locator('#keep').click();
  await expect(app.notice).toContainText('有另外保存的内容（2026-11-21 10:00 保存');
  await expect(page.locator('#keep')).not.toBeChecked();
  expect(await app.saved()).toBe(kept);
  await app.notice.getByRole('button', { name: '都不改' }).click();
  await page.reload();
  await app.restore();
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
  expect(await app.saved()).toBe(kept);
});

test('what was kept can be deleted without being restored, after a question', async ({ app, page }) => {
  await page.locator('#keep').check();
  await app.operator();
  await page.reload();
  await app.notice.getByRole('button', { name: '删除保存的内容' }).click();
  expect(await app.saved()).not.toBeNull();
  await app.notice.getByRole('button', { name: '确定清除' }).click();
  await expect(app.notice).toBeEmpty();
  expect(await app.saved()).toBeNull();
});

test('what was typed before is said to be replaced by what was kept', async ({ app, page }) => {
  await page.locator('#keep').check();
  await app.operator();
  await page.reload();
  await expect(app.notice).not.toContainText('恢复会替换');
  await app.type('company.region', '株洲');
  await expect(app.notice).toContainText('恢复会替换本页现在填的内容');
  await app.restore();
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
  await expect(app.question('company.region')).toHaveValue('');
});

test('of two pages neither overwrites what the other kept', async ({ app, page, context }) => {
  await page.locator('#keep').check();
  await app.operator();
  const second = await context.newPage();
  await fixDate(second);
  const other = new PolicyPage(second);
  await other.open();
  await other.restore();
  await other.type('operator.main_base', '株洲');
  await expect.poll(() => app.saved()).toContain('株洲');

  await app.type('company.region', '长沙');
  await expect(app.notice).toContainText('没有覆盖它');
  await expect(page.locator('#keep')).not.toBeChecked();
  expect(await app.saved()).not.toContain('company.region');
  await app.notice.getByRole('button', { name: '用本页的内容覆盖' }).click();
  await expect(page.locator('#keep')).toBeChecked();
  expect(await app.saved()).toContain('company.region');
  expect(await app.saved()).not.toContain('株洲');

  await other.type('operator.main_base', '湘潭');
  await expect(other.notice).toContainText('没有覆盖它');
  await other.notice.getByRole('button', { name: '改用那份内容' }).click();
  await expect(other.question('company.region')).toHaveValue('长沙');
  await expect(other.question('operator.main_base')).toHaveValue('长沙');

  // What one erases the other does not bring back.
  await page.locator('#keep').uncheck();
  await other.type('company.region', '株洲');
  await expect(other.notice).toContainText('已在别处清除');
  await expect(second.locator('#keep')).not.toBeChecked();
  expect(await app.saved()).toBeNull();
});

test('leaving asks only where something would be lost', async ({ app, page }) => {
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await page.reload();
  expect(asked, 'nothing typed').toBe(0);
  await page.locator('#example-little-giant').click();
  await page.reload();
  expect(asked, 'an example').toBe(0);
  await app.type('company.region', '长沙');
  await page.reload();
  expect(asked, 'typed and not kept').toBe(1);
  await app.type('company.region', '长沙');
  await page.locator('#keep').check();
  await page.reload();
  expect(asked, 'kept').toBe(1);
});

test('taking the consent back erases what was kept, not what is on the page', async ({ app, page }) => {
  await app.page.locator('#keep').check();
  await app.operator();
  expect(await app.saved()).toContain('operator.main_base');
  await page.locator('#keep').uncheck();
  expect(await app.saved()).toBeNull();
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
});

const CORRUPT: [string, string][] = [
  ['no JSON', '{"version":1,"answers":{"company.region":"长'],
  ['another shape', '{"version":1,"answers":{"fleet":7}}'],
  ['a later version', '{"version":999,"answers":{}}'],
];
for (const [name, json] of CORRUPT) {
  test(`corrupt answers are said to be so, and the page works: ${name}`, async ({ app, page }) => {
    await page.evaluate(([key, json]) => localStorage.setItem(key, json), [SAVED_KEY, json] as const);
    await page.reload();
    await expect(app.notice).toContainText('已损坏');
    await expect(app.progress).toBeVisible();
    expect(await app.saved(), 'not replaced before the user agrees').toBe(json);

    await app.operator({ mass: '0.8', hours: '200' });
    await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
    await page.locator('#keep').check();
    await page.reload();
    await app.restore();
    await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
  });
}

test('answers of a wrong form are said at their question, the others are kept', async ({ app, page }) => {
  const json = JSON.stringify({
    version: 1,
    answers: { 'no.such.fact': '1', 'operator.main_base': '长沙', 'aviation.business': ['general_aviation'], fleet: '三架' },
  });
  await page.evaluate(([key, json]) => localStorage.setItem(key, json), [SAVED_KEY, json] as const);
  await page.reload();
  await expect(app.notice).toContainText('有以前保存的内容');
  await app.restore();
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
  await expect(app.question('fleet').getByRole('alert')).toBeVisible();
  await app.addRow('fleet', { max_takeoff_mass: '0.8', hours: '200' });
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
  await expect(app.question('fleet').getByRole('alert')).toHaveCount(0);
});

/** What browsers do where they keep nothing: a third-party frame, a private window, a full disk. */
const DENIED: Record<string, () => void> = {
  'the storage may not be touched': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  },
  'nothing can be written': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'there is no storage': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { value: null });
    }
  },
};
for (const [name, deny] of Object.entries(DENIED)) {
  test(`the whole check works and says that it cannot keep where ${name}`, async ({ page }) => {
    await fixDate(page);
    await page.addInitScript(deny);
    const app = new PolicyPage(page);
    await app.open();
    await app.plainEnterprise();
    await page.locator('#keep').click();
    // Where it was asked for: the head of the page is out of sight.
    await expect(page.locator('#keep-denied')).toContainText('浏览器不允许保存');
    await expect(page.locator('#keep-denied')).toBeInViewport();
    await expect(page.locator('#keep')).not.toBeChecked();
    await app.operatorOfThree();
    await expect(app.progress).toHaveText('能影响结果的问题都已回答');
    await expect(app.total('yearly')).toHaveText('700,000 元');
    await app.openCard('general-aviation-hours');
    await page.locator('#mode-guided').check();
    await expect(page.locator('#review')).toContainText('能影响结果的问题都已回答');
    await page.getByRole('button', { name: '清除全部填写内容' }).click();
    await page.getByRole('button', { name: '确定清除' }).click();
    await expect(app.progress).toContainText('还有 2 个问题');
  });
}
