/** One question at a time: the same answers and the same result as in the whole form. */

import type { Page } from '@playwright/test';

import { type PolicyPage, expect, test } from './page.ts';

const HOURS = 'general-aviation-hours';

/** The ways on. */
const next = (page: Page) => page.getByRole('button', { name: '下一题' });
const back = (page: Page) => page.getByRole('button', { name: '上一题' });
const skip = (page: Page) => page.getByRole('button', { name: '不清楚，跳过' });

async function guide(app: PolicyPage): Promise<void> {
  await app.page.locator('#mode-guided').check();
  await expect(app.page.locator('#questions .pc-question')).toHaveCount(1);
}

test('the questions come one by one, with what follows so far', async ({ app, page }) => {
  await guide(app);
  const running = page.locator('#running');
  await expect(app.question('company.region')).toBeVisible();
  await expect(back(page)).toHaveCount(0);
  await expect(running).toHaveCount(0);
  await app.type('company.region', '长沙市岳麓区');
  // It stays though it is answered, until the person goes on.
  await expect(app.question('company.region')).toBeVisible();
  await next(page).click();
  await app.choose('aviation.business', 'general_aviation');
  await expect(running).toContainText('现在能享受');
  await next(page).click();
  await app.choose('manufacturing.projects', 'none');
  await next(page).click();
  await app.choose('honours', 'none');

  // Back leads over answers, on to the next open question.
  await back(page).click();
  await expect(app.option('manufacturing.projects', 'none')).toBeChecked();
  await expect(app.option('manufacturing.projects', 'none')).toBeFocused();
  await back(page).click();
  await expect(app.option('aviation.business', 'general_aviation')).toBeChecked();
  await next(page).click();
  await expect(app.question('company.industry')).toBeVisible();
  await app.choose('company.industry', 'other');
  await next(page).click();
  while (!(await app.question('operator.main_base').isVisible())) {
    await skip(page).click();
  }
  await app.type('operator.main_base', '长沙');
  await expect(running).toContainText('每年 最高 1,000,000 元');
  await expect(app.total('yearly')).toHaveText('最高 1,000,000 元');
});

test('an entry that cannot be taken holds, and skipping it loses nothing', async ({ app, page }) => {
  await guide(app);
  await app.type('company.region', '长');
  await app.question('company.region').press('Enter');
  await expect(app.question('company.region')).toBeFocused();
  await expect(app.question('company.region')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#guide-question').getByRole('alert')).toBeVisible();
  await skip(page).click();
  await expect(app.question('aviation.business')).toBeVisible();
  await back(page).click();
  await app.unsure('company.region').uncheck();
  await expect(app.question('company.region')).toHaveValue('长');
  await app.type('company.region', '长沙市岳麓区');
  await app.question('company.region').press('Enter');
  await expect(app.question('aviation.business')).toBeVisible();
});

test('the keyboard alone leads through all questions to the result', async ({ app, page }) => {
  const keys = page.keyboard;
  await page.locator('#mode-full').focus();
  await keys.press('ArrowDown');
  await expect(page.locator('#mode-guided')).toBeChecked();
  // To the first field, past how it is asked and what for.
  for (let steps = 0; steps < 12 && !(await isFocused(app, 'company.region')); steps += 1) {
    await keys.press('Tab');
  }
  await keys.type('岳麓区');
  await keys.press('Enter');
  /** The option that has the focus is the first of its question; goes to another and on. */
  const take = async (fact: string, option: string): Promise<void> => {
    await expect(app.question(fact).locator('input').first()).toBeFocused();
    const wanted = app.option(fact, option);
    const radio = (await wanted.getAttribute('type')) === 'radio';
    for (let steps = 0; steps < 30; steps += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) {
        break;
      }
      await keys.press(radio ? 'ArrowDown' : 'Tab');
    }
    if (!(await wanted.isChecked())) {
      await keys.press('Space');
    }
    await expect(wanted).toBeChecked();
    await keys.press('Enter');
  };
  await take('aviation.business', 'none');
  await take('manufacturing.projects', 'none');
  await take('honours', 'none');
  await take('company.industry', 'other');
  await expect(app.question('company.staff@2025')).toBeFocused();
  await keys.type('30');
  await keys.press('Enter');
  await take('hunan.innovation', 'none');
  await take('rd.key_field', 'other');
  for (const year of [2024, 2025]) {
    await expect(app.question(`rd.super_deduction@${year}`)).toBeFocused();
    await keys.type('0');
    await keys.press('Enter');
  }
  const end = page.locator('#guide-end');
  await expect(end).toBeFocused();
  await expect(end).toHaveText('能影响结果的问题都已回答');
  await expect(page.locator('#no-result')).toBeVisible();
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(page.locator('#results')).toBeFocused();

  // The first answer can be changed from the list, and what it opens is asked.
  await page.getByRole('button', { name: '修改：低空业务' }).press('Enter');
  await expect(app.option('aviation.business', 'none')).toBeFocused();
  await keys.press('Shift+Tab');
  await keys.press('Shift+Tab');
  await keys.press('Shift+Tab');
  await keys.press('Shift+Tab');
  await expect(app.option('aviation.business', 'general_aviation')).toBeFocused();
  await keys.press('Space');
  await keys.press('Enter');
  await expect(app.question('operator.main_base')).toBeFocused();
});

async function isFocused(app: PolicyPage, fact: string): Promise<boolean> {
  return await app.question(fact).evaluate((element) => element === document.activeElement);
}

test('in a list Enter adds nothing and leaves nothing', async ({ app, page }) => {
  await app.operator();
  await guide(app);
  while (!(await app.question('fleet').isVisible())) {
    await skip(page).click();
  }
  await app.addRow('fleet', { max_takeoff_mass: '0.8', hours: '200' });
  await app.cell('fleet', 1, 'hours').press('Enter');
  await expect(app.rows('fleet')).toHaveCount(1);
  await expect(app.amountOf(HOURS)).toHaveText('100,000 元');
  // A row that is not filled in is said.
  await app.add('fleet').click();
  await next(page).click();
  await expect(app.question('fleet').getByRole('alert')).toBeVisible();
  await app.remove('fleet', 2).click();
  await next(page).click();
  await expect(app.question('fleet')).toHaveCount(0);
});

test('the ways of asking are switched without loss', async ({ app, page }) => {
  await app.type('company.region', '岳麓区');
  await app.operatorOfThree();
  await guide(app);
  await expect(app.amountOf(HOURS)).toHaveText('700,000 元');
  await app.choose('manufacturing.projects', 'tech_upgrade');
  await page.locator('#mode-full').check();
  await expect(app.question('company.region')).toHaveValue('岳麓区');
  await expect(app.rows('fleet')).toHaveCount(3);
  await expect(app.option('manufacturing.projects', 'tech_upgrade')).toBeChecked();
  await expect(app.amountOf(HOURS)).toHaveText('700,000 元');
});

test('what was kept comes back in the way it was asked', async ({ app, page }) => {
  await page.locator('#keep').check();
  await guide(app);
  await app.type('company.region', '长沙市岳麓区');
  await page.reload();
  await app.restore();
  await expect(page.locator('#mode-guided')).toBeChecked();
  await expect(app.question('aviation.business')).toBeVisible();
  await back(page).click();
  await expect(app.question('company.region')).toHaveValue('长沙市岳麓区');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('question, ways on and what follows fit beside the bar', async ({ app, page }) => {
    await guide(app);
    await app.type('company.region', '长沙市岳麓区');
    await next(page).tap();
    await app.option('aviation.business', 'general_aviation').tap();
    await expect(next(page)).toBeInViewport();
    const wide = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? Infinity);
    expect(wide).toBeLessThanOrEqual(360);
  });
});
