/** axe-core finds nothing on any state of the page, in light, dark, large text and on a phone. */

import { findings } from './axe.ts';
import { expect, test } from './page.ts';
import { STATES, look } from './states.ts';

/** How a state is looked at. */
const MODES = [
  { name: 'light', theme: 'light', large: false, width: 1280 },
  { name: 'dark', theme: 'dark', large: false, width: 1280 },
  { name: 'large text', theme: 'light', large: true, width: 1280 },
  { name: 'phone', theme: 'light', large: false, width: 360 },
];

// No colour is looked at while it changes to another.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('what axe looks for, it finds', async ({ app, page }) => {
  await expect(app.totals).toBeVisible();
  await page.locator('#results').evaluate((element) => {
    element.insertAdjacentHTML('beforeend', '<img src="data:,"><button style="width: 1px; height: 1px; padding: 0"></button>');
  });
  const found = (await findings(page)).map((finding) => finding.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['button-name', 'image-alt']));
});

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async ({ app, page }) => {
    test.slow();
    await reach(app, page);
    for (const mode of MODES) {
      await page.setViewportSize({ width: mode.width, height: 900 });
      await look(page, mode.theme, mode.large);
      expect(await findings(page), mode.name).toEqual([]);
    }
  });
}
