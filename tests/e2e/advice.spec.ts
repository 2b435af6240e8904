/** What helps an enterprise on: ranges, the nearest way, readings, years, the day, and comparing. */

import { type PolicyPage, expect, test } from './page.ts';

const HOURS = 'general-aviation-hours';
const LOANS = 'little-giant-loan-interest';

/** An operator in 长沙 whose one light aircraft flew some hours. */
async function flies(app: PolicyPage, hours: string): Promise<void> {
  await app.type('company.region', '长沙市岳麓区');
  await app.operator({ mass: '0.8', hours });
}

test('three answers give a first range', async ({ app }) => {
  await expect(app.total('yearly')).toHaveCount(0);
  await app.type('company.region', '长沙市岳麓区');
  await app.choose('aviation.business', 'general_aviation');
  await app.type('operator.main_base', '长沙');
  await expect(app.total('yearly')).toHaveText('最高 1,000,000 元');
});

test('twelve more hours are advised, with what they bring', async ({ app }) => {
  await flies(app, '88');
  await expect(app.stateOf(HOURS)).toHaveText('暂不符合');
  const way = app.program(HOURS).locator('.pc-program__way');
  await expect(way).toHaveText('航空器第 1 行的年飞行小时再多 12 小时，可得 50,000 元');
  await app.setRow('fleet', 1, { hours: '100' });
  await expect(app.amountOf(HOURS)).toHaveText('50,000 元');
  await expect(way).toHaveCount(0);
});

test('what one more hour brings is said and drawn, with its table', async ({ app }) => {
  await flies(app, '120');
  const card = await app.openCard(HOURS);
  await expect(card).toContainText('航空器第 1 行的年飞行小时再多 1 小时：60,500 元；再多 1,880 小时，到封顶 100万元');
  const chart = card.locator('.pc-chart');
  await expect(chart.getByRole('img')).toHaveAccessibleName(/现在：120 小时，60,000 元/);
  await chart.getByText('看数字：航空器第 1 行的年飞行小时').click();
  const row = (number: string) => chart.getByRole('row').filter({ has: app.page.getByRole('rowheader', { name: number, exact: true }) });
  await expect(row('99.99 小时').getByRole('cell')).toHaveText('0 元');
  await expect(row('100 小时').getByRole('cell')).toHaveText('50,000 元');
  await expect(row('2,000 小时').getByRole('cell')).toHaveText('1,000,000 元');
});

test('a reading shows both amounts, and the total how far it depends on it', async ({ app }) => {
  await flies(app, '200');
  const card = await app.openCard(HOURS);
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
  await expect(card.locator('.pc-reading').filter({ hasText: '仅超过100小时的部分' })).toContainText('50,000 元');
  await expect(app.page.locator('#total-yearly')).toContainText('合计为 50,000 至 100,000 元');
});

test('a recognition that is too old is said to be so, not to come nearer by waiting', async ({ app }) => {
  await app.type('company.region', '长沙市岳麓区');
  await app.choose('honours', 'little_giant');
  await app.choose('company.industry', 'industrial');
  await app.type('company.staff@2025', '300');
  await app.type('company.revenue@2025', '5000万');
  await app.type('srdi.national_year', '2023');
  const gap = app.program('national-little-giant-reward').locator('.pc-program__gap');
  await expect(gap).toContainText('早于 2025 年');
  await expect(gap).not.toContainText('还差');
});

test('three years of money stand in a calendar', async ({ app }) => {
  await app.type('company.region', '长沙市岳麓区');
  await app.choose('honours', 'city_little_giant');
  await app.type('srdi.city_year', '2025');
  await app.addRow('loans@2026', { principal: '1000万元', start: '2026-01-01', end: '2027-01-01' });
  const card = await app.openCard(LOANS);
  await expect(card.getByRole('table', { name: '逐年金额' }).getByRole('row')).toHaveCount(3);
  await expect(app.amountIn(LOANS, 2025)).toHaveText('最高 500,000 元');
  await expect(app.amountIn(LOANS, 2026)).toHaveText('300,000 元');
  await expect(app.amountIn(LOANS, 2027)).toHaveText('最高 500,000 元');
});

test('an earlier day takes a document out, and a day that is not known is refused', async ({ app }) => {
  await flies(app, '200');
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
  const day = app.page.getByLabel('测算日期');
  await day.fill('2024-06-30');
  await day.dispatchEvent('change');
  await expect(app.stateOf(HOURS)).toHaveText('尚未施行');
  await expect(app.total('yearly')).toHaveCount(0);
  await day.fill('2024-07-01');
  await day.dispatchEvent('change');
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
  await day.fill('2001-01-01');
  await day.dispatchEvent('change');
  await expect(app.page.getByRole('alert')).toContainText('2015-01-01');
  // The result stays that of the last day that was good.
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
  await app.page.getByRole('button', { name: '回到今天' }).click();
  await expect(day).toHaveValue('2026-11-21');
  await expect(day).toBeFocused();
  await expect(app.page.getByRole('alert')).toHaveCount(0);
});

test('two situations stand side by side', async ({ app }) => {
  await flies(app, '200');
  await app.page.getByRole('button', { name: '把现在的填写记为情形一' }).click();
  const compare = app.page.locator('#compare');
  await expect(compare).toContainText('两种情形没有差别');
  await app.setRow('fleet', 1, { hours: '400' });
  const row = (name: string) => compare.getByRole('row', { name });
  await expect(row('每年').getByRole('cell')).toHaveText(['100,000 元', '200,000 元', '多 100,000 元']);
  await expect(row('传统通航运营补贴').getByRole('cell')).toHaveText([
    '可获得，100,000 元',
    '可获得，200,000 元',
    '多 100,000 元',
  ]);
  const swap = app.page.getByRole('button', { name: '对调：把情形一放回表单' });
  await swap.click();
  await expect(app.cell('fleet', 1, 'hours')).toHaveValue('200');
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
  await expect(row('每年').getByRole('cell')).toHaveText(['200,000 元', '100,000 元', '少 100,000 元']);
  await expect(swap).toBeFocused();
});

test('each question says why it is asked, and what matters most can come first', async ({ app }) => {
  await app.type('company.region', '长沙市岳麓区');
  await app.choose('aviation.business', 'general_aviation', 'light_sport');
  const why = app.page.locator('#q-operator-main-base-question .pc-why');
  await expect(why).toContainText('最多影响每年 1,000,000 元');
  await why.locator('summary').click();
  await expect(why).toContainText('传统通航运营补贴');
  await app.type('operator.main_base', '长沙');
  const aviation = async (): Promise<string[]> => {
    const asked = await app.asked();
    return asked.filter((id) => /fleet|light-sport/.test(id));
  };
  const authors = await aviation();
  await app.page.getByLabel('先问影响大的').check();
  const sorted = await aviation();
  expect([...sorted].sort()).toEqual([...authors].sort());
  await app.page.getByLabel('先问影响大的').uncheck();
  expect(await aviation()).toEqual(authors);
});
