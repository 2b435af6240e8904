/** Bad input: a message at the field once it is left, and nothing else disturbed. */

import type { Locator } from '@playwright/test';

import { type PolicyPage, expect, test, typeInto } from './page.ts';

const HOURS = 'general-aviation-hours';

/** Types into a box and expects a message at it, not before it is left; the text stays. */
async function expectRefused(box: Locator, text: string, message: RegExp | string): Promise<void> {
  await typeInto(box, text);
  await expect(box).not.toHaveAttribute('aria-invalid', 'true');
  await box.press('Tab');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveValue(text);
  const described = (await box.getAttribute('aria-describedby')) ?? '';
  const selector = described.split(' ').map((id) => `#${id}`).join(', ');
  const alert = box.page().locator(selector).and(box.page().getByRole('alert'));
  await expect(alert).toBeVisible();
  await expect(alert).toContainText(message);
}

async function expectAccepted(box: Locator, text: string): Promise<void> {
  await typeInto(box, text);
  await box.press('Tab');
  await expect(box).not.toHaveAttribute('aria-invalid', 'true');
}

/** The answers and the figure of `operatorOfThree`, which no error elsewhere may disturb. */
async function expectOperatorOfThree(app: PolicyPage): Promise<void> {
  await expect(app.amountOf(HOURS)).toHaveText('700,000 元');
  await expect(app.cell('fleet', 3, 'hours')).toHaveValue('100');
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
}

test('numbers: negative, no number, too many decimals', async ({ app }) => {
  await app.operatorOfThree();
  await app.type('company.region', '长沙');
  await app.choose('aviation.business', 'light_sport');
  const sorties = app.question('light_sport.sorties');
  await expectRefused(sorties, '-5', '不能是负数');
  await expectRefused(sorties, 'abc', '请填数字');
  await expectRefused(sorties, '很多', '请填数字');
  await expectRefused(sorties, '2,50', '逗号的位置不对');
  await expectRefused(sorties, '3000小时', '这里的单位是架次');
  await expectRefused(sorties, '2500.5', '请填整数');
  await expectOperatorOfThree(app);
  await expect(app.stateOf('light-sport-sorties')).toHaveText('还需信息');
  await expectAccepted(sorties, '2501');
});

test('hours: as many as the aircraft of the row can fly', async ({ app }) => {
  await app.operatorOfThree();
  const hours = app.cell('fleet', 1, 'hours');
  await expectRefused(hours, '8785', '不能大于 8,784 小时');
  // The other cells of the row and the other rows still count: 150 × 2,000 + 100 × 3,000 and up.
  await expect(app.cell('fleet', 1, 'max_takeoff_mass')).toHaveValue('0.8');
  await expect(app.amountOf(HOURS)).toHaveText('600,000 至 1,000,000 元');

  await expectAccepted(app.cell('fleet', 1, 'count'), '2');
  await expect(hours).not.toHaveAttribute('aria-invalid', 'true');
  await expectAccepted(hours, '17568');
  await expect(app.amountOf(HOURS)).toHaveText('1,000,000 元');
  await expectRefused(hours, '17569', '不能大于 17,568 小时');
});

test('a row that was left empty says so', async ({ app }) => {
  await app.operatorOfThree();
  await app.add('fleet').click();
  const row = app.rows('fleet').nth(3);
  await expect(app.cell('fleet', 4, 'max_takeoff_mass')).toBeFocused();
  await expect(row.getByRole('alert')).toHaveCount(0);
  await app.question('operator.main_base').click();
  await expect(row.getByRole('alert')).toContainText('这一行还没有填');
  await expect(app.cell('fleet', 3, 'hours')).toHaveValue('100');
  await app.remove('fleet', 4).click();
  await expectOperatorOfThree(app);
});

test('a share below one percent is asked back', async ({ app }) => {
  await app.operatorOfThree();
  await app.type('company.region', '长沙县');
  await app.choose('county.events', 'milestone');
  const growth = app.question('county.growth');
  await expectRefused(growth, '0.6', '是 0.6% 还是 60%');
  await expectOperatorOfThree(app);
  await expectAccepted(growth, '0.6%');
  await expect(app.stateOf('county-output-milestone')).toHaveText('暂不符合');
});

test('dates: none of the calendar, or in the wrong order', async ({ app }) => {
  await app.operatorOfThree();
  await app.type('company.region', '长沙');
  await app.choose('honours', 'city_little_giant');
  await app.type('srdi.city_year', '2025');
  await app.addRow('loans@2026', { principal: '1000万元', start: '2026-01-01' });
  const end = app.cell('loans@2026', 1, 'end');
  await expectRefused(end, '2026-02-30', '没有这一天');
  await expectRefused(end, '明年', '请按“年-月-日”填写');
  await expectRefused(end, '2025-12-31', '应晚于起始日');
  await expectRefused(end, '2026-01-01', '应晚于起始日');
  await expect(app.cell('loans@2026', 1, 'principal')).toHaveValue('1000万元');
  await expectOperatorOfThree(app);
  await expectAccepted(end, '2027-01-01');
  await expect(app.amountOf('little-giant-loan-interest')).toHaveText('300,000 元');
});

test('places: an unknown one is answered with those like it', async ({ app }) => {
  await app.operatorOfThree();
  const region = app.question('company.region');
  await expectRefused(region, '长杀', /没有找到这个地方.*长沙市/);
  await expectRefused(region, '火星', '没有找到这个地方');
  await expectOperatorOfThree(app);
  await expectAccepted(region, '长沙');
});
