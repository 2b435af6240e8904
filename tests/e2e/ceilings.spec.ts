/** Programs whose amount the document leaves open: a verdict and a ceiling, never a sum. */

import { expect, test } from './page';

const MAJOR = 'major-project-loan-interest';
const DEMONSTRATION = 'industrial-internet-demonstration';
const UPGRADE = 'tech-upgrade-increment';

test.beforeEach(async ({ app }) => {
  await app.plainEnterprise();
  await app.choose('aviation.business', 'none');
});

test('a ceiling is 可申报, and stands apart from what can be counted on', async ({ app }) => {
  await app.choose('manufacturing.projects', 'industrial_internet');
  await expect(app.stateOf(DEMONSTRATION)).toHaveText('可申报');
  await expect(app.amountOf(DEMONSTRATION)).toHaveText('最高 1,000,000 元');
  await expect(app.total('ceilings')).toHaveText('最高 1,000,000 元');
  await expect(app.totals.locator('.pc-totals__amount')).toHaveCount(1);
});

test('a document without a figure says so', async ({ app }) => {
  await app.choose('manufacturing.projects', 'tech_upgrade');
  await expect(app.stateOf(UPGRADE)).toHaveText('可申报');
  await expect(app.amountOf(UPGRADE)).toHaveText('文件未载明金额');
});

test('conditions that cannot hold together refuse before all is answered', async ({ app }) => {
  await app.choose('manufacturing.projects', 'major_project');
  await expect(app.amountOf(MAJOR)).toHaveText('最高 10,000,000 元');
  await app.type('project.first_year_investment', '4亿');
  await expect(app.stateOf(MAJOR)).toHaveText('暂不符合');
  await app.type('project.first_year_investment', '8亿');
  await app.type('project.fixed_investment', '9亿');
  await expect(app.stateOf(MAJOR)).toHaveText('暂不符合');
  await app.type('project.fixed_investment', '10亿');
  await expect(app.stateOf(MAJOR)).toHaveText('可申报');
  await expect(app.amountOf(MAJOR)).toHaveText('最高 10,000,000 元');
});
