/** What a newer catalogue changed since the answers were kept: said once, with the amounts. */

import { type PolicyPage, SAVED_KEY, expect, test } from './page.ts';

interface Figure {
  hash: string;
  state: string;
  amount: [string, string | null];
  title?: string;
  says?: string;
}

interface Form {
  version: number;
  answers: Record<string, unknown>;
  basis?: { catalog: string; on: string; programs: Record<string, Figure> };
}

/** Fills the page in, agrees to keep it, and returns what it kept. */
async function kept(app: PolicyPage): Promise<Required<Form>> {
  await app.page.locator('#keep').check();
  await app.operatorOfThree();
  const form = JSON.parse((await app.saved()) ?? '') as Form;
  expect(form.basis?.programs['general-aviation-hours']).toMatchObject({
    state: 'obtainable',
    amount: ['700000', '700000'],
    title: '传统通航运营补贴',
    says: '可获得 700,000 元',
  });
  return form as Required<Form>;
}

/** Opens the page on a form that it did not write. */
async function reopen(app: PolicyPage, form: Form): Promise<void> {
  await app.page.evaluate(([key, json]) => localStorage.setItem(key, json), [SAVED_KEY, JSON.stringify(form)] as const);
  await app.page.reload();
  await app.restore();
}

/** The form of an earlier catalogue: one program paid less, one was not known, one has gone since. */
function earlier(form: Required<Form>): Required<Form> {
  const { basis } = form;
  const hours = basis.programs['general-aviation-hours'] as Figure;
  basis.catalog = '0123456789abcdef';
  basis.programs['retired'] = { ...hours, title: '已撤销的补贴', says: '可获得 30,000 元' };
  basis.programs['general-aviation-hours'] = {
    ...hours,
    hash: '0123456789abcdef',
    amount: ['650000', '650000'],
    says: '可获得 650,000 元',
  };
  const { id } = appeared(form);
  delete basis.programs[id];
  return form;
}

/** The first other program that is not refused. */
function appeared(form: Required<Form>): { id: string; line: string } {
  const others = Object.entries(form.basis.programs).filter(([id]) => id !== 'general-aviation-hours');
  const [id, { title, says }] = others.find(([, figure]) => figure.title !== undefined) as [string, Figure];
  return { id, line: `${title}：${says}` };
}

test('a newer catalogue says what it changed, until the notice is closed', async ({ app, page }) => {
  const changes = page.locator('.pc-changes');
  const form = await kept(app);
  const { line } = appeared(form);
  await reopen(app, earlier(form));
  await expect(app.notice).toContainText('上次保存（2026-11-21）以后，政策目录有更新');
  await expect(changes.locator('.pc-changes__group--changed li')).toHaveText([
    '传统通航运营补贴：可获得 650,000 元 → 可获得 700,000 元',
  ]);
  await expect(changes.locator('.pc-changes__group--appeared li')).toHaveText([line]);
  await expect(changes.locator('.pc-changes__group--lapsed li')).toHaveText([
    '已撤销的补贴：原为可获得 30,000 元，现在目录不再收录',
  ]);
  await expect(app.amountOf('general-aviation-hours')).toHaveText('700,000 元');

  // Unread, it comes back; what is typed meanwhile does not move it.
  await page.reload();
  await app.restore();
  await expect(changes).toBeVisible();
  await app.setRow('fleet', 3, { hours: '50' });
  await expect(app.amountOf('general-aviation-hours')).toHaveText('550,000 元');
  await expect(changes.locator('.pc-changes__group--changed li')).toContainText('→ 可获得 700,000 元');

  await app.notice.getByRole('button', { name: '知道了' }).click();
  await expect(changes).toHaveCount(0);
  await expect(page.locator('#keep')).toBeFocused();
  await page.reload();
  await app.restore();
  await expect(changes).toHaveCount(0);
});

test('closing the notice is enough for it not to come back', async ({ app, page }) => {
  await reopen(app, earlier(await kept(app)));
  await app.notice.getByRole('button', { name: '知道了' }).click();
  await expect(page.locator('.pc-changes')).toHaveCount(0);
  await page.reload();
  await app.restore();
  await expect(page.locator('.pc-changes')).toHaveCount(0);
});

test('without another catalogue, or without figures of it, nothing is said to have changed', async ({ app, page }) => {
  const form = await kept(app);
  await reopen(app, form);
  await expect(page.locator('.pc-changes')).toHaveCount(0);

  await reopen(app, { version: form.version, answers: form.answers });
  await expect(app.amountOf('general-aviation-hours')).toHaveText('700,000 元');
  await expect(page.locator('.pc-changes')).toHaveCount(0);
});
