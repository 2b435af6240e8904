/** Typing: compositions, the caret, the focus, and texts that stay as they were typed. */

import type { Locator } from '@playwright/test';

import { expect, test, typeInto } from './page.ts';

const HOURS = 'general-aviation-hours';

function caret(box: Locator): Promise<number | null> {
  return box.evaluate((element: HTMLInputElement) => element.selectionStart);
}

test('a composition of Chinese is left alone until it ends', async ({ app, page }) => {
  const box = app.question('company.region');
  await box.focus();
  await page.evaluate(() => {
    const ended: string[] = [];
    document.addEventListener('compositionend', (event) => ended.push(event.data), true);
    (window as unknown as { ended: string[] }).ended = ended;
  });
  const ended = () => page.evaluate(() => (window as unknown as { ended: string[] }).ended);
  const ime = await page.context().newCDPSession(page);

  for (const text of ['c', 'ch', 'chang', 'chang s', 'chang sha']) {
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(box).toHaveValue(text);
    expect(await caret(box)).toBe(text.length);
  }
  expect(await ended()).toEqual([]);

  await ime.send('Input.insertText', { text: '长沙' });
  await expect(box).toHaveValue('长沙');
  expect(await ended()).toEqual(['长沙']);
  await expect(app.page.getByText('即 湖南省长沙市')).toBeVisible();
});

test('a composition inside a text changes nothing around it', async ({ app, page }) => {
  const box = app.question('company.region');
  await typeInto(box, '湖南市');
  await box.press('ArrowLeft');
  const ime = await page.context().newCDPSession(page);
  for (const text of ['c', 'cs', 'csha']) {
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(box).toHaveValue(`湖南${text}市`);
  }
  await ime.send('Input.insertText', { text: '长沙' });
  await expect(box).toHaveValue('湖南长沙市');
  expect(await caret(box)).toBe(4);
});

test('full-width digits in the middle of a text leave the caret where it is', async ({ app }) => {
  await app.operator({ mass: '0.8', hours: '1.5' });
  const box = app.cell('fleet', 1, 'hours');
  await box.press('Home');
  await box.press('ArrowRight');
  for (const [index, digit] of ['１', '５', '０'].entries()) {
    await box.pressSequentially(digit);
    expect(await caret(box)).toBe(2 + index);
  }
  await expect(box).toHaveValue('1１５０.5');
  await expect(app.amountOf(HOURS)).toHaveText('575,250 元');
  await box.blur();
  await expect(box).toHaveValue('1１５０.5');
});

test('questions that come and go leave the one being answered alone', async ({ app }) => {
  const region = app.question('company.region');
  await region.click();
  for (const [key, honours] of [['长', 0], ['沙', 1], ['县', 1], ['x', 0], ['Backspace', 1]] as const) {
    await region.evaluate((element) => element.setAttribute('data-same', ''));
    await (key.length === 1 ? app.page.keyboard.insertText(key) : app.page.keyboard.press(key));
    await expect(app.question('honours')).toHaveCount(honours);
    await expect(region).toBeFocused();
    await expect(region).toHaveAttribute('data-same');
  }
  await expect(region).toHaveValue('长沙县');
});

test('typing in a row keeps the focus while the result follows each key', async ({ app }) => {
  await app.operator({ mass: '0.8', hours: '2' });
  const box = app.cell('fleet', 1, 'hours');
  await expect(app.stateOf(HOURS)).toHaveText('暂不符合');
  const states: [string, string | null][] = [
    ['0', null],
    ['0', '100,000 元'],
    ['.', null],
    ['5', '100,250 元'],
    ['Backspace', null],
    ['Backspace', '100,000 元'],
    ['Backspace', null],
  ];
  for (const [key, amount] of states) {
    await box.press(key);
    await expect(box).toBeFocused();
    if (amount !== null) {
      await expect(app.amountOf(HOURS)).toHaveText(amount);
    }
  }
  await expect(app.stateOf(HOURS)).toHaveText('暂不符合');
  await expect(box).toHaveValue('20');
});

test('rows come and go without disturbing the others', async ({ app }) => {
  await app.operator();
  for (const [index, mass] of ['0.8', '1.5', '5'].entries()) {
    await app.add('fleet').click();
    await expect(app.cell('fleet', index + 1, 'max_takeoff_mass')).toBeFocused();
    await app.setRow('fleet', index + 1, { max_takeoff_mass: mass, hours: `${100 * (index + 1)}` });
  }
  await expect(app.amountOf(HOURS)).toHaveText('1,000,000 元');

  await app.remove('fleet', 2).click();
  await expect(app.rows('fleet')).toHaveCount(2);
  await expect(app.question('fleet').locator(':focus')).toHaveCount(1);
  await expect(app.cell('fleet', 1, 'max_takeoff_mass')).toHaveValue('0.8');
  await expect(app.cell('fleet', 1, 'hours')).toHaveValue('100');
  await expect(app.cell('fleet', 2, 'max_takeoff_mass')).toHaveValue('5');
  await expect(app.cell('fleet', 2, 'hours')).toHaveValue('300');
  await expect(app.amountOf(HOURS)).toHaveText('950,000 元');

  await app.remove('fleet', 1).click();
  await app.remove('fleet', 1).click();
  await expect(app.rows('fleet')).toHaveCount(0);
  await expect(app.add('fleet')).toBeFocused();
});

test('a sum stays as typed and is read back in words', async ({ app }) => {
  await app.type('company.region', '长沙');
  await app.choose('honours', 'city_little_giant');
  await app.type('srdi.city_year', '2025');
  await app.addRow('loans@2026', { principal: '1,000 万', start: '2026-01-01', end: '2027年1月1日' });
  const principal = app.cell('loans@2026', 1, 'principal');
  await expect(principal).not.toBeFocused();
  await expect(principal).toHaveValue('1,000 万');
  await expect(app.rows('loans@2026').getByText('即 1,000 万元')).toBeVisible();
  await expect(app.cell('loans@2026', 1, 'end')).toHaveValue('2027年1月1日');
  await expect(app.amountOf('little-giant-loan-interest')).toHaveText('300,000 元');

  await typeInto(principal, '２０００００００');
  await expect(app.rows('loans@2026').getByText('即 2,000 万元')).toBeVisible();
  await principal.blur();
  await expect(principal).toHaveValue('２０００００００');
});

test('a question stays while it is edited and while its entry is wrong', async ({ app, page }) => {
  const region = app.question('company.region');
  await app.plainEnterprise();
  await app.choose('aviation.business', 'none');
  await expect(app.progress).toHaveText('能影响结果的问题都已回答');

  await region.click();
  await region.press('End');
  await page.keyboard.type('x');
  await expect(region).toBeFocused();
  await expect(region).toHaveValue('岳麓区x');
  await region.blur();
  await expect(region).toHaveValue('岳麓区x');
  await expect(region).toHaveAttribute('aria-invalid', 'true');
  await expect(app.progress).not.toHaveText('能影响结果的问题都已回答');
});

test('a message that appears does not take the pressed button away', async ({ app, page }) => {
  await app.choose('aviation.business', 'general_aviation');
  await app.type('operator.main_base', '长沙');
  for (let rows = 1; rows <= 4; rows += 1) {
    await app.add('fleet').scrollIntoViewIfNeeded();
    const box = await app.add('fleet').boundingBox();
    if (box === null) {
      throw new Error('增加一行 is not there');
    }
    // Near its upper edge: a line that appears above would push the button down and away.
    await page.mouse.move(box.x + box.width / 2, box.y + 6);
    await page.mouse.down();
    await page.waitForTimeout(120);
    await page.mouse.up();
    await expect(app.cell('fleet', rows, 'hours')).toBeVisible();
  }
});
