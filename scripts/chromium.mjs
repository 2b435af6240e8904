/** Finds the Chromium for the tests. Run as a program, prints its path or fails. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * What Chromium is to leave. Of two lists the last one counts, so this has what Playwright's own has.
 */
export const WITHOUT = [
  // Suggestions below the address, which take a renderer and a third of the time of each page that is opened.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // Playwright's.
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/**
 * Chromium without a sandbox, which root does not get, and without calls to any service of its own.
 */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Its window for printing would stay open, and no PDF could be made meanwhile.
  '--disable-print-preview',
  `--disable-features=${WITHOUT.join(',')}`,
];

/**
 * The path that `$CHROMIUM` gives, or the first Chromium on the path of programs.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * As `findChromium`, or an error that says what to do.
 *
 * @returns {string}
 */
export function requireChromium() {
  const path = findChromium();
  if (path === undefined) {
    throw new Error('没有找到 Chromium，请运行 make setup，或用环境变量 CHROMIUM 指明其路径。');
  }
  return path;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = findChromium();
  if (path === undefined) {
    process.exitCode = 1;
  } else {
    console.log(path);
  }
}
