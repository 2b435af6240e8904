import { createServer } from 'node:net';

import { defineConfig } from '@playwright/test';

import { CHROMIUM_ARGS, requireChromium } from './scripts/chromium.mjs';

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
  timeout: 30_000,
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

/** A port on which nothing listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      const found = bound !== null && typeof bound !== 'string' ? bound.port : 0;
      server.close(() => resolve(found));
    });
  });
}
