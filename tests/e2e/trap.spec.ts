/** A real trap in the release page: the answers outlive it. */

import type { Page } from '@playwright/test';

import { PolicyPage, expect, fixDate, test } from './page.ts';

// The trap itself is an uncaught error.
test.use({ quiet: false });

const ANSWERS = {
  version: 1,
  topics: ['funding'],
  answers: {
    'aviation.business': ['general_aviation'],
    fleet: { rows: [{ max_takeoff_mass: '0.8', count: '1', hours: '200' }], more: false },
    'operator.main_base': '长沙',
  },
};

/** Opens the page with a hold on the memory of its wasm, fills it in, and destroys that memory. */
async function openAndTrap(page: Page): Promise<PolicyPage> {
  await fixDate(page);
  await page.addInitScript(() => {
    const scope = window as unknown as { memory: WebAssembly.Memory };
    const keep = (result: WebAssembly.WebAssemblyInstantiatedSource): WebAssembly.WebAssemblyInstantiatedSource => {
      // The later part has none of its own.
      scope.memory ??= result.instance.exports['memory'] as WebAssembly.Memory;
      return result;
    };
    const { instantiate, instantiateStreaming } = WebAssembly;
    WebAssembly.instantiate = ((bytes: BufferSource, imports?: WebAssembly.Imports) =>
      instantiate(bytes, imports).then(keep)) as typeof WebAssembly.instantiate;
    WebAssembly.instantiateStreaming = (source, imports) => instantiateStreaming(source, imports).then(keep);
  });
  const app = new PolicyPage(page);
  await app.open();
  await app.operator({ mass: '0.8', hours: '200' });
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');

  const trapped = page.waitForEvent('pageerror');
  // At once: anything else that runs in between would trap first, and take the field away.
  await app.cell('fleet', 1, 'hours').evaluate((hours) => {
    new Uint8Array((window as unknown as { memory: WebAssembly.Memory }).memory.buffer).fill(0xff);
    hours.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  });
  expect((await trapped).name).toBe('RuntimeError');
  return app;
}

test('a trap shows the answers, and a restart brings them back', async ({ page }) => {
  const app = await openAndTrap(page);
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('您已填写的内容没有丢失');
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  expect(JSON.parse(await dialog.getByRole('textbox').inputValue())).toEqual(ANSWERS);

  await dialog.getByRole('button', { name: '重新开始' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.notice).toContainText('已恢复上次填写的内容');
  await expect(app.question('operator.main_base')).toHaveValue('长沙');
  await expect(app.cell('fleet', 1, 'hours')).toHaveValue('200');
  await expect(app.amountOf('general-aviation-hours')).toHaveText('100,000 元');
  // They were handed over for this once, not kept.
  expect(await app.saved()).toBeNull();
});

test('the answers of a stopped page can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAndTrap(page);
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: '复制' }).click();
  await expect(dialog.getByRole('status')).toHaveText('已复制。');
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(ANSWERS);
});

test('the answers can be copied without the clipboard’s interface too', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openAndTrap(page);
  const dialog = page.getByRole('alertdialog');
  await page.evaluate(() => {
    document.addEventListener('copy', () => {
      const area = document.activeElement as HTMLTextAreaElement;
      document.title = area.value.slice(area.selectionStart, area.selectionEnd);
    });
  });
  await dialog.getByRole('button', { name: '复制' }).click();
  await expect(dialog.getByRole('status')).toHaveText('已复制。');
  expect(JSON.parse(await page.title())).toEqual(ANSWERS);
});
