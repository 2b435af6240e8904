/** Keeping the answers on the device: only if agreed to, and never at the price of the page. */

import { PolicyPage, SAVED_KEY, expect, fixDate, test } from './page.ts';

test('without consent nothing is kept', async ({ app, page }) => {
  await app.operatorOfThree();
  expect(await app.saved()).toBeNull();
  await page.reload();
  await expect(app.option('aviation.business', 'general_aviation')).not.toBeChecked();
  await expect(app.notice).not.toContainText('已恢复');
});

test('with consent a reload keeps every answer, until all is erased', async ({ app, page }) => {
  await app.page.locator('#keep').check();
  await app.operatorOfThree();
  await app.type('company.region', '长沙');
  await app.choose('honours', 'city_little_giant');
  await app.choose('rd.city_subsidy_received', 'unsure');
  await app.unsure('company.region').check();
  await page.reload();

  await expect(app.notice).toContainText('已恢复上次填写的内容');
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
    await expect(app.notice).toContainText('已恢复');
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
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
  await expect(app.question('fleet').getByRole('alert')).toBeVisible();
  await app.addRow('fleet', { max_takeoff_mass: '0.8', hours: '200' });
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
  await expect(app.question('fleet').getByRole('alert')).toHaveCount(0);
});

test('where storage is denied the page works and says that it cannot keep', async ({ page }) => {
  await fixDate(page);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const app = new PolicyPage(page);
  await app.open();
  await app.operator({ mass: '0.8', hours: '200' });
  await page.locator('#keep').click();
  await expect(app.notice).toContainText('浏览器不允许保存');
  await expect(page.locator('#keep')).not.toBeChecked();
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
});
