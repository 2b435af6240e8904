/** axe-core finds nothing on any state of the page, in light, dark, large text and on a phone. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { type PolicyPage, expect, test } from './page.ts';

/** How a state is looked at. */
const MODES = [
  { name: 'light', theme: 'light', large: false, width: 1280 },
  { name: 'dark', theme: 'dark', large: false, width: 1280 },
  { name: 'large text', theme: 'light', large: true, width: 1280 },
  { name: 'phone', theme: 'light', large: false, width: 360 },
];

/** All rules that run of themselves, and that of WCAG 2.2 that does not. */
const RULES = { rules: { 'target-size': { enabled: true } } };

/** Each state of the page, and how to come to it. */
const STATES: Record<string, (app: PolicyPage, page: Page) => Promise<void>> = {
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
    await expect(page.locator('#erase-sure')).toBeVisible();
  },
  'another day': async (app, page) => {
    await app.type('company.region', '岳麓区');
    await page.locator('#date').fill('2024-06-30');
  },
  'display settings': async (_app, page) => {
    await page.locator('#display > summary').click();
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async ({ app, page }) => {
    test.slow();
    await reach(app, page);
    for (const mode of MODES) {
      await page.setViewportSize({ width: mode.width, height: 900 });
      await look(page, mode.theme, mode.large);
      const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n  ')}`);
      expect(found, mode.name).toEqual([]);
    }
  });
}

/** Chooses colours and size as the display settings do, without opening them. */
async function look(page: Page, theme: string, large: boolean): Promise<void> {
  await page.locator(`#display input[value="${theme}"]`).evaluate((input: HTMLInputElement) => input.click());
  await page.locator('#display-large').evaluate((input: HTMLInputElement, wanted) => {
    if (input.checked !== wanted) {
      input.click();
    }
  }, large);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await expect(page.locator('html')).toHaveAttribute('data-size', large ? 'large' : 'normal');
}
