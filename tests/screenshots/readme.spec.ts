/** The pictures of the README. */

import { test } from '../e2e/page.ts';
import { STATES } from '../e2e/states.ts';

test('on a desktop', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await STATES['an exact result']?.(app, page);
  await app.openCard('general-aviation-hours');
  await app.summaryOf('general-aviation-hours').blur();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    document.querySelector('#results')?.scrollTo(0, 0);
  });
  await page.screenshot({ path: 'docs/screenshot.png' });
});

test('on a phone', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await STATES['an exact result']?.(app, page);
  await page.locator('#summary-bar').getByRole('link').click();
  await page.screenshot({ path: 'docs/screenshot-phone.png' });
});
