/** Another catalogue than the one that the page was built with. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { test as base } from '@playwright/test';

import { many, pack } from './command.ts';
import { withCopy } from './dist.ts';
import { PolicyPage, expect, fixDate } from './page.ts';
import { type Served, serve } from './serve.ts';

// The command line may have to be built first.
base.setTimeout(240_000);

/** A copy of the page with `own.catalog`: as built, but that one document has another title. */
const test = base.extend<{ served: Served }>({
  served: async ({}, use) => {
    await withCopy(async (folder) => {
      const policies = join(folder, 'policies');
      cpSync('policies', policies, { recursive: true });
      const document = join(policies, 'jilin/chrysalis.toml');
      writeFileSync(document, readFileSync(document, 'utf8').replace(/^title *= *".*"/m, 'title = "另一份目录里的标题"'));
      pack(policies, join(folder, 'own.catalog'));
      const served = await serve(folder);
      await use(served);
      await served.stop();
    });
  },
});

test('the page goes by the catalogue that its address names', async ({ page, served }) => {
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(`${served.address}?catalog=own.catalog`);
  await expect(app.document('jilin/chrysalis')).toContainText('另一份目录里的标题');
  await app.operatorOfThree();
  await app.open(served.address);
  await expect(app.document('jilin/chrysalis')).not.toContainText('另一份目录里的标题');
});

test('a catalogue that cannot be used stops the start, with the reason', async ({ page, served }) => {
  const file = join(served.folder, 'own.catalog');
  const good = readFileSync(file);
  const [mark, shape] = ['policy-check catalogue\n'.length, 16];
  const changed = (at: number): Buffer => Buffer.from(good.map((byte, index) => (index === at ? byte ^ 1 : byte)));
  for (const [name, bytes, reason] of [
    ['not-one.catalog', Buffer.from('<html>'), '这不是政策目录文件'],
    ['older.catalog', changed(mark), '另一个版本'],
    ['damaged.catalog', changed(mark + shape + 100), '文件已损坏'],
    ['missing.catalog', null, '404'],
    ['http://127.0.0.1:9/x', null, '应是页面所在文件夹里的文件名'],
    ['//127.0.0.1:9/x', null, '应是页面所在文件夹里的文件名'],
    ['../x', null, '应是页面所在文件夹里的文件名'],
  ] as const) {
    if (bytes !== null) {
      writeFileSync(join(served.folder, name), bytes);
    }
    await page.goto(`${served.address}?catalog=${encodeURIComponent(name)}`);
    await expect(page.getByRole('alertdialog'), name).toContainText(reason);
    await expect(page.getByRole('alertdialog'), name).toContainText(name);
  }
  const strangers = served.requests.filter((path) => path.includes('127.0.0.1'));
  expect(strangers.every((path) => path.startsWith('/?catalog='))).toBe(true);
});

test('with a thousand programs the page goes on answering, and lays out what is near the window', async ({ page, served }) => {
  many(14, join(served.folder, 'many.catalog'));
  await fixDate(page);
  const app = new PolicyPage(page);
  await app.open(`${served.address}?catalog=many.catalog`);
  const cards = page.locator('#results .pc-program');
  await expect(cards.last()).toBeAttached();
  expect(await cards.count()).toBeGreaterThan(300);
  const isLaidOut = (index: number): Promise<boolean> =>
    cards
      .nth(index)
      .locator('> summary')
      .evaluate((summary) => summary.checkVisibility({ contentVisibilityAuto: true }));
  expect([await isLaidOut(0), await isLaidOut(299)]).toEqual([true, false]);
  // The last one is laid out as soon as it is looked for, and opens.
  const last = cards.nth(299);
  await last.locator('> summary').click();
  await expect(last).toHaveAttribute('open', '');
  await expect(last.locator('.pc-program__body')).toBeVisible();
  // 200 h at 500 元, of each copy of the program.
  await app.operator({ mass: '0.8', hours: '200' });
  for (const copy of [0, 13]) {
    await expect(app.amountOf(`general-aviation-hours-${copy}`)).toHaveText('100,000 元');
  }
});
