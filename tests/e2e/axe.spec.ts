/** axe-core finds nothing on any state of the page, in light, dark, large text and on a phone. */

import AxeBuilder from '@axe-core/playwright';

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

/** All rules that run of themselves, and that of WCAG 2.2 that does not. */
const RULES = { rules: { 'target-size': { enabled: true } } };

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async ({ app, page }) => {
    test.slow();
    await reach(app, page);
    for (const mode of MODES) {
      await page.setViewportSize({ width: mode.width, height: 900 });
      await look(page, mode.theme, mode.large);
      const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n  ')}`);
      expect(found, mode.name).toEqual([]);
    }
  });
}
