/**
 * Attacks on everything that the page reads: nothing runs, nothing hangs, nothing is lost, and the person
 * is told.
 */

import { writeFileSync } from 'node:fs';

import { type Page } from '@playwright/test';

import { SINGLE_FILE } from './dist.ts';
import { MainThread, SCRIPT, TEXTS, expectInert, formWith, linkWith, resultWith } from './hostile.ts';
import { PolicyPage, SAVED_KEY, expect, fixDate, test } from './page.ts';

/** The longest that an attack may keep the page busy, in counts: a second or so on a fast machine. */
const LONGEST = 20;

/** What was typed before the attack. */
const TYPED = '长沙县';

const NESTED = 100_000;
const arrays = '['.repeat(NESTED) + ']'.repeat(NESTED);
const objects = `${'{"fleet":'.repeat(NESTED)}1${'}'.repeat(NESTED)}`;

/** Chooses a file of this text, from the disk: a text that is handed over is made a file in the page's thread. */
async function choose(page: Page, text: string): Promise<void> {
  const path = test.info().outputPath('answers.json');
  writeFileSync(path, text);
  await page.locator('#import-file').setInputFiles(path);
}

/** Does an attack, and fails where it keeps the page busy for long. */
async function attack(page: Page, act: () => Promise<void>): Promise<void> {
  const thread = await MainThread.of(page);
  expect(await thread.during(act), 'counts of the main thread').toBeLessThan(LONGEST);
  await expectInert(page);
}

test.describe('the watch itself', () => {
  // The page's policy complains of the script.
  test.use({ quiet: false });

  test('what these tests look for, they find', async ({ app, page }) => {
    await app.page.locator('.pc-app').evaluate((element, html) => { element.insertAdjacentHTML('beforeend', html); }, SCRIPT);
    await expect(expectInert(page)).rejects.toThrow(/onerror/);
  });
});

// ---- Files ----

const REFUSED: [name: string, text: string, message: RegExp][] = [
  ['megabytes', JSON.stringify({ 'company.region': '长'.repeat(3_000_000) }), /超过 1 MB/],
  ['arrays in arrays', arrays, /嵌套过深/],
  ['objects in objects', objects, /嵌套过深/],
  ['a number of 10,000 digits', `{"company.revenue@2025":${'9'.repeat(10_000)}}`, /company.revenue@2025|不是 JSON/],
  ['a lone surrogate', '{"company.region":"\\ud800"}', /不是 JSON/],
  ['a NUL', '{"company.region":"长\0沙"}', /不是 JSON/],
  ['more rows than a page can hold', `{"fleet":[${'{},'.repeat(200_000)}{}]}`, /fleet.*多得显示不了/],
  ['more options than there are', `{"honours":[${'"x",'.repeat(200_000)}"x"]}`, /honours.*多得显示不了/],
  ['a script for a name', JSON.stringify({ [SCRIPT]: 1, 'company.region': { [SCRIPT]: 1 } }), /company.region/],
];
for (const [name, text, message] of REFUSED) {
  test(`a file is refused: ${name}`, async ({ app, page }) => {
    await app.type('company.region', TYPED);
    await attack(page, async () => {
      await choose(page, text);
      await expect(page.locator('#import-file')).toHaveAccessibleDescription(message);
    });
    await expect(app.question('company.region')).toHaveValue(TYPED);
  });
}

const TAKEN: [name: string, text: string][] = [
  ...Object.entries(TEXTS).map(([name, text]): [string, string] => [`${name} in every string`, JSON.stringify(resultWith(text.slice(0, 10_000)))]),
  ['one endless text', JSON.stringify({ 'company.region': TEXTS.long })],
  ['rows where no list is asked for', '{"company.region":{"rows":[]},"company.industry":{"rows":[],"more":true},"fleet":"x"}'],
  ['answers for all years', JSON.stringify(Object.fromEntries(Array.from({ length: 30_000 }, (_, year) => [`company.revenue@${year - 15_000}`, '1'])))],
  ['names without end', JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`<b>${at}`, at])))],
];
for (const [name, text] of TAKEN) {
  test(`a file is taken as the text that it is: ${name}`, async ({ app, page }) => {
    await app.type('company.region', TYPED);
    await attack(page, async () => {
      await choose(page, text);
      await expect(page.locator('#arrival')).toContainText('现在填写的内容会被替换');
    });
    await expect(app.question('company.region')).toHaveValue(TYPED);
    await attack(page, async () => {
      await page.locator('#arrival-replace').click();
      await expect(page.locator('#arrival')).toContainText('已导入文件中的答案');
    });
    await expect(page.locator('.pc-app')).toBeVisible();
  });
}

// ---- Links ----

const LINKS: [name: string, code: string, message: RegExp][] = [
  ['megabytes', `a1.${'A'.repeat(2_000_000)}`, /太长/],
  ['nothing but a mark', 'a1.', /不完整|改动|打不开|无法/],
  ['a later version', `a99.${'A'.repeat(100)}`, /较新/],
  ['a script', SCRIPT, /./],
  ['NUL and marks', '\0\u202ea1.\0', /./],
  ['nested', arrays, /./],
];
for (const [name, code, message] of LINKS) {
  test(`a code is refused: ${name}`, async ({ app, page }) => {
    await app.type('company.region', TYPED);
    await attack(page, async () => {
      await page.locator('#import-code').fill(code);
      await page.locator('#import-open').click();
      await expect(page.locator('#import-code-error')).toContainText(message);
    });
    await expect(app.question('company.region')).toHaveValue(TYPED);
  });
}

for (const [name, text] of Object.entries(TEXTS)) {
  test(`a forged link with a good checksum is text: ${name}`, async ({ page }) => {
    const app = await opened(page, `./#${linkWith(text.slice(0, 1_000))}`);
    await expect(page.locator('#arrival')).toContainText('已打开链接中的答案');
    await expectInert(page);
    await expect(app.question('company.region')).toHaveAttribute('aria-invalid', 'true');
  });
}

test('a fragment of megabytes, and one that is no link, leave the page as it is', async ({ page }) => {
  const app = await opened(page, `./#a1.${'A'.repeat(1_000_000)}`);
  await expect(page.locator('#arrival')).toContainText('太长');
  await app.type('company.region', TYPED);
  await attack(page, async () => {
    for (const fragment of [SCRIPT, '%00%ED%A0%80%', 'a1.%', `a1.${'%41'.repeat(300_000)}`]) {
      await page.evaluate((to) => { window.location.hash = to; }, fragment);
    }
    await expect(page.locator('#arrival')).toContainText(/太长|打不开|改动|不完整/);
  });
  await expect(app.question('company.region')).toHaveValue(TYPED);
});

// ---- Options of the address ----

const OPTIONS = ['region', 'programs', 'topics', 'as-of', 'theme', 'size', 'home', 'accent', 'lang', 'id', 'host'];

for (const [name, text] of Object.entries(TEXTS)) {
  test(`options of the address are text: ${name}`, async ({ page }) => {
    // Servers take no longer addresses; the file below does.
    const value = encodeURIComponent(text.slice(0, 150));
    await opened(page, `./?${OPTIONS.map((option) => `${option}=${value}`).join('&')}`);
    await expect(page.locator('#wrong-options')).toContainText('region');
    await expect(page.locator('#wrong-options')).toContainText('home');
    await expectInert(page);
  });
}

test('options that are no text, and too many of them', async ({ page }) => {
  await opened(page, `./?region=%ED%A0%80%00%&${'region=x&'.repeat(800)}home=data:text/html,x`);
  await expect(page.locator('#wrong-options')).toContainText('region');
  await expectInert(page);
});

test.describe('opened from disk', () => {
  test.use({ baseURL: new URL('./', SINGLE_FILE).href });

  test('an address with options of a megabyte opens as any other', async ({ page }) => {
    await opened(page, `${SINGLE_FILE}?region=${'x'.repeat(500_000)}&programs=${'y,'.repeat(200_000)}`);
    await expect(page.locator('#wrong-options')).toContainText('region');
    await attack(page, async () => {
      await page.locator('#options-close').click();
      await expect(page.locator('#wrong-options')).toHaveCount(0);
    });
  });
});

// ---- Answers kept on the device ----

/** A page that finds this on the device. */
async function finding(page: Page, kept: string): Promise<PolicyPage> {
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SAVED_KEY, kept] as const);
  return await opened(page, './');
}

/** The page at an address, as soon as it stands there, and no later than it should. */
async function opened(page: Page, address: string): Promise<PolicyPage> {
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(address);
  return app;
}

const CORRUPT: [name: string, kept: string][] = [
  ['megabytes', JSON.stringify(formWith('x'.repeat(150_000)))],
  ['arrays in arrays', arrays],
  ['objects in objects', objects],
  ['another type', '[1,2,3]'],
  ['null', 'null'],
  ['a form without answers', '{"version":1}'],
  ['answers that are none', '{"version":1,"answers":[1]}'],
  ['a lone surrogate', '{"version":1,"answers":{"company.region":"\\ud800"}}'],
  ['a NUL', '\0'],
  ['a script', SCRIPT],
  ['rows without end', `{"version":1,"answers":{"fleet":[${'{},'.repeat(100_000)}{}]}}`],
];
for (const [name, kept] of CORRUPT) {
  test(`what is kept cannot be read: ${name}`, async ({ page }) => {
    const app = await finding(page, kept);
    await expect(app.notice).toContainText('已损坏');
    await attack(page, async () => {
      await app.question('company.region').fill(TYPED);
      await expect(app.question('company.region')).toHaveValue(TYPED);
    });
    expect(await app.saved(), 'not erased').toBe(kept);
  });
}

for (const [name, text] of Object.entries(TEXTS)) {
  test(`what is kept is text: ${name}`, async ({ page }) => {
    const kept = JSON.stringify(formWith(text.slice(0, 10_000)));
    const app = await finding(page, kept);
    await expect(app.notice).toContainText('有上次保存的内容');
    await attack(page, async () => {
      await app.restore();
    });
    await attack(page, async () => {
      await page.locator('#open-sheet').click();
      await expect(page.locator('#close-sheet')).toBeVisible();
    });
    await expect(page.locator('#identity-code')).toHaveAttribute('aria-invalid', 'true');
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await expectInert(page);
  });
}

// ---- Typed ----

for (const [name, text] of Object.entries(TEXTS)) {
  test(`what is typed is text: ${name}`, async ({ app, page }) => {
    await app.operator({ hours: '1' });
    for (const box of [app.question('company.region'), app.cell('fleet', 1, 'hours')]) {
      await attack(page, async () => {
        await box.fill(text);
        await box.blur();
        await expect(box).toHaveAttribute('aria-invalid', 'true');
      });
      await expect(box).toHaveValue(text);
    }
  });

  test(`a name for the sheet is text: ${name}`, async ({ app, page }) => {
    await app.type('company.region', TYPED);
    await page.locator('#open-sheet').click();
    for (const box of [page.locator('#identity-name'), page.locator('#identity-code')]) {
      await attack(page, async () => {
        await box.fill(text);
        await box.blur();
      });
      await expect(box).toHaveValue(text);
    }
    await expect(page.locator('#identity-code')).toHaveAttribute('aria-invalid', 'true');
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await expectInert(page);
  });
}
