/** The page in English: the same amounts, no Chinese left in the interface, and a switch that loses nothing. */

import type { Page } from '@playwright/test';

import { PolicyPage, expect, fixDate, test } from './page.ts';

const HOURS = 'general-aviation-hours';

/** Opens the page by an address that asks for English. */
async function openInEnglish(page: Page): Promise<PolicyPage> {
  await fixDate(page);
  await page.goto('/?lang=en');
  await expect(page.locator('.pc-app')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enterprise support policies: self-check');
  return new PolicyPage(page);
}

/** Texts and names with Chinese characters that are not marked as Chinese. */
async function chinese(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const han = /\p{Script=Han}/u;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const around = node.parentElement;
      if (han.test(text) && around !== null && around.closest('[lang="zh-CN"]:not(html), script, style') === null) {
        found.push(`${around.className}: ${text}`);
      }
    }
    for (const element of Array.from(document.querySelectorAll('*'))) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        if (han.test(text) && element.closest('[lang="zh-CN"]:not(html)') === null) {
          found.push(`${name}: ${text}`);
        }
      }
    }
    return found;
  });
}

test('the main scenario gives the same amounts in English', async ({ page }) => {
  const app = await openInEnglish(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Enterprise support policies: self-check');
  await app.operator({ mass: '0.8', hours: '200' }, { mass: '1.5', hours: '150' }, { mass: '5', hours: '100' });
  await expect(app.amountOf(HOURS)).toHaveText('CNY 700,000');
  await expect(app.stateOf(HOURS)).toHaveText('Obtainable');
  await expect(app.total('yearly')).toContainText('CNY 700,000');

  const card = await app.openCard(HOURS);
  for (const line of [
    'Row 1 (0.8 t): 200 h × 500 CNY/h = CNY 100,000',
    'Row 2 (1.5 t): 150 h × 2,000 CNY/h = CNY 300,000',
    'Row 3 (5 t): 100 h × 3,000 CNY/h = CNY 300,000',
    'Total = CNY 700,000',
  ]) {
    await expect(card.getByText(line, { exact: true })).toBeVisible();
  }
  await expect(card.locator('.pc-condition').filter({ hasText: 'At least 100 flight hours a year' })).toContainText('Enterprise: 450 h');
  // The clause stays as it is, and says in which language.
  const quote = card.getByRole('blockquote').locator('p').first();
  await expect(quote).toContainText('对于主运行基地设在湖南的通航企业');
  await expect(quote).toHaveAttribute('lang', 'zh-CN');

  await app.addRow('fleet', { max_takeoff_mass: '5', hours: '400' });
  await expect(card).toContainText('before the cap CNY 1,900,000, cap CNY 1,000,000');
  await app.setRow('fleet', 1, { hours: 'x' });
  await app.cell('fleet', 2, 'hours').click();
  await expect(page.getByRole('alert').filter({ hasText: 'Enter a number, for example' })).toBeVisible();
});

test('after a switch in the middle nothing of the interface stays Chinese', async ({ app, page }) => {
  await app.topic('recognition').check();
  await app.topic('tax').check();
  await app.operatorOfThree();
  await app.type('company.region', '长沙市');
  await app.choose('honours', 'city_little_giant');
  await app.type('srdi.city_year', '2025');
  await app.addRow('loans@2026', { principal: '400万元', start: '2026-01-01', end: '2027-01-01' });
  await app.choose('company.industry', 'industrial');
  await app.type('company.staff@2025', '很多');
  await page.locator('#compare-pin').click();
  await app.setRow('fleet', 1, { hours: '300' });
  await page.locator('#keep').check();
  await page.locator('#erase-all').click();
  expect((await chinese(page)).length).toBeGreaterThan(100);

  await page.locator('#language-en').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await app.openAll();
  await page.locator('#documents details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  await expect(page.locator('.pc-coverage').first()).toBeVisible();
  // What was said to a screen reader is said anew after a pause.
  await expect(page.locator('#announcement')).toContainText('Result');
  expect(await chinese(page)).toEqual([]);
});

test('the switch keeps entries, the focus and what is open', async ({ app, page }) => {
  await app.operatorOfThree();
  await app.type('company.region', '岳麓区');
  await app.openCard(HOURS);
  const english = page.locator('#language-en');
  await english.focus();
  await page.keyboard.press('Enter');
  await expect(app.amountOf(HOURS)).toHaveText('CNY 700,000');
  await expect(english).toBeFocused();
  await expect(english).toHaveAttribute('aria-pressed', 'true');
  await expect(app.question('company.region')).toHaveValue('岳麓区');
  await expect(app.cell('fleet', 2, 'max_takeoff_mass')).toHaveValue('1.5');
  await expect(app.program(HOURS)).toHaveAttribute('open', '');

  await page.locator('#language-zh').press('Enter');
  await expect(app.amountOf(HOURS)).toHaveText('700,000 元');
  await expect(page).toHaveTitle('惠企政策自测');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(app.cell('fleet', 3, 'hours')).toHaveValue('100');
});

test('the language outlives a reload by the address, and comes back with what was kept', async ({ app, page }) => {
  await page.locator('#language-en').click();
  await expect(page).toHaveURL(/\?lang=en$/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await app.option('aviation.business', 'general_aviation').check();
  await page.locator('#keep').check();
  await expect(async () => expect(await app.saved()).toContain('"language":"en"')).toPass();

  await page.locator('#language-zh').click();
  await expect(page).not.toHaveURL(/lang/);
});
