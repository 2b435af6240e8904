/** Whole visits: by keyboard, on a phone, and question by question. */

import type { Locator } from '@playwright/test';

import { type PolicyPage, expect, test } from './page.ts';

const HOURS = 'general-aviation-hours';

test('the page starts on its own', async ({ app, page }) => {
  await page.waitForLoadState('networkidle');
  await expect(page).toHaveTitle('惠企政策自测');
  await expect(app.totals).toContainText('测算结果仅供参考，以主管部门审核为准');
  await expect(page.getByText('按 2026-11-21 有效的政策测算')).toBeVisible();
});

test('three answers give a first range, none gives no sum', async ({ app }) => {
  await expect(app.totals).toContainText('还没有填写');
  await expect(app.page.locator('[id^="total-"]')).toHaveCount(0);
  await app.type('company.region', '长沙');
  await app.choose('aviation.business', 'general_aviation');
  await app.type('operator.main_base', '长沙');
  await expect(app.amountOf(HOURS)).toHaveText('最高 1,000,000 元');
  await expect(app.total('yearly')).toHaveText('最高 1,000,000 元');
  await expect(app.needsOf(HOURS)).toContainText('航空器');
});

test('only questions that can still matter are asked', async ({ app }) => {
  await expect(app.progress).toHaveText('还有 2 个问题可能影响结果');
  await expect(app.question('fleet')).toHaveCount(0);

  await app.choose('aviation.business', 'general_aviation');
  await expect(app.question('operator.main_base')).toBeVisible();
  await expect(app.question('routes')).toHaveCount(0);
  await app.choose('aviation.business', 'new_aircraft');
  await app.type('company.region', '长沙');
  await expect(app.question('routes')).toBeVisible();

  await app.choose('aviation.business', 'none');
  for (const fact of ['operator.main_base', 'fleet', 'routes', 'light_sport.sorties', 'landing_sites']) {
    await expect(app.question(fact), fact).toHaveCount(0);
  }
  await expect(app.question('srdi.city_year')).toHaveCount(0);
  // Projects, honours, industry, revenue, innovation, the key field, and where in 长沙: 长沙县 pays its own.
  await expect(app.progress).toHaveText('还有 7 个问题可能影响结果');
  await app.type('company.region', '长沙市岳麓区');
  await expect(app.progress).toHaveText('还有 6 个问题可能影响结果');
  await app.choose('manufacturing.projects', 'none');
  await expect(app.progress).toHaveText('还有 5 个问题可能影响结果');
  await app.choose('honours', 'none');
  await expect(app.question('srdi.city_year')).toHaveCount(0);
  await expect(app.progress).toHaveText('还有 4 个问题可能影响结果');
  // Revenue decides on 小升规, which is for industry; the size of 其他未列明行业 follows from its staff.
  await expect(app.question('company.revenue@2025')).toBeVisible();
  await app.choose('company.industry', 'other');
  await expect(app.question('company.revenue@2025')).toHaveCount(0);
  await expect(app.question('company.staff@2025')).toBeVisible();
  await expect(app.progress).toHaveText('还有 3 个问题可能影响结果');
  await app.choose('hunan.innovation', 'none');
  await expect(app.question('company.staff@2025')).toHaveCount(0);
  await expect(app.progress).toHaveText('还有 1 个问题可能影响结果');
  await app.choose('rd.key_field', 'other');
  await expect(app.progress).toHaveText('还有 2 个问题可能影响结果');
  await app.type('rd.super_deduction@2025', '0');
  await expect(app.question('rd.super_deduction@2024')).toHaveCount(0);
  await expect(app.progress).toHaveText('能影响结果的问题都已回答');
  await expect(app.totals.locator('.pc-totals__amount')).toHaveText('0 元');
});

test('a place is asked for finer while a program needs it, and only then', async ({ app }) => {
  const hint = '有的项目要看在哪个市、哪个区县，请填得更细。';
  await app.type('company.region', '长沙');
  await expect(app.coarse('company.region')).toHaveText(hint);
  await app.type('company.region', '长沙县');
  await expect(app.coarse('company.region')).toHaveCount(0);
  await app.type('company.region', '长沙');
  await expect(app.coarse('company.region')).toHaveText(hint);
  // What 长沙县 pays is for industry.
  await app.choose('company.industry', 'other');
  await expect(app.coarse('company.region')).toHaveCount(0);
});

test('不清楚 is an answer: the range stays, the question is no longer open', async ({ app }) => {
  await app.choose('aviation.business', 'general_aviation');
  await app.type('operator.main_base', '长沙');
  await app.type('company.region', '长沙');
  const open = async (): Promise<number> => Number(/\d+/.exec(await app.progress.innerText())?.[0]);
  const before = await open();
  await expect(app.amountOf(HOURS)).toHaveText('最高 1,000,000 元');

  await app.unsure('fleet').check();
  await expect(app.amountOf(HOURS)).toHaveText('最高 1,000,000 元');
  await expect(app.stateOf(HOURS)).toHaveText('还需信息');
  expect(await open()).toBe(before - 1);

  await app.unsure('honours').check();
  await expect(app.amountOf('little-giant-loan-interest')).toHaveText('最高 500,000 元');

  await app.unsure('fleet').uncheck();
  await app.addRow('fleet', { max_takeoff_mass: '0.8', hours: '200' });
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
});

test('the keyboard alone is enough', async ({ app, page }) => {
  const keys = page.keyboard;
  /** Goes on with Tab until a place has the focus. */
  const tabTo = async (target: Locator): Promise<void> => {
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement))) {
        return;
      }
      await keys.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  /** Goes to a place, presses keys there, and is still there. */
  const press = async (target: Locator, key: string): Promise<void> => {
    await tabTo(target);
    await keys.press(key);
    await expect(target).toBeFocused();
  };
  const write = async (target: Locator, text: string): Promise<void> => {
    await tabTo(target);
    await keys.type(text);
    await expect(target).toBeFocused();
    await expect(target).toHaveValue(text);
  };
  await write(app.question('company.region'), '长沙');
  await press(app.option('aviation.business', 'general_aviation'), 'Space');
  await press(app.option('manufacturing.projects', 'none'), 'Space');
  await press(app.option('honours', 'city_little_giant'), 'Space');
  // Upwards from the first, around the end of the list: 不清楚, then 其他未列明行业.
  await tabTo(app.option('company.industry', 'agriculture'));
  await keys.press('ArrowUp');
  await keys.press('ArrowUp');
  await expect(app.option('company.industry', 'other')).toBeFocused();
  await expect(app.option('company.industry', 'other')).toBeChecked();
  await write(app.question('operator.main_base'), '湖南');
  for (const [row, [mass, hours]] of ([['0.8', '200'], ['1.5', '150'], ['5', '100']] as const).entries()) {
    await tabTo(app.add('fleet'));
    await keys.press('Enter');
    await expect(app.cell('fleet', row + 1, 'max_takeoff_mass')).toBeFocused();
    await write(app.cell('fleet', row + 1, 'max_takeoff_mass'), mass);
    await write(app.cell('fleet', row + 1, 'hours'), hours);
  }
  await expect(app.amountOf(HOURS)).toHaveText('700,000 元');
  await press(app.option('hunan.innovation', 'none'), 'Space');
  await write(app.question('srdi.city_year'), '2022');
  const received = (id: string): Locator => app.option('rd.city_subsidy_received', id);
  await press(received('yes'), 'Space');
  await expect(received('yes')).toBeChecked();
  await keys.press('ArrowDown');
  await expect(received('no')).toBeChecked();
  await expect(received('no')).toBeFocused();
  await expect(app.question('rd.eligible_cost@2025')).toBeVisible();
  await keys.press('ArrowUp');
  await expect(received('yes')).toBeChecked();
  await expect(app.question('rd.eligible_cost@2025')).toHaveCount(0);
  await tabTo(app.option('rd.key_field', 'listed'));
  await keys.press('ArrowDown');
  await expect(app.option('rd.key_field', 'other')).toBeChecked();
  await write(app.question('rd.super_deduction@2025'), '0');
  await expect(app.progress).toHaveText('能影响结果的问题都已回答');

  await press(app.summaryOf(HOURS), 'Enter');
  await expect(app.program(HOURS)).toHaveAttribute('open', '');
  await expect(app.program(HOURS).getByRole('blockquote')).toBeVisible();
});

test('an opened card stays open while the answers change', async ({ app }) => {
  await app.type('company.region', '长沙');
  const card = await app.openCard(HOURS);
  // Programs before it go, and it moves up.
  await app.choose('honours', 'none');
  await expect(app.stateOf('little-giant-rd')).toHaveText('暂不符合');
  await expect(card).toHaveAttribute('open', '');
  // Its own content changes.
  await app.choose('aviation.business', 'general_aviation');
  await app.type('operator.main_base', '长沙');
  await expect(card).toContainText('企业：湖南省长沙市');
  await expect(card).toHaveAttribute('open', '');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('nothing is wider than the screen, and the result is one tap away', async ({ app, page }) => {
    await expectNoSidewaysScrolling(app);
    await app.operatorOfThree();
    await app.type('company.region', '长沙');
    await app.choose('honours', 'city_little_giant');
    await app.type('srdi.city_year', '2025');
    await app.addRow('loans@2026', { principal: '10000000', start: '2026-01-01', end: '2027-01-01' });
    await expectNoSidewaysScrolling(app);

    const bar = page.locator('#summary-bar');
    await expect(bar).toBeInViewport();
    await expect(bar).toContainText('每年 70 万元，另有');
    await expect(bar).toContainText('测算结果仅供参考，以主管部门审核为准');
    await expect(app.totals).not.toBeInViewport();
    await bar.getByRole('link').tap();
    await expect(app.totals).toBeInViewport();

    // What is for other places or past is one tap further away.
    const aside = page.locator('#aside');
    await expect(aside.locator('[id^="program-"]').first()).toBeHidden();
    await aside.locator('> summary').tap();
    await expect(aside).toHaveAttribute('open', '');
    await expectNoSidewaysScrolling(app);

    const cards = await page.locator('[id^="program-"]').all();
    expect(cards.length).toBeGreaterThan(await aside.locator('[id^="program-"]').count());
    for (const card of cards) {
      await card.locator('> summary').tap();
      await expect(card).toHaveAttribute('open', '');
    }
    await expectNoSidewaysScrolling(app);
  });

  test('nothing is wider than the screen with all topics, workings and documents opened', async ({ app, page }) => {
    for (const topic of ['funding', 'recognition', 'tax']) {
      await app.topic(topic).check();
    }
    await expect(app.program('income-tax')).toBeVisible();
    await app.openAll();
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) {
        (details as HTMLDetailsElement).open = true;
      }
    });
    await expect(page.locator('.pc-coverage').last()).toBeVisible();
    await expectNoSidewaysScrolling(app);
  });

  test('the bar never hides the place that has the focus', async ({ app, page }) => {
    await app.choose('aviation.business', 'general_aviation');
    await app.question('company.region').focus();
    const visited = new Set<string>();
    for (let steps = 0; steps < 30; steps += 1) {
      await page.keyboard.press('Tab');
      const { name, under } = await page.evaluate(() => {
        const focused = document.activeElement ?? document.body;
        const box = focused.getBoundingClientRect();
        const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const bar = document.querySelector('#summary-bar');
        const own = bar?.contains(focused) ?? true;
        return { name: focused.outerHTML.slice(0, 200), under: !own && (bar?.contains(above) ?? true) };
      });
      expect(under, name).toBe(false);
      visited.add(name);
    }
    expect(visited.size).toBeGreaterThan(15);
  });
});

async function expectNoSidewaysScrolling(app: PolicyPage): Promise<void> {
  const [content, screen] = await app.page.evaluate(() => [
    document.scrollingElement?.scrollWidth ?? Infinity,
    window.innerWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
}
