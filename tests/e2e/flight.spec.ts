/** 湘政办发〔2024〕20号: flight hours, sorties, sites and routes, figures worked out by hand. */

import { expect, test } from './page.ts';

const HOURS = 'general-aviation-hours';
const SORTIES = 'light-sport-sorties';
const SITES = 'landing-sites';
const ROUTES = 'new-aircraft-routes';

test.describe('flight hours', () => {
  test('three classes are paid at their own price', async ({ app }) => {
    await app.operatorOfThree();
    await expect(app.stateOf(HOURS)).toHaveText('可获得');
    await expect(app.total('yearly')).toHaveText('700,000 元');
    await expect(app.totals).toContainText('测算结果仅供参考，以主管部门审核为准');

    const card = await app.openCard(HOURS);
    const reading = card.locator('.pc-reading').filter({ hasText: '仅超过100小时的部分计补' });
    await expect(reading).toContainText('本测算按：达到100小时后，全部飞行小时计补');
    await expect(reading).toContainText('按这种理解：400,000 至 650,000 元');
  });

  test('the cap is shown beside the amount before it', async ({ app }) => {
    await app.operatorOfThree();
    await app.addRow('fleet', { max_takeoff_mass: '5', hours: '400' });
    await expect(app.amountOf(HOURS)).toHaveText('1,000,000 元');
    await expect(app.total('yearly')).toHaveText('1,000,000 元');
    const card = await app.openCard(HOURS);
    await expect(card).toContainText('封顶前 1,900,000 元，封顶 100万元');
  });

  test('a missing mass leaves a range and is named', async ({ app }) => {
    await app.operator({ mass: '0.8', hours: '200' }, { hours: '150' }, { mass: '5', hours: '100' });
    await expect(app.amountOf(HOURS)).toHaveText('475,000 至 850,000 元');
    await expect(app.total('yearly')).toHaveText('475,000 至 850,000 元');
    await expect(app.needsOf(HOURS)).toContainText('航空器第 2 行的最大起飞重量');

    await app.setRow('fleet', 2, { max_takeoff_mass: '1.5' });
    await expect(app.amountOf(HOURS)).toHaveText('700,000 元');
    await expect(app.needsOf(HOURS)).toHaveCount(0);
  });

  test('just under the threshold pays nothing, and says how far it is', async ({ app }) => {
    await app.operator({ mass: '0.8', hours: '59.9' }, { mass: '5', hours: '40' });
    await expect(app.stateOf(HOURS)).toHaveText('暂不符合');
    await expect(app.amountOf(HOURS)).toHaveCount(0);
    await expect(app.total('yearly')).toHaveCount(0);
    await expect(app.summaryOf(HOURS)).toContainText('还差 0.1 小时');

    await app.setRow('fleet', 2, { hours: '40.1' });
    await expect(app.amountOf(HOURS)).toHaveText('150,250 元');
  });

  test('an opened card shows all that an official would check', async ({ app }) => {
    await app.operatorOfThree();
    const card = await app.openCard(HOURS);

    const condition = card.locator('.pc-condition').filter({ hasText: '年飞行小时达到100小时' });
    await expect(condition).toContainText('符合');
    await expect(condition).toContainText('企业：450 小时');
    await expect(card.locator('.pc-condition').filter({ hasText: '主运行基地设在湖南' })).toContainText('湖南省长沙市');

    for (const line of [
      '第 1 行（0.8 吨）：200 小时 × 500元/小时 = 100,000 元',
      '第 2 行（1.5 吨）：150 小时 × 2000元/小时 = 300,000 元',
      '第 3 行（5 吨）：100 小时 × 3000元/小时 = 300,000 元',
      '合计 = 700,000 元',
    ]) {
      await expect(card.getByText(line, { exact: true })).toBeVisible();
    }

    await expect(card.getByRole('blockquote')).toContainText(
      '对于主运行基地设在湖南的通航企业年飞行小时达到100小时,按照最大起飞重量1吨(含)以下的航空器予以500元/小时、' +
        '最大起飞重量1吨(不含)—5吨(不含)的航空器予以2000元/小时、最大起飞重量5吨(含)以上的航空器予以3000元/小时的运行补助,' +
        '单个企业每年补助最高不超过100万元,所需资金由省财政预算安排。',
    );
    await expect(card.getByRole('blockquote')).toContainText('湘政办发〔2024〕20号　一、第一款');
    await expect(card.getByRole('blockquote')).toContainText('责任单位：省发展改革委、省财政厅、省机场管理集团');
    const source: [string, string][] = [
      ['发文字号', '湘政办发〔2024〕20号'],
      ['发文机关', '湖南省人民政府办公厅'],
      ['资金来源', '所需资金由省财政预算安排'],
      ['有效期', '自 2024-07-01 起施行'],
      ['如何申报', '未见申报通知，请向责任单位核实'],
    ];
    for (const [name, value] of source) {
      const entry = card.locator('dt').filter({ hasText: name }).locator('xpath=following-sibling::dd[1]');
      await expect(entry, name).toContainText(value);
    }
    await expect(card).toContainText('哪些飞行小时可以计入，由实施细则（湘发改基础规〔2024〕1038号）规定，原文未收录');
    await expect(card).toContainText('理由：“年飞行小时达到100小时”的主语是通航企业');
  });
});

test('sorties are paid from the 2,501st on', async ({ app }) => {
  await app.type('company.region', '长沙');
  await app.choose('aviation.business', 'light_sport');
  await app.type('light_sport.sorties', '2500');
  await expect(app.stateOf(SORTIES)).toHaveText('暂不符合');
  await expect(app.amountOf(SORTIES)).toHaveCount(0);
  await expect(app.total('yearly')).toHaveCount(0);

  await app.type('light_sport.sorties', '2,501');
  await expect(app.stateOf(SORTIES)).toHaveText('可获得');
  await expect(app.amountOf(SORTIES)).toHaveText('35 元');
  await expect(app.total('yearly')).toHaveText('35 元');
});

test('each route counts by itself', async ({ app }) => {
  await app.type('company.region', '长沙');
  await app.choose('aviation.business', 'new_aircraft');
  for (const hours of ['99', '100', '250']) {
    await app.addRow('routes', { hours });
  }
  await expect(app.amountOf(ROUTES)).toHaveText('350,000 元');
  await expect(app.total('yearly')).toHaveText('350,000 元');
  const card = await app.openCard(ROUTES);
  await expect(card.locator('.pc-reading').filter({ hasText: '按企业全部航线合计' })).toContainText('449,000 元');
  await expect(card.locator('.pc-reading').filter({ hasText: '仅超过100小时的部分' })).toContainText('150,000 元');
});

test('each qualifying site is paid once', async ({ app }) => {
  await app.choose('aviation.business', 'landing_sites');
  await app.addRow('landing_sites', { kind: 'general', region: '株洲', certified: 'yes', hours: '1000' });
  await expect(app.amountOf(SITES)).toHaveText('1,000,000 元');
  await app.addRow('landing_sites', { kind: 'transport', region: '湖南', certified: 'yes', hours: '1499' });
  await expect(app.amountOf(SITES)).toHaveText('1,000,000 元');
  await app.addRow('landing_sites', { kind: 'temporary', region: '长沙县', certified: 'yes', public_service: 'yes' });
  await expect(app.amountOf(SITES)).toHaveText('2,000,000 元');
});
