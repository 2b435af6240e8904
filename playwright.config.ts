import { defineConfig } from '@playwright/test';

import { CHROMIUM_ARGS, requireChromium } from './scripts/chromium.mjs';
import { freePort } from './scripts/port.mjs';

// Chosen by the first process that reads this file; its workers inherit the choice.
const port = (process.env.POLICY_CHECK_E2E_PORT ??= String(await freePort()));
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'tests/e2e',
  // The counts in the JSON are summed by scripts/test.sh.
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Some tests do on the page what a person does in minutes, and machines are slow at times.
  timeout: 60_000,
  // What comes late on a slow machine still comes.
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_ARGS },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
