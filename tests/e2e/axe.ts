/** What axe-core finds on a page. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** All rules that run of themselves, and that of WCAG 2.2 that does not; what passes is not described. */
const RULES = { resultTypes: ['violations' as const], rules: { 'target-size': { enabled: true } } };

/** What axe-core finds, each with the elements. */
export async function findings(page: Page): Promise<string[]> {
  // In the page itself: the other way opens a second one each time, for frames of other sites.
  const { violations } = await new AxeBuilder({ page }).options(RULES).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n  ')}`);
}
