/**
 * What a screen reader is given of the main states. The trees beside this file were read by a person;
 * `npx playwright test aria --update-snapshots` writes them anew, and the difference is to be read.
 */

import { expect, test } from './page.ts';
import { STATES } from './states.ts';

/** The states, and the part of the page that is read in each. */
const READ: Record<string, string> = {
  'nothing answered': 'body',
  'an exact result': '#results',
  'an opened program with its chart': '#program-general-aviation-hours',
  'a refused program with its nearest way': '#program-general-aviation-hours',
  'amounts of several years': '#program-little-giant-loan-interest',
  'wrong entries': '#questions',
  'two situations': '#compare',
  'one question at a time': '#questions',
  'the result sheet': '#sheet-general-aviation-hours',
};

for (const [name, part] of Object.entries(READ)) {
  test(`a screen reader is given: ${name}`, async ({ app, page }) => {
    await STATES[name]?.(app, page);
    await expect(page.locator(part)).toMatchAriaSnapshot({ name: `${name.replace(/ /g, '-')}.aria.yml` });
  });
}
