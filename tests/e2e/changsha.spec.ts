/** 长政办发〔2022〕4号: loan interest by calendar year and the research subsidy, worked out by hand. */

import { type PolicyPage, expect, test } from './page.ts';

const LOANS = 'little-giant-loan-interest';
const RESEARCH = 'little-giant-rd';

/** A 市级小巨人 of 长沙, recognised in a year. */
async function littleGiant(app: PolicyPage, year: string): Promise<void> {
  await app.type('company.region', '长沙');
  await app.choose('honours', 'city_little_giant');
  await app.type('srdi.city_year', year);
}

test.describe('loan interest', () => {
  const WHOLE_YEAR = { principal: '10,000,000', start: '2026-01-01', end: '2027-01-01' };

  test('a year’s loan is paid for that year, and the other years stay open', async ({ app }) => {
    await littleGiant(app, '2025');
    await app.addRow('loans@2026', WHOLE_YEAR);
    await expect(app.amountOf(LOANS)).toHaveText('300,000 元');
    await expect(app.total('window')).toHaveText('300,000 元');
    await app.openCard(LOANS);
    await expect(app.amountIn(LOANS, 2025)).toHaveText('最高 500,000 元');
    await expect(app.amountIn(LOANS, 2026)).toHaveText('300,000 元');
    await expect(app.amountIn(LOANS, 2027)).toHaveText('最高 500,000 元');

    await app.openElective('loans');
    await app.noRows('loans@2025');
    await expect(app.amountIn(LOANS, 2025)).toHaveText('0 元');
    await expect(app.amountIn(LOANS, 2026)).toHaveText('300,000 元');
    await expect(app.amountIn(LOANS, 2027)).toHaveText('最高 500,000 元');
  });

  test('three years after recognition nothing is paid', async ({ app }) => {
    await littleGiant(app, '2022');
    await expect(app.stateOf(LOANS)).toHaveText('暂不符合');
    await expect(app.amountOf(LOANS)).toHaveCount(0);
    await expect(app.total('window')).toHaveCount(0);
    // 2024 is the last of 2022, 2023 and 2024; 2026 is not.
    await app.type('srdi.city_year', '2024');
    await expect(app.stateOf(LOANS)).toHaveText('还需信息');
    await expect(app.amountOf(LOANS)).toHaveText('最高 500,000 元');
  });

  test('a loan given by its days is a share of 365, half up to the fen', async ({ app }) => {
    await littleGiant(app, '2025');
    await app.addRow('loans@2026', { principal: '10,000,000', term: 'days', days: '182' });
    await expect(app.amountOf(LOANS)).toHaveText('149,589.04 元');
    const card = await app.openCard(LOANS);
    await expect(card.locator('.pc-reading').filter({ hasText: '一年按360天折算' })).toContainText('151,666.67 元');
  });

  test('a loan that crosses New Year is split by days', async ({ app }) => {
    await littleGiant(app, '2025');
    await app.addRow('loans@2026', { principal: '1000万元', start: '2026-07-01', end: '2027-07-01' });
    // 10,000,000 × 3% × 184 ÷ 365: 1 July is counted, 1 January is not.
    await expect(app.amountOf(LOANS)).toHaveText('151,232.88 元');
    const card = await app.openCard(LOANS);
    await expect(app.amountIn(LOANS, 2027)).toHaveText('最高 500,000 元');

    await app.openElective('loans');
    await app.question('loans@2027').getByRole('button', { name: '从 2026 年度复制' }).click();
    await expect(app.cell('loans@2027', 1, 'principal')).toHaveValue('1000万元');
    await expect(app.cell('loans@2027', 1, 'end')).toHaveValue('2027-07-01');
    await expect(card).toContainText('184 天');
    await expect(app.amountIn(LOANS, 2026)).toHaveText('151,232.88 元');
    // 10,000,000 × 3% × 181 ÷ 365.
    await expect(app.amountIn(LOANS, 2027)).toHaveText('148,767.12 元');
  });
});

test.describe('research subsidy', () => {
  test.beforeEach(async ({ app }) => {
    await app.type('company.region', '长沙');
    await app.choose('honours', 'city_little_giant');
    await app.choose('rd.city_subsidy_received', 'no');
  });

  test('from three percent of revenue on, a tenth is paid, up to the cap', async ({ app }) => {
    await app.type('rd.eligible_cost@2025', '2,990,000');
    await app.type('revenue.main@2025', '1亿元');
    await expect(app.stateOf(RESEARCH)).toHaveText('暂不符合');
    await expect(app.amountOf(RESEARCH)).toHaveCount(0);
    await expect(app.program(RESEARCH)).toContainText('还差 0.01 个百分点');

    await app.type('rd.eligible_cost@2025', '3,000,000');
    await expect(app.amountOf(RESEARCH)).toHaveText('300,000 元');

    await app.type('rd.eligible_cost@2025', '6,000,000');
    await expect(app.amountOf(RESEARCH)).toHaveText('500,000 元');
    await expect(await app.openCard(RESEARCH)).toContainText('封顶前 600,000 元，封顶 50万元');
  });

  test('the share is compared to the fen', async ({ app }) => {
    await app.type('revenue.main@2025', '1亿');
    await app.type('rd.eligible_cost@2025', '2,999,999.99');
    await expect(app.stateOf(RESEARCH)).toHaveText('暂不符合');
    await app.type('rd.eligible_cost@2025', '300万');
    await expect(app.amountOf(RESEARCH)).toHaveText('300,000 元');
    // 3% of it is 3,000,000.0003.
    await app.type('revenue.main@2025', '100,000,000.01');
    await expect(app.stateOf(RESEARCH)).toHaveText('暂不符合');
  });
});
