/** Pictures of the page: `make screenshots`. */

import { defineConfig } from '@playwright/test';

import base from './playwright.config.ts';

export default defineConfig({
  ...base,
  testDir: 'tests/screenshots',
  reporter: 'list',
  outputDir: 'test-results/screenshots',
});
