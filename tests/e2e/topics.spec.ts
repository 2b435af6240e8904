/** The topics: each opens its own questions and results; tax and classes by hand, and in no total. */

import { type PolicyPage, expect, test } from './page.ts';

const TAX = 'income-tax';
const SIZE = 'size-class';

/** A small enterprise with 400万元 of profit and 120万元 of research. */
async function answerTax(app: PolicyPage): Promise<void> {
  await app.choose('tax.payer', 'company');
  await app.choose('tax.basis', 'steps');
  await app.type('tax.profit@2025', '400万元');
  await app.choose('tax.rd_kind', 'ordinary');
  await app.type('rd.eligible_cost@2025', '120万元');
  await app.type('tax.transfer_income@2025', '0');
  await app.type('tax.losses@2025', '0');
  await app.choose('tax.restricted', 'no');
  await app.type('tax.staff@2025', '300人');
  await app.type('tax.assets@2025', '5000万元');
}

test('at first only money is asked for and shown', async ({ app }) => {
  await expect(app.topic('funding')).toBeChecked();
  await expect(app.topic('recognition')).not.toBeChecked();
  await expect(app.topic('tax')).not.toBeChecked();
  await expect(app.program(TAX)).toHaveCount(0);
  await expect(app.program(SIZE)).toHaveCount(0);
  await expect(app.question('tax.payer')).toHaveCount(0);
  await expect(app.question('tech.basis')).toHaveCount(0);
});

test('the tax of a small enterprise, and what it would be without any relief', async ({ app }) => {
  await app.topic('tax').check();
  await answerTax(app);
  // (400 − 120 × 100%) × 25% × 20%: 280万元, 300人 and 5000万元 keep to 300万元, 300人 and 5000万元.
  await expect(app.amountOf(TAX)).toHaveText('140,000 元');
  await expect(app.stateOf(TAX)).toHaveText('可测算');
  await app.openCard(TAX);
  // 400 × 25%.
  await expect(app.amountIf(TAX, '各项都不享受')).toHaveText('1,000,000 元');
  await expect(app.amountIf(TAX, '各项都不享受')).toBeVisible();

  // One person more, and all is taxed at the rate of the law: 280 × 25%; a 高新技术企业 would pay 280 × 15%.
  await app.type('tax.staff@2025', '300.01人');
  await expect(app.amountOf(TAX)).toHaveText('420,000 至 700,000 元');
  await app.choose('company.credentials', 'none');
  await expect(app.amountOf(TAX)).toHaveText('700,000 元');
});

test('a tax is in no total', async ({ app }) => {
  await app.plainEnterprise();
  await app.operatorOfThree();
  await app.topic('tax').check();
  await answerTax(app);
  await expect(app.amountOf(TAX)).toHaveText('140,000 元');
  await expect(app.totals.locator('.pc-totals__amount')).toHaveText(['700,000 元']);
  await expect(app.total('yearly')).toHaveText('700,000 元');
});

test('a topic that is closed hides its questions and keeps what was typed', async ({ app }) => {
  await app.topic('tax').check();
  await answerTax(app);
  await expect(app.amountOf(TAX)).toHaveText('140,000 元');

  await app.topic('tax').uncheck();
  await expect(app.program(TAX)).toHaveCount(0);
  for (const fact of ['tax.payer', 'tax.basis', 'tax.profit@2025', 'tax.rd_kind', 'tax.staff@2025']) {
    await expect(app.question(fact), fact).toHaveCount(0);
  }

  await app.topic('tax').check();
  await expect(app.question('tax.profit@2025')).toHaveValue('400万元');
  await expect(app.option('tax.rd_kind', 'ordinary')).toBeChecked();
  await expect(app.question('tax.staff@2025')).toHaveValue('300人');
  await expect(app.amountOf(TAX)).toHaveText('140,000 元');
});

test('without the money its totals and questions go', async ({ app }) => {
  await app.operatorOfThree();
  await expect(app.total('yearly')).toHaveText('700,000 元');
  await app.topic('recognition').check();
  await app.topic('funding').uncheck();
  await expect(app.totals).toHaveCount(0);
  await expect(app.program('general-aviation-hours')).toHaveCount(0);
  await expect(app.question('aviation.business')).toHaveCount(0);
  await expect(app.program(SIZE)).toBeVisible();
});

test('the class of an enterprise is the lower one where a limit is missed', async ({ app }) => {
  await app.topic('recognition').check();
  await app.choose('company.industry', 'industrial');
  await app.type('company.staff@2025', '1500人');
  await app.type('company.revenue@2025', '3000万元');
  // 大型 asks for 1000人 and 40000万元, 中型 for 300人 and 2000万元.
  await expect(app.stateOf(SIZE)).toHaveText('符合条件');
  await expect(app.amountOf(SIZE)).toHaveText('中型');
  const card = await app.openCard(SIZE);
  await expect(card.locator('.pc-condition__value').first()).toHaveText('企业：中型');
  await expect(app.shownBy(SIZE, '企业规模')).toHaveText('中型');
  await expect(app.stepsTo(SIZE, '企业规模').nth(0)).toHaveText(
    '大型（不符合）：从业人员不低于 1000人；1,500 人、营业收入不低于 40000万元；30,000,000 元；还差 370,000,000 元',
  );
  await expect(app.stepsTo(SIZE, '企业规模').nth(1)).toHaveText(
    '中型（符合）：从业人员不低于 300人；1,500 人、营业收入不低于 2000万元；30,000,000 元',
  );
  await expect(app.stepsTo(SIZE, '企业规模').nth(0)).toBeVisible();
  // They are told once, not at the condition again.
  await expect(card.locator('.pc-condition .pc-working')).toHaveCount(0);

  await app.type('company.revenue@2025', '40000万元');
  await expect(card.locator('.pc-condition__value').first()).toHaveText('企业：大型');
  await expect(app.shownBy(SIZE, '企业规模')).toHaveText('大型');
  await expect(app.stateOf(SIZE)).toHaveText('暂不符合');
});

test('the class is asked for until it is known, though any of those left would do', async ({ app }) => {
  await app.topic('recognition').check();
  await app.choose('company.industry', 'industrial');
  // 20 to 299人 are 小型 from 300万元 on, and 微型 below.
  await app.type('company.staff@2025', '120人');
  await expect(app.stateOf(SIZE)).toHaveText('符合条件');
  await expect(app.amountOf(SIZE)).toHaveText('小型或微型');
  await expect(app.needsOf(SIZE)).toContainText('营业收入');
  await expect(app.question('company.revenue@2025')).toBeVisible();

  await app.type('company.revenue@2025', '299.99万元');
  await expect(app.amountOf(SIZE)).toHaveText('微型');
  await expect(app.needsOf(SIZE)).toHaveCount(0);
  await app.type('company.revenue@2025', '300万元');
  await expect(app.amountOf(SIZE)).toHaveText('小型');
});

test('the topics are kept with the answers', async ({ app, page }) => {
  await page.locator('#keep').check();
  await app.topic('tax').check();
  await app.topic('funding').uncheck();
  await app.choose('tax.payer', 'company');
  await page.reload();
  await app.restore();
  await expect(app.topic('tax')).toBeChecked();
  await expect(app.topic('funding')).not.toBeChecked();
  await expect(app.option('tax.payer', 'company')).toBeChecked();
});
