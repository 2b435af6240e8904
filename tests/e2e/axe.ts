/** What axe-core finds on a page. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** All rules that run of themselves, and that of WCAG 2.2 that does not. */
const RULES = { rules: { 'target-size': { enabled: true } } };

/** What axe-core finds, each with the elements. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n  ')}`);
}
