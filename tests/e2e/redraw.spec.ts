/** A question is drawn again only where something of it changed: nothing on the page is left as it was. */

import { type Locator, type Page } from '@playwright/test';

import { type PolicyPage, expect, test } from './page.ts';

/** How often something is done, and after how many times the whole page is drawn again. */
const STEPS = 120;
const EACH = 4;

/** What is typed into a box, whatever it asks for. */
const TEXTS = ['3000', '1.2亿元', '12', '', '0.6', '2025', '2025-03-01', '很多', '长沙市岳麓区', '长沙县', '300万'];

/** What can be done in the questionnaire. */
const FIELDS = '.pc-question input, .pc-question select, .pc-question button, .pc-elective > summary';

for (const seed of [1, 2]) {
  test(`whatever is done, questions show what they would if all were drawn again: ${seed}`, async ({ app, page }) => {
    const chance = drawn(seed);
    await app.type('company.region', '长沙');
    for (const topic of ['recognition', 'tax']) {
      await app.topic(topic).check();
    }
    const done: string[] = [];
    for (let step = 1; step <= STEPS; step += 1) {
      done.push(await act(page, chance));
      if (step % EACH === 0) {
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        const before = await shown(app);
        await drawAgain(page);
        expect(await shown(app), done.slice(-EACH).join('\n')).toEqual(before);
      }
    }
  });
}

/** Numbers from 0 up to 1, always the same of a seed. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Does something in a question. */
async function act(page: Page, chance: (below: number) => number): Promise<string> {
  const fields = page.locator('#questions').locator(FIELDS);
  const field = fields.nth(chance(await fields.count()));
  const said = await field.evaluate((element) => `${element.tagName} ${element.id || element.textContent || element.outerHTML}`);
  const text = TEXTS[chance(TEXTS.length)] ?? '';
  await use(field, text, chance);
  return `${said}: ${text}`;
}

async function use(field: Locator, text: string, chance: (below: number) => number): Promise<void> {
  const kind = await field.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName));
  if (kind === 'text') {
    // By its element: where the field was made anew, what stands in its place has no focus.
    const box = await field.elementHandle();
    await box?.fill(text);
    expect(await box?.evaluate((element) => element === document.activeElement), `the focus while ${text} is typed`).toBe(true);
  } else if (kind === 'SELECT') {
    await field.selectOption({ index: chance(await field.locator('option').count()) });
  } else if (await field.isEnabled()) {
    await field.dispatchEvent('click');
  }
}

/** Has the page draw all of it again: each language has words of its own. */
async function drawAgain(page: Page): Promise<void> {
  const html = page.locator('html');
  await page.locator('#language-en').click();
  await expect(html).toHaveAttribute('lang', 'en');
  await page.locator('#language-zh').click();
  await expect(html).toHaveAttribute('lang', 'zh-CN');
}

/** What the questionnaire shows, and what stands in its fields. */
async function shown(app: PolicyPage): Promise<unknown[]> {
  const questions = app.frame.locator('#questions .pc-question');
  return await questions.evaluateAll((all) =>
    all.map((question) => {
      const fields = question.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select');
      const held = Array.from(fields, (field) => [field.id, field.value, (field as HTMLInputElement).checked]);
      return [question.outerHTML, held];
    }),
  );
}
