/** Numbers, places and industries as people type them: units, questions back, lists of suggestions. */

import type { Locator, Page } from '@playwright/test';

import { type PolicyPage, expect, test, typeInto } from './page.ts';

/** The choice of a unit beside a box. */
function unit(box: Locator, page: Page): Promise<Locator> {
  return box.getAttribute('id').then((id) => page.locator(`#${id}-unit`));
}

/** The words below a box. */
function words(app: PolicyPage, fact: string): Locator {
  return app.question(fact).locator('xpath=ancestor::*[contains(@class, "pc-field")][last()]').locator('.pc-field__words');
}

/** A loan of a 小巨人 in 长沙. */
async function borrower(app: PolicyPage, principal: string): Promise<Locator> {
  await app.type('company.region', '长沙');
  await app.choose('honours', 'city_little_giant');
  await app.type('srdi.city_year', '2025');
  await app.addRow('loans@2026', { principal, start: '2026-01-01', end: '2027-01-01' });
  return app.cell('loans@2026', 1, 'principal');
}

test('sums are understood in the ways that people write them', async ({ app }) => {
  const principal = await borrower(app, '1000万');
  const loan = app.amountOf('little-giant-loan-interest');
  for (const text of ['¥10,000,000', '1千万', '1,000 万', '１千万元', '壹仟万元整', '0.1亿', '10 000 000']) {
    await typeInto(principal, text);
    await expect(loan, text).toHaveText('300,000 元');
    await expect(app.rows('loans@2026').getByText('即 1,000 万元（一千万元）')).toBeVisible();
    await expect(principal).toHaveValue(text);
  }
  await typeInto(principal, '3万5');
  await principal.blur();
  await expect(principal).toHaveAttribute('aria-invalid', 'true');
  await expect(app.rows('loans@2026').getByRole('alert')).toHaveText(/有几种读法/);
});

test('a column counts in 万元 once that is chosen, in every row and after a reload', async ({ app, page }) => {
  const principal = await borrower(app, '1000');
  await page.getByLabel('把填写的内容保存在这台设备上').check();
  await (await unit(principal, page)).selectOption('万元');
  const loan = app.amountOf('little-giant-loan-interest');
  await expect(loan).toHaveText('300,000 元');
  await expect(principal).toHaveValue('1000');
  await app.addRow('loans@2026', { principal: '500', start: '2026-01-01', end: '2027-01-01' });
  await expect(loan).toHaveText('450,000 元');
  await expect(await unit(app.cell('loans@2026', 2, 'principal'), page)).toHaveCount(0);
  await expect(app.rows('loans@2026').nth(1)).toContainText('万元');
  expect(await app.saved()).toContain('"1000万元"');

  await app.remove('loans@2026', 1).click();
  await expect(await unit(app.cell('loans@2026', 1, 'principal'), page)).toHaveValue('万元');
  await page.reload();
  await app.restore();
  await expect(app.cell('loans@2026', 1, 'principal')).toHaveValue('500');
  await expect(await unit(app.cell('loans@2026', 1, 'principal'), page)).toHaveValue('万元');
  await expect(loan).toHaveText('150,000 元');
});

test('the choice of a unit has a name and room for a finger', async ({ app, page }) => {
  await app.type('company.region', '长沙');
  await app.choose('company.industry', 'industrial');
  const choice = await unit(app.question('company.revenue@2025'), page);
  await expect(page.getByRole('combobox', { name: '营业收入的单位' })).toHaveId('q-company-revenue-2025-unit');
  const box = await choice.boundingBox();
  expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
});

test('a sum far from what is usual is asked back, corrected with one click, or kept', async ({ app }) => {
  await app.type('company.region', '长沙');
  await app.choose('company.industry', 'industrial');
  await app.type('company.revenue@2025', '3000');
  const box = app.question('company.revenue@2025');
  const ask = app.page.locator('.pc-doubt__says');
  await expect(ask).toHaveCount(0);
  await box.blur();
  await expect(ask).toHaveText('是 3,000 元吗？营业收入一般在 10 万元至 1,000 亿元之间。');
  await expect(box).not.toHaveAttribute('aria-invalid');
  await expect(box).toHaveAccessibleDescription(/是 3,000 元吗/);

  await app.page.getByRole('button', { name: '改为 3,000 万元' }).click();
  await expect(box).toHaveValue('3000万元');
  await expect(box).toBeFocused();
  await box.blur();
  await expect(ask).toHaveCount(0);
  await expect(words(app, 'company.revenue@2025')).toHaveText('即 3,000 万元（三千万元）');

  await app.type('company.revenue@2025', '3000');
  await box.press('Tab');
  await app.page.getByRole('button', { name: '就是 3,000 元' }).press('Enter');
  await expect(box).toBeFocused();
  await box.blur();
  await expect(ask).toHaveCount(0);
  await expect(box).toHaveValue('3000');
});

test('a place is chosen from the list by keyboard and by click', async ({ app, page }) => {
  const box = app.question('company.region');
  const list = page.getByRole('listbox', { name: '找到的地方' });
  const active = () => box.getAttribute('aria-activedescendant');
  await expect(box).toHaveRole('combobox');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.click();
  await page.keyboard.insertText('麓');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(list.getByRole('option')).toHaveText(['湖南省长沙市岳麓区']);
  await expect(page.locator('.pc-combobox').getByRole('status').first()).toHaveText('找到 1 项，用上下方向键选择');
  await box.press('Enter');
  await expect(box).toHaveValue('麓');
  await box.press('ArrowDown');
  expect(await active()).toBe('q-company-region-option-0');
  await expect(list.getByRole('option', { selected: true })).toHaveText('湖南省长沙市岳麓区');
  await box.press('Enter');
  await expect(box).toHaveValue('湖南省长沙市岳麓区');
  await expect(list).toHaveCount(0);
  await expect(box).toBeFocused();

  await typeInto(box, '区');
  await box.press('ArrowUp');
  const last = list.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await box.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(box).toHaveValue('区');

  await typeInto(box, '株');
  await list.getByRole('option').click();
  await expect(box).toHaveValue('湖南省株洲市');
  await expect(box).toBeFocused();
  await expect(list).toHaveCount(0);
});

test('the list leaves a composition alone', async ({ app, page }) => {
  const box = app.question('company.region');
  await box.focus();
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: '长', selectionStart: 1, selectionEnd: 1 });
  await box.dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true });
  await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
  await expect(box).toHaveValue('长');
  expect(await box.getAttribute('aria-activedescendant')).toBeNull();
  await ime.send('Input.insertText', { text: '长' });
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(box).toHaveValue('吉林省长春市');
});

test('a name that is a place by itself does not open the list', async ({ app, page }) => {
  await app.type('company.region', '长沙');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await app.question('company.region').press('ArrowDown');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options).toHaveCount(10);
  await expect(options.first()).toHaveText('湖南省长沙市');
});

test('a pasted address is understood, and a slip gets the nearest names', async ({ app, page }) => {
  const box = app.question('company.region');
  await box.click();
  await page.keyboard.insertText('湖南省长沙市长沙县星沙街道开元东路');
  await expect(page.getByText('即 湖南省长沙市长沙县')).toBeVisible();
  await typeInto(box, '长沙市长沙线');
  await box.blur();
  await expect(page.getByRole('alert')).toHaveText(/是不是湖南省长沙市长沙县？/);
});

test('an industry is found by name and code and takes its option', async ({ app, page }) => {
  const box = page.getByLabel(/按国民经济行业分类搜索/);
  const list = page.getByRole('listbox', { name: '找到的行业' });
  await app.type('company.region', '长沙');
  await box.click();
  await page.keyboard.insertText('汽车');
  await expect(list.getByRole('option').first()).toHaveText(/36 汽车制造业\s*工业/);
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(app.option('company.industry', 'industrial')).toBeChecked();
  await expect(page.getByText('“36 汽车制造业”属于工业，已选上。')).toBeVisible();

  await typeInto(box, '59');
  await list.getByRole('option').first().click();
  await expect(page.getByText('“59 装卸搬运和仓储业”可能属于交通运输业、仓储业，请选一个：')).toBeVisible();
  await expect(app.option('company.industry', 'industrial')).toBeChecked();
  await page.getByRole('button', { name: '仓储业', exact: true }).click();
  await expect(app.option('company.industry', 'storage')).toBeChecked();

  await typeInto(box, '保险');
  await list.getByRole('option').first().click();
  await expect(page.getByText(/划型标准没有给“68 保险业”单列标准/)).toBeVisible();
  await expect(app.option('company.industry', 'storage')).toBeChecked();

  await typeInto(box, '物业');
  await list.getByRole('option').first().click();
  await expect(app.option('company.industry', 'property')).toBeChecked();

  await typeInto(box, '不存在的行业');
  await expect(page.locator('.pc-industry').getByText('没有找到，换个说法试试')).toBeVisible();
});
