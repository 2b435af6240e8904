/** Pictures of the main states at three widths, light and dark, to be looked at: target/screenshots. */

import { test } from '../e2e/page.ts';
import { STATES, look } from '../e2e/states.ts';

const WIDTHS = [360, 768, 1280];
const THEMES = ['light', 'dark'];

// No colour is looked at while it changes to another.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The states that show every part of the page once. */
const PICTURED = [
  'nothing answered',
  'an example',
  'one question at a time',
  'an opened program with its chart',
  'a refused program with its nearest way',
  'amounts of several years',
  'wrong entries',
  'two situations',
  'the result sheet',
  'in English',
] as const;

for (const name of PICTURED) {
  test(name, async ({ app, page }) => {
    test.slow();
    await STATES[name]?.(app, page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of THEMES) {
        await look(page, theme, false);
        await page.evaluate(() => {
          (document.activeElement as HTMLElement | null)?.blur();
          window.scrollTo(0, 0);
          document.querySelector('#results')?.scrollTo(0, 0);
        });
        const file = `target/screenshots/${name.replace(/ /g, '-')}-${width}-${theme}.png`;
        await page.screenshot({ path: file, fullPage: true });
      }
    }
  });
}
