/** A whole session: everything that a person does on the page, from the first answer to the file saved. */

import { readFile } from 'node:fs/promises';

import { type PolicyPage, expect } from './page.ts';
import { decode } from './paper.ts';

/** What every session leaves on the page. */
export const RESULT = '700,000 元';

/** Answers, opens, compares, prints, shares, saves and changes the language. */
export async function wholeSession(app: PolicyPage): Promise<void> {
  const { page, frame } = app;
  await app.type('company.region', '岳麓区');
  await app.operatorOfThree();
  const card = await app.openCard('general-aviation-hours');
  await expect(card.locator('svg').first()).toBeVisible();

  await frame.locator('#open-sheet').click();
  await frame.locator('#identity-name').fill('某某通用航空有限公司');
  // From disk and in a frame there is no address for others: the sheet has a code to paste.
  if (page.url().startsWith('http') && frame === page.mainFrame()) {
    await expect.poll(() => decode(frame.locator('#sheet-code svg'))).toMatch(/^http.*#a1\./);
  } else {
    await expect(frame.locator('#sheet-code .pc-sheet-code__text')).toContainText('a1.');
  }
  await frame.locator('#print-sheet').click();
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await frame.locator('#close-sheet').click();

  expect(JSON.parse(await savedBy(app, '#export-json'))).toMatchObject({ format: 'policy-check/result' });
  expect(await savedBy(app, '#export-csv')).toContain('700000');
  await frame.locator('#share-copy').click();
  await expect(frame.locator('#exchange').getByText(/^已复制/)).toBeVisible();

  await frame.getByRole('button', { name: 'English' }).click();
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await frame.getByRole('button', { name: '中文' }).click();
  await expect(app.amountOf('general-aviation-hours')).toHaveText(RESULT);
}

/** The text of the file that a button saves. */
async function savedBy({ page, frame }: PolicyPage, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), frame.locator(button).click()]);
  return await readFile(await download.path(), 'utf8');
}
