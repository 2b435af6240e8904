/** The states of the page that are looked at: by axe-core, and in pictures. */

import type { Page } from '@playwright/test';

import { type PolicyPage, expect } from './page.ts';

/** Each state of the page, and how to come to it. */
export const STATES: Record<string, (app: PolicyPage, page: Page) => Promise<void>> = {
  'nothing answered': async () => {},
  'no topic open': async (app) => {
    await app.topic('funding').uncheck();
  },
  'a first range': async (app) => {
    await app.type('company.region', '岳麓区');
    await app.choose('aviation.business', 'general_aviation');
  },
  'an exact result': async (app) => {
    await app.plainEnterprise();
    await app.operatorOfThree();
  },
  'an opened program with its chart': async (app) => {
    await app.operatorOfThree();
    await app.openCard('general-aviation-hours');
  },
  'a refused program with its nearest way': async (app) => {
    await app.operator({ mass: '0.8', hours: '88' });
    await app.openCard('general-aviation-hours');
  },
  'amounts of several years': async (app) => {
    await app.type('company.region', '岳麓区');
    await app.choose('honours', 'city_little_giant');
    await app.type('srdi.city_year', '2025');
    await app.addRow('loans@2026', { principal: '10000000', start: '2026-01-01', end: '2027-01-01' });
    await app.openCard('little-giant-loan-interest');
  },
  'wrong entries': async (app) => {
    await app.type('company.region', '长沙郡');
    await app.operator({ mass: '0.8', hours: '12x' });
    await app.question('company.region').focus();
    await app.question('company.region').blur();
    await expect(app.page.locator('#errors')).toBeVisible();
  },
  'a question back': async (app) => {
    await app.type('company.region', '长沙');
    await app.choose('company.industry', 'industrial');
    await app.type('company.revenue@2025', '3000');
    await app.question('company.revenue@2025').blur();
    await expect(app.page.locator('.pc-doubt__says')).toBeVisible();
  },
  'a list of places': async (app, page) => {
    await app.type('company.region', '区');
    await app.question('company.region').press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toBeVisible();
  },
  'an industry of several classes': async (app, page) => {
    await app.type('company.region', '长沙');
    await page.getByLabel(/按国民经济行业分类搜索/).fill('59');
    await page.getByRole('option').first().click();
    await expect(page.getByRole('button', { name: '仓储业' })).toBeVisible();
  },
  'two situations': async (app, page) => {
    await app.operatorOfThree();
    await page.locator('#compare-pin').click();
    await app.setRow('fleet', 1, { hours: '20' });
    await expect(page.locator('#compare table')).toBeVisible();
  },
  'all topics': async (app) => {
    await app.topic('recognition').check();
    await app.topic('tax').check();
    await app.openCard('income-tax');
  },
  'a document with its clauses': async (app) => {
    await app.page.locator('.pc-document > summary').first().click();
    await expect(app.page.locator('.pc-coverage').first()).toBeVisible();
  },
  'erasing asks first': async (app, page) => {
    await app.type('company.region', '岳麓区');
    await page.locator('#erase-all').click();
    await expect(page.locator('#erase-all-sure')).toBeVisible();
  },
  'an example': async (_app, page) => {
    await page.locator('#example-county-manufacturer').click();
    await expect(page.locator('#example-banner')).toBeVisible();
  },
  'an example asks first': async (app, page) => {
    await app.type('company.region', '江西');
    await page.locator('#examples summary').click();
    await page.locator('#example-little-giant').click();
    await expect(page.locator('#example-little-giant-sure')).toBeVisible();
  },
  'one question at a time': async (app, page) => {
    await page.locator('#mode-guided').check();
    await app.type('company.region', '岳麓区');
    await app.question('company.region').press('Enter');
    await app.choose('aviation.business', 'general_aviation');
    await expect(page.locator('#running')).toBeVisible();
  },
  'all answers to look over': async (_app, page) => {
    await page.locator('#example-little-giant').click();
    await page.locator('#mode-guided').check();
    while (await page.locator('#guide-skip').isVisible()) {
      await page.locator('#guide-skip').click();
    }
    await expect(page.locator('#review')).toBeVisible();
  },
  'kept answers are offered': async (app, page) => {
    await page.locator('#keep').check();
    await app.operatorOfThree();
    await page.reload();
    await expect(app.notice).toContainText('要恢复吗');
  },
  'a link asks before it replaces answers': async (app, page) => {
    await app.type('company.region', '江西');
    const link = await page.locator('#share-link').inputValue();
    await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await expect(page.locator('#arrival-replace')).toBeVisible();
  },
  'a code that cannot be opened': async (_app, page) => {
    await page.locator('#import-code').fill('a1.AAAA');
    await page.locator('#import-open').click();
    await expect(page.locator('#import-code-error')).toBeVisible();
  },
  'the result sheet': async (app, page) => {
    await app.plainEnterprise();
    await app.operatorOfThree();
    await page.locator('#open-sheet').click();
    await expect(page.locator('#sheet')).toBeFocused();
  },
  'in English': async (app, page) => {
    await app.operatorOfThree();
    await app.openCard('general-aviation-hours');
    await page.locator('#language-en').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  },
  'another day': async (app, page) => {
    await app.type('company.region', '岳麓区');
    await page.locator('#date').fill('2024-06-30');
  },
  'display settings': async (_app, page) => {
    await page.locator('#display > summary').click();
  },
};

/** Shows the colours and size that the display settings choose, in views without them too. */
export async function look(page: Page, theme: string, large: boolean): Promise<void> {
  await page.locator('html').evaluate(
    (html, [chosen, size]) => {
      html.dataset.theme = chosen;
      html.dataset.size = size;
    },
    [theme, large ? 'large' : 'normal'],
  );
}
