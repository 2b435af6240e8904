/** The page in a site of another origin: the element, the loader, a plain frame, and what they say. */

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { PolicyPage, fixDate } from './page.ts';
import { Site, expect, test } from './site.ts';

const LOADER = '<script src="%tool%embed.js"></script>';

/** How high the frame of an element is. */
async function height(site: Site, id = 'here'): Promise<number> {
  return await site.page.locator(`#${id} iframe`).evaluate((frame) => frame.getBoundingClientRect().height);
}

/** Puts a page of the site into the frame, in the place of ours. */
async function instead(site: Site): Promise<void> {
  await site.page.locator('#here iframe').evaluate((frame, address) => {
    return new Promise((done) => {
      frame.addEventListener('load', done, { once: true });
      (frame as HTMLIFrameElement).src = address;
    });
  }, `${site.origin}/site.css`);
}

test('the element is as high as the page, whatever the styles of the site, and stays so', async ({ site }) => {
  await site.open(`<p>before</p><policy-check id="here" region="430100"></policy-check>${LOADER}`);
  const app = await site.app();
  await app.operatorOfThree();
  await expect.poll(() => site.heard('ready')).toHaveLength(1);
  const whole = (): Promise<number> => app.frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await expect.poll(async () => (await height(site)) - (await whole())).toBe(0);
  // A frame that grows with its page, which grows with its frame, never comes to rest.
  const said = (await site.heard('resize')).length;
  await site.page.evaluate(
    () => new Promise<void>((done) => {
      let frames = 60;
      const next = (): void => (frames-- > 0 ? void requestAnimationFrame(next) : done());
      next();
    }),
  );
  expect(await site.heard('resize')).toHaveLength(said);
  // It shrinks too.
  const before = await height(site);
  await app.frame.locator('#mode-guided').check();
  await expect.poll(() => height(site)).toBeLessThan(before);
});

test('one line of script puts the page where it stands, in the place of the site', async ({ site }) => {
  await site.open('<p id="before">before</p><script src="%tool%embed.js" data-policy-check data-region="430100"></script><p id="after">after</p>');
  await site.page.locator('policy-check').evaluate((element) => (element.id = 'here'));
  const app = await site.app();
  await expect(app.question('company.region')).toHaveValue('湖南省长沙市');
  const order = await site.page.evaluate(() => Array.from(document.body.children, ({ localName, id }) => `${localName}#${id}`));
  expect(order).toEqual(['p#before', 'script#', 'policy-check#here', 'p#after']);
});

test('two on one site do not disturb each other', async ({ site }) => {
  await site.open(`
    <policy-check id="one" region="430100"></policy-check>
    <policy-check id="two" region="220000" programs="jilin/chrysalis" lang="en" theme="dark" accent="#b01c2e" size="large"></policy-check>
    ${LOADER}`);
  const [one, two] = [await site.app('one'), await site.app('two')];
  await expect(one.question('company.region')).toHaveValue('湖南省长沙市');
  await expect(two.frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect(two.frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(two.frame.locator('html')).toHaveAttribute('data-size', 'large');
  const band = (frame: typeof one.frame): Promise<string> =>
    frame.locator('.pc-header').evaluate((header) => getComputedStyle(header).backgroundColor);
  expect(await band(two.frame)).not.toBe(await band(one.frame));
  await expect(two.frame.locator('.pc-document')).toHaveCount(1);
  await expect(two.frame.locator('#intro')).toContainText('a part of the catalogue is checked here (documents: 1; programs: 5)');
  const [first, second] = [await height(site, 'one'), await height(site, 'two')];
  const typed = (await site.heard()).length;
  await one.operatorOfThree();
  await expect.poll(() => height(site, 'one')).not.toBe(first);
  expect(await height(site, 'two')).toBe(second);
  expect((await site.heard()).slice(typed).every(({ of }) => of === 'one')).toBe(true);
});

test('a link within the page moves the site to its place', async ({ site }) => {
  await site.open(`<div class="tall"></div><policy-check id="here" region="430100"></policy-check><div class="tall"></div>${LOADER}`);
  const app = await site.app();
  await app.operatorOfThree();
  const card = await app.openCard('landing-sites');
  for (const [link, place] of [
    [app.frame.locator('.pc-bar__link'), '#results'],
    [app.frame.locator('.pc-results__back a'), '#questions'],
    [card.getByRole('link', { name: '本文件各条款的收录情况' }), '[id="document-hunan/low-altitude"]'],
  ] as const) {
    await link.click();
    // Where the place begins in the window, which is that of the site.
    const top = async (): Promise<number> => Math.round((await app.frame.locator(place).boundingBox())?.y ?? NaN);
    await expect.poll(top, place).toBeGreaterThanOrEqual(0);
    await expect.poll(top, place).toBeLessThan(100);
  }
});

test('beside other columns the element takes the rest; hidden, nothing', async ({ site }) => {
  await site.open(`<div class="row"><p>menu</p><policy-check id="here"></policy-check></div>${LOADER}`);
  await site.frame();
  const element = site.page.locator('#here');
  const width = async (): Promise<number> => (await element.boundingBox())?.width ?? 0;
  const whole = await site.page.evaluate(() => window.innerWidth);
  expect(await width()).toBeGreaterThan(whole - 100);
  expect(await width()).toBeLessThanOrEqual(whole);
  await element.evaluate((hidden: HTMLElement) => (hidden.hidden = true));
  await expect(element).toBeHidden();
  await element.evaluate((shown: HTMLElement) => (shown.hidden = false));
  await expect(element).toBeVisible();
});

test('an element that nobody has seen yet is as high as its page', async ({ site }) => {
  await site.open(`<div class="tall"></div><policy-check id="here" region="430100"></policy-check>${LOADER}`);
  await expect.poll(() => site.heard('ready')).toHaveLength(1);
  const frame = await site.contentFrame('here');
  const whole = (): Promise<number> => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await expect.poll(async () => (await whole()) > 1000 && (await height(site)) - (await whole())).toBe(0);
  expect((await site.page.locator('#here').boundingBox())?.y).toBe(3000);
});

test('a link is taken whole as `prefill`; what is no code is told to the site', async ({ site }) => {
  await site.open(`<policy-check id="here"></policy-check>${LOADER}`);
  const app = await site.app();
  await app.question('company.region').fill('长沙');
  await app.question('company.region').press('Tab');
  const link = await app.frame.locator('#share-link').inputValue();
  await site.open(`<policy-check id="here" prefill="${link}"></policy-check>${LOADER}`);
  await expect((await site.app()).question('company.region')).toHaveValue('长沙');
  expect(await site.heard('error')).toEqual([]);
  await site.open(`<policy-check id="here" prefill="430100"></policy-check>${LOADER}`);
  await expect.poll(() => site.heard('error')).toHaveLength(1);
  expect((await site.heard('error'))[0]?.detail.message).toContain('prefill=430100: 应是分享链接里 # 之后的代码');
});

test('a result is handed over by a button that names the site, and only then', async ({ site }) => {
  await site.open(`<policy-check id="here" region="430100" takes-result></policy-check>${LOADER}`);
  const app = await site.app();
  await app.operatorOfThree();
  const button = app.frame.getByRole('button', { name: `把结果交给 ${site.origin}` });
  await expect(button).toBeVisible();
  expect(await site.heard('result')).toEqual([]);
  await button.click();
  await expect(app.frame.getByText(`已交给 ${site.origin}。`)).toBeVisible();
  const [heard] = await site.heard('result');
  const programs = (heard?.detail as { report: { programs: { id: string; low: string }[] } }).report.programs;
  expect(programs.find(({ id }) => id === 'general-aviation-hours')?.low).toBe('700000');
  // Of other answers nothing was handed over yet, though they come to the same.
  await app.setRow('fleet', 2, { max_takeoff_mass: '2' });
  await expect(app.amountOf('general-aviation-hours')).toHaveText('700,000 元');
  await expect(app.frame.getByText('已交给')).toHaveCount(0);
});

test('no site is offered a result that does not ask, and none from disk or by forged words', async ({ site }) => {
  await site.open(`<policy-check id="here"></policy-check>${LOADER}<iframe id="other" src="%tool%index.html?id=x&host=null"></iframe><iframe id="blank"></iframe>`);
  const app = await site.app();
  await expect.poll(() => site.heard('ready')).toHaveLength(1);
  // The site itself speaks: of another version, to another instance, without an envelope, as another site.
  await site.page.evaluate((tool) => {
    const frames = document.querySelectorAll('iframe');
    const inside = document.querySelector('policy-check')?.shadowRoot?.querySelector('iframe');
    const id = new URL(inside?.src ?? '').searchParams.get('id');
    const hello = { type: 'hello', takesResult: true };
    const words = [{ ...hello, policyCheck: 2, id }, { ...hello, policyCheck: 1, id: 'x' }, hello, null, 7, 'hello', { policyCheck: 1, id, type: 'toString' }];
    for (const word of words) {
      inside?.contentWindow?.postMessage(word, tool);
      frames.forEach((frame) => frame.contentWindow?.postMessage(word, '*'));
    }
    inside?.contentWindow?.postMessage({ policyCheck: 1, id, type: 'view', top: 'url(x)', bottom: {} }, tool);
  }, site.tool);
  // Another window of the site's origin speaks to the page, and another of the page's to the site.
  const id = new URL(app.frame.url()).searchParams.get('id');
  const [blank, other] = [await site.contentFrame('blank'), await site.contentFrame('other')];
  await blank.evaluate(({ id, tool }) => {
    const inside = parent.document.querySelector('policy-check')?.shadowRoot?.querySelector('iframe');
    inside?.contentWindow?.postMessage({ policyCheck: 1, id, type: 'hello', takesResult: true }, tool);
  }, { id, tool: site.tool });
  await other.evaluate((id) => parent.postMessage({ policyCheck: 1, id, type: 'result', result: 'forged' }, '*'), id);
  await site.page.evaluate((id) => window.postMessage({ policyCheck: 1, id, type: 'result', result: 'forged' }, '*'), id);
  await app.operatorOfThree();
  await expect(app.frame.locator('#hand-over')).toHaveCount(0);
  // The frame itself, once another page stands in it.
  await instead(site);
  const stranger = await site.contentFrame('here');
  await stranger.evaluate((id) => parent.postMessage({ policyCheck: 1, id, type: 'result', result: 'forged' }, '*'), id);
  await expect.poll(() => site.page.evaluate(() => new Promise((done) => setTimeout(() => done('rest'))))).toBe('rest');
  expect(await site.heard('result')).toEqual([]);
});

test('what the site asks for and cannot get is said in the page and to the site', async ({ site }) => {
  await site.open(`<policy-check id="here" region="火星" programs="no-such" accent="red" lang="zh"></policy-check>${LOADER}`);
  const app = await site.app();
  await expect(app.frame.getByRole('alert')).toContainText('region=火星');
  await expect(app.frame.getByRole('alert')).toContainText('目录中没有文件或项目“no-such”。');
  await expect.poll(async () => (await site.heard('error')).length).toBe(3);
  await app.frame.getByRole('alert').getByRole('button', { name: '知道了' }).click();
  await expect(app.frame.getByRole('alert')).toHaveCount(0);
  await app.operatorOfThree();
});

test('a plain frame takes the same options and says nothing', async ({ site }) => {
  await site.open('<iframe id="here" src="%tool%index.html?region=430100&lang=en" width="800" height="600"></iframe>');
  await site.page.evaluate(() => {
    window.addEventListener('message', () => document.dispatchEvent(new CustomEvent('error')));
    document.querySelector('iframe')?.style.setProperty('display', 'block', 'important');
    document.querySelector('iframe')?.style.setProperty('height', '600px', 'important');
  });
  const app = await site.app();
  await expect(app.question('company.region')).toHaveValue('湖南省长沙市');
  await expect(app.frame.locator('html')).not.toHaveAttribute('data-embedded');
  expect(await site.heard()).toEqual([]);
});

test('the sum stays at the foot of what is seen, and a link of the site opens its answers', async ({ site }) => {
  await site.page.setViewportSize({ width: 400, height: 700 });
  const body = `<div class="tall"></div><policy-check id="here" home="https://portal.example/check"></policy-check><div class="tall"></div>${LOADER}`;
  await site.open(body);
  const app = await site.app();
  await app.operatorOfThree();
  const link = await app.frame.locator('#share-link').inputValue();
  expect(link).toMatch(/^https:\/\/portal\.example\/check#a1\./);
  await app.frame.locator('#open-sheet').click();
  // In so narrow a page a picture of the code is too coarse to be read; tests of the sheet read it.
  await expect(app.frame.locator('#sheet-code')).toContainText('https://portal.example/check#a1.');
  await app.frame.locator('#close-sheet').click();
  for (const part of ['.pc-questions', '.pc-exchange']) {
    await app.frame.locator(part).scrollIntoViewIfNeeded();
    const foot = async (): Promise<number> => {
      const box = await app.frame.locator('#summary-bar').boundingBox();
      return Math.round((box?.y ?? 0) + (box?.height ?? 0));
    };
    await expect.poll(foot).toBe(700);
  }
  await site.open(body, new URL(link).hash);
  await site.page.reload();
  const opened = await site.app();
  await expect(opened.amountOf('general-aviation-hours')).toHaveText('700,000 元');
});

test('the loader is at most 4 KB compressed', () => {
  const loader = readFileSync('dist/embed.js');
  expect(gzipSync(loader).length).toBeLessThanOrEqual(4096);
});

test('in the site of the example, whose styles break everything, the page can be used', async ({ page, baseURL }) => {
  await fixDate(page);
  await page.goto(`${baseURL}embed/demo.html`);
  const handle = await page.locator('policy-check iframe').elementHandle();
  const frame = await handle?.contentFrame();
  const app = new PolicyPage(page, frame ?? page.mainFrame());
  await app.operatorOfThree();
  await expect(app.frame.locator('#hand-over')).toBeVisible();
});

test('the page that makes the code shows what it makes', async ({ page, baseURL }) => {
  await fixDate(page);
  await page.goto(`${baseURL}embed/builder.html`);
  const code = page.locator('#code');
  await expect(code).toHaveValue(`<script src="${baseURL}embed.js" data-policy-check></script>`);
  await page.getByLabel('所在地（名称或代码，可不填）').fill('"430100');
  await page.getByLabel('所在地（名称或代码，可不填）').press('Tab');
  // What the page refuses is said at the field, and not written.
  const region = page.getByLabel('所在地（名称或代码，可不填）');
  await expect(region).toHaveAccessibleDescription(/region="430100/);
  await expect(region).toHaveAttribute('aria-invalid', 'true');
  await expect(code).toHaveValue(`<script src="${baseURL}embed.js" data-policy-check></script>`);
  await region.fill('430100');
  await region.press('Tab');
  await expect(region).toHaveAccessibleDescription('');
  await page.locator('#home').fill('https://www.example.gov.cn/?a=b&c=d');
  await page.locator('#home').press('Tab');
  await expect(code).toHaveValue(/ data-home="https:\/\/www\.example\.gov\.cn\/\?a=b&amp;c=d"/);
  await page.getByText('只测算这些文件或项目').click();
  await page.getByText('湘政办发〔2024〕20号').click();
  await page.locator('input[value="hunan/low-altitude"]').check();
  await page.getByLabel('本网站接收结果').check();
  await page.getByLabel('元素', { exact: true }).check();
  await page.locator('#home').fill('https://www.example.gov.cn/');
  await page.locator('#home').press('Tab');
  const element = '<policy-check region="430100" programs="hunan/low-altitude" home="https://www.example.gov.cn/" takes-result></policy-check>';
  await expect(code).toHaveValue(`${element}\n<script src="${baseURL}embed.js"></script>`);
  await page.getByRole('radio', { name: '普通框架' }).check();
  await expect(code).toHaveValue(/index\.html\?region=430100&amp;programs=hunan%2Flow-altitude" title/);
  const handle = await page.locator('#preview iframe').elementHandle();
  const frame = await handle?.contentFrame();
  await expect(frame?.locator('.pc-document') ?? page.locator('none')).toHaveCount(1);
});

test('inside a box that scrolls the sum stays at the foot of the box; the sheet has none', async ({ site }) => {
  await site.open(`<div class="box"><div class="tall"></div><policy-check id="here"></policy-check><div class="tall"></div></div>${LOADER}`);
  const app = await site.app();
  await app.operatorOfThree();
  await app.frame.locator('.pc-questions').scrollIntoViewIfNeeded();
  await site.page.locator('.box').evaluate((box) => box.scrollBy(0, 400));
  const bar = app.frame.locator('#summary-bar');
  const box = await site.page.locator('.box').boundingBox();
  const foot = Math.round((box?.y ?? 0) + (box?.height ?? 0));
  await expect
    .poll(async () => {
      const { y = 0, height = 0 } = (await bar.boundingBox()) ?? {};
      return Math.round(y + height);
    })
    .toBe(foot);
  await app.frame.locator('#open-sheet').click();
  await expect(app.frame.locator('#sheet')).toBeVisible();
  await expect(bar).toBeHidden();
  await app.frame.locator('#close-sheet').click();
  await expect(bar).toBeVisible();
});

test('a page that the browser refuses to show is told to the site', async ({ site }) => {
  await site.page.clock.install();
  await site.open('<script src="%tool%embed.js"></script><policy-check id="here" lang="en"></policy-check>');
  await site.frame();
  await expect.poll(() => site.heard('ready')).toHaveLength(1);
  // In the place of the page stands what says nothing, as the browser's own error does.
  await instead(site);
  await site.page.clock.runFor(25_000);
  await expect.poll(() => site.heard('error')).toHaveLength(1);
});
