/** WebKitGTK, driven by plain WebDriver over HTTP. */

import { spawn } from 'node:child_process';

import { freePort } from '../scripts/port.mjs';
import { eventually } from './scenario.mjs';

/** Where Debian's packages put them. */
const DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** By which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Starts the browser on a screen of its own, with a home of its own.
 *
 * @param {string} folder
 * @returns {Promise<import('./scenario.mjs').Browser>}
 */
export async function startWebKit(folder) {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', DRIVER, `--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, HOME: folder, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
    // A group of its own, so that nothing of it is left.
    detached: true,
  });
  const address = `http://127.0.0.1:${port}`;
  /** @type {(method: string, path: string, body?: object) => Promise<any>} */
  const call = async (method, path, body) => {
    const answer = await fetch(address + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    }
    return value;
  };
  await eventually('the driver answers', async () => (await call('GET', '/status')).ready, true);
  const capabilities = {
    alwaysMatch: {
      unhandledPromptBehavior: 'accept',
      'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] },
    },
  };
  const started = await call('POST', '/session', { capabilities });
  const session = `/session/${started.sessionId}`;
  await call('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });

  /** @type {(selector: string) => Promise<string>} */
  const find = async (selector) => {
    const element = await call('POST', `${session}/element`, { using: 'css selector', value: selector });
    return `${session}/element/${element[ELEMENT]}`;
  };
  return {
    // Where it saves files without asking.
    downloads: folder,
    async open(url) {
      await call('POST', `${session}/url`, { url });
    },
    async reload() {
      await call('POST', `${session}/refresh`, {});
    },
    async click(selector) {
      await call('POST', `${await find(selector)}/click`, {});
    },
    async type(selector, text) {
      await call('POST', `${await find(selector)}/value`, { text });
    },
    evaluate: (script) => call('POST', `${session}/execute/sync`, { script: `return ${script}`, args: [] }),
    version: async () => `${started.capabilities.browserName} ${started.capabilities.browserVersion}`,
    async close() {
      await call('DELETE', session).catch(() => undefined);
      process.kill(-Number(driver.pid));
    },
  };
}
