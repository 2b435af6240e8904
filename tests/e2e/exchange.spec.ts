/** Share links, exported files, and both brought back: whole, or refused with nothing lost. */

import { readFile } from 'node:fs/promises';

import { type Browser, type Locator, type Page } from '@playwright/test';

import { PolicyPage, SAVED_KEY, TODAY, expect, fixDate, test, typeInto } from './page.ts';

/** The notice about what came. */
function arrival(page: Page): Locator {
  return page.locator('#arrival');
}

/** What stands in the box of the link. */
async function link(page: Page): Promise<string> {
  return await page.locator('#share-link').inputValue();
}

/** A page of another person, opened at an address. */
async function otherPerson(browser: Browser, address: string): Promise<PolicyPage> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await fixDate(page);
  await page.goto(address);
  await expect(page.locator('.pc-app')).toBeVisible();
  return new PolicyPage(page);
}

/** Saves a file by a button and reads it back. */
async function exported(page: Page, id: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(id).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file of this text. */
async function choose(page: Page, text: string): Promise<void> {
  const file = { name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('#import-file').setInputFiles(file);
}

/** Pastes a text into the box for links and codes, and opens it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#import-code').fill(text);
  await page.locator('#import-open').click();
}

/** The lines of a table as RFC 4180 has them. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/y;
  for (let match = cells.exec(text); match !== null && match[0] !== ''; match = cells.exec(text)) {
    const [, cell = '', end] = match;
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (end === '\r\n') {
      lines.push([]);
    }
  }
  return lines.slice(0, -1);
}

test('a link opens the same answers in the page of another person', async ({ app, page, browser, baseURL }) => {
  test.slow();
  await app.operatorOfThree();
  await app.type('company.region', '长沙市岳麓区');
  await app.topic('tax').check();
  await app.choose('honours', 'city_little_giant');
  await expect(page.locator('#share-warning')).toContainText('只发给');
  const address = await link(page);
  expect(address).toMatch(/#a1\.[A-Za-z0-9_-]+$/);
  expect(address.startsWith(`${baseURL}#`)).toBe(true);

  const other = await otherPerson(browser, address);
  await expect(arrival(other.page)).toContainText('已打开链接中的答案');
  await expect(other.amountOf('general-aviation-hours')).toHaveText('700,000 元');
  await expect(other.question('company.region')).toHaveValue('长沙市岳麓区');
  await expect(other.topic('tax')).toBeChecked();
  await expect(other.option('honours', 'city_little_giant')).toBeChecked();
  await expect(other.cell('fleet', 2, 'max_takeoff_mass')).toHaveValue('1.5');
  expect(await link(other.page)).toBe(address);
  // The address bar holds no answers any more, so that loading again begins anew.
  expect(other.page.url()).toBe(baseURL);
  await other.page.reload();
  await expect(arrival(other.page)).toHaveCount(0);
  await expect(other.question('company.region')).toHaveValue('');
  await other.page.context().close();
});

test('the link is copied, by the older way too', async ({ app, page }) => {
  await app.type('company.region', '长沙');
  await page.locator('#share-copy').click();
  await expect(page.getByText('已复制。')).toBeVisible();
  const box = page.locator('#import-code');
  await box.focus();
  await page.keyboard.press('Control+V');
  await expect(box).toHaveValue(await link(page));
  await app.type('company.region', '株洲');
  await expect(page.getByText('已复制。'), 'the link copied is not this one any more').toHaveCount(0);
});

test('a link opened in a filled form asks first, and a place on the page is no link', async ({ app, page }) => {
  await app.type('company.region', '株洲市');
  const address = await link(page);
  await app.type('company.region', '长沙县');
  await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
  await expect(arrival(page)).toContainText('现在填写的内容会被替换');
  await expect(arrival(page)).toBeFocused();
  await page.getByRole('button', { name: '保留现在的内容' }).click();
  await expect(arrival(page)).toHaveCount(0);
  await expect(app.question('company.region')).toHaveValue('长沙县');

  await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
  await page.getByRole('button', { name: '替换现在的内容' }).click();
  await expect(arrival(page)).toContainText('已打开链接中的答案');
  await expect(app.question('company.region')).toHaveValue('株洲市');
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(arrival(page)).toHaveCount(0);

  await page.evaluate(() => (location.hash = 'results'));
  await expect(page).toHaveURL(/#results$/);
  await expect(arrival(page)).toHaveCount(0);
});

test('answers kept on the device are not touched by a link before the person agrees', async ({ app, page }) => {
  await app.type('company.region', '株洲市');
  const address = await link(page);
  await page.locator('#keep').check();
  await app.type('company.region', '长沙县');
  const kept = await app.saved();
  await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
  await expect(arrival(page)).toContainText('保存在这台设备上的内容也会一起替换');
  expect(await app.saved()).toBe(kept);
  await page.getByRole('button', { name: '替换现在的内容' }).click();
  await expect.poll(() => app.saved()).toContain('株洲市');

  // A page that opens with the link leaves them where they are.
  await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [SAVED_KEY, kept ?? ''] as const);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(app.question('company.region')).toHaveValue('株洲市');
  expect(await app.saved()).toBe(kept);
});

const CODES: [string, (code: string) => string, string][] = [
  ['changed', (code) => `${code.slice(0, -3)}${code.at(-3) === 'A' ? 'B' : 'A'}${code.slice(-2)}`, '被改动过'],
  ['cut short', (code) => code.slice(0, -5), '不完整'],
  ['forged', () => 'a1.AAAA', '不完整'],
  ['of a newer page', (code) => code.replace('a1.', 'a2.'), '较新版本'],
  ['too long', () => `a1.${'A'.repeat(17_000)}`, '太长'],
];
for (const [name, change, message] of CODES) {
  test(`a link that is ${name} is refused, and nothing is lost`, async ({ app, page }) => {
    await app.type('company.region', '长沙县');
    const code = change((await link(page)).split('#')[1] ?? '');
    await page.evaluate((code) => (location.hash = code), code);
    await expect(arrival(page)).toContainText(message);
    await expect(app.question('company.region')).toHaveValue('长沙县');
    await page.getByRole('button', { name: '知道了' }).click();

    await paste(page, code);
    const box = page.locator('#import-code');
    await expect(box).toHaveAccessibleDescription(new RegExp(message));
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    await expect(arrival(page)).toHaveCount(0);
    await expect(app.question('company.region')).toHaveValue('长沙县');
  });
}

test('in a frame the code alone is offered, and opened where it is pasted', async ({ app, page, context, baseURL }) => {
  await app.operatorOfThree();
  const address = await link(page);
  // The page itself is sealed: another holds the frame.
  const host = await context.newPage();
  await host.setContent(`<iframe src="${baseURL}" style="width: 100%; height: 900px" title="page"></iframe>`);
  const frame = host.frameLocator('iframe');
  const box = frame.locator('#share-link');
  await expect(box).toHaveValue(/^a1\./);
  await expect(frame.getByRole('button', { name: '复制导入代码' })).toBeVisible();
  await typeInto(frame.locator('#import-code'), address);
  await frame.locator('#import-code').press('Enter');
  await expect(frame.locator('#arrival')).toContainText('已打开链接中的答案');
  await expect(frame.locator('#arrival')).toBeFocused();
  await expect(frame.locator('#import-code')).toHaveValue('');
  await expect(frame.locator('#program-general-aviation-hours .pc-program__amount')).toHaveText('700,000 元');
  await expect(box).toHaveValue(address.split('#')[1] ?? '');
});

test('what an export holds is imported, on the same day and with the same result', async ({ app, page, browser, baseURL }) => {
  test.slow();
  await app.operatorOfThree();
  await app.type('company.region', '长沙市');
  await app.unsure('honours').check();
  await page.locator('#date').fill('2026-03-01');
  await expect(app.amountOf('general-aviation-hours')).toHaveText('700,000 元');
  const { name, text } = await exported(page, '#export-json');
  expect(name).toBe('惠企政策自测-2026-03-01.json');
  await expect(page.getByText(`已导出 ${name}。`)).toBeVisible();
  const result = JSON.parse(text) as { format: string; version: number; on: string; answers: Record<string, unknown> };
  expect(result).toMatchObject({ format: 'policy-check/result', version: 1, on: '2026-03-01' });
  expect(result.answers).toMatchObject({ 'company.region': '长沙市', honours: null });

  const other = await otherPerson(browser, baseURL ?? '');
  await choose(other.page, text);
  await expect(arrival(other.page)).toContainText('已导入文件中的答案');
  await expect(arrival(other.page)).toContainText('2026-03-01');
  await expect(arrival(other.page)).toBeFocused();
  await expect(other.unsure('honours')).toBeChecked();
  const again = await exported(other.page, '#export-json');
  expect(again).toEqual({ name, text });
  await other.page.context().close();
});

test('the table holds what the page shows, in Chinese that Excel reads', async ({ app, page }) => {
  await app.operatorOfThree();
  await app.type('company.region', '长沙市');
  const { name, text } = await exported(page, '#export-csv');
  expect(name).toBe(`惠企政策自测-${TODAY}.csv`);
  // Decoding has taken a mark away where there was one.
  expect(text.startsWith('\u{feff}')).toBe(true);
  const [head = [], ...lines] = parseCsv(text.slice(1));
  expect(head.slice(0, 6)).toEqual(['项目', '类别', '结论', '最低金额（元）', '最高金额（元）', '金额']);
  const hours = lines.find(([title]) => title === '传统通航运营补贴');
  expect(hours?.slice(1, 6)).toEqual(['资助奖补', '可获得', '700000', '700000', '700,000 元']);
  const programs = lines.filter((line) => line.length === head.length);
  await app.openAll();
  expect(programs).toHaveLength(await page.locator('[id^="program-"]').count());
  for (const [title = '', , state] of programs.slice(0, 5)) {
    const card = page.locator('.pc-program', { hasText: title }).first();
    await expect(card.locator('.pc-program__state')).toHaveText(state ?? '');
  }
  const yearly = lines.find(([title, kind]) => title === '每年' && kind === '合计');
  expect(yearly?.[5]).toBe(await app.total('yearly').innerText());
  expect(lines.find(([title]) => title === '测算日期')?.[1]).toBe(TODAY);
});

test('an answer file is imported, and names that are not known are listed', async ({ app, page }) => {
  const file = {
    on: TODAY,
    topics: ['funding'],
    company: { region: '长沙市', staf: 3 },
    aviation: { business: ['传统通用航空飞行'] },
    operator: { main_base: '长沙市' },
    fleet: [{ max_takeoff_mass: '0.8吨', hours: 200 }],
    'no.such.fact': 'x',
  };
  await choose(page, JSON.stringify(file));
  await expect(arrival(page)).toContainText('company.staf');
  await expect(arrival(page)).toContainText('no.such.fact');
  await expect(app.option('aviation.business', 'general_aviation')).toBeChecked();
  await expect(app.cell('fleet', 1, 'count')).toHaveValue('1');
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
});

const FILES: [string, string, string][] = [
  ['no JSON', '{"company.region":', '不是 JSON'],
  ['other JSON', '[1, 2]', '不是答案文件'],
  ['a later version', '{"format":"policy-check/result","version":2,"answers":{}}', '较新版本'],
  ['a wrong type', '{"company.region":{"a":1}}', 'company.region：'],
  ['deep nesting', `{"fleet":${'['.repeat(5_000)}`, '嵌套过深'],
  ['more than 1 MB', `{"company.region":"${'长'.repeat(400_000)}"}`, '超过 1 MB'],
];
for (const [name, text, message] of FILES) {
  test(`a file is refused, and nothing is lost: ${name}`, async ({ app, page }) => {
    await app.type('company.region', '长沙县');
    await choose(page, text);
    await expect(page.locator('#import-file')).toHaveAccessibleDescription(new RegExp(message));
    await expect(app.question('company.region')).toHaveValue('长沙县');
    await choose(page, '{"company.region":"株洲市"}');
    await expect(arrival(page)).toContainText('现在填写的内容会被替换');
    await expect(page.locator('#import-file-error')).toHaveCount(0);
    await expect(app.question('company.region')).toHaveValue('长沙县');
    await page.getByRole('button', { name: '替换现在的内容' }).click();
    await expect(app.question('company.region')).toHaveValue('株洲市');
  });
}
