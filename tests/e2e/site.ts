/**
 * A site of another origin around the page: it has a hostile style sheet and a strict policy, and keeps
 * what it hears from the element.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Frame, type Page, test as base } from '@playwright/test';

import { PolicyPage, expect, fixDate } from './page.ts';
import { serve } from './serve.ts';

export { expect };

/** Styles that would make anything unusable that they reach. */
const HOSTILE = `
  * { font-size: 3px !important; color: transparent !important; line-height: 0 !important; float: right; box-sizing: content-box; }
  iframe { display: none !important; height: 7px !important; }
  policy-check { display: none !important; position: fixed; height: 9px !important; }
  body { margin: 0; }
  .tall { height: 3000px; float: none; }
  .row { display: flex; float: none; width: 100vw; }
  .box { height: 500px; overflow: auto; float: none; }
`;

/** Keeps what the elements of the site say. */
const KEEPER = `
  window.heard = [];
  for (const name of ['ready', 'resize', 'result', 'error']) {
    document.addEventListener(name, ({ target, detail }) => heard.push({ of: target.id, name, detail }), true);
  }
`;

/** What an element said. */
export interface Heard {
  of: string;
  name: string;
  detail: Record<string, unknown>;
}

export class Site {
  constructor(
    readonly page: Page,
    /** The origin of the site. */
    readonly origin: string,
    /** The address of the page in it. */
    readonly tool: string,
    private readonly folder: string,
  ) {}

  /** Opens the site with a body; `%tool%` in it stands for the address of the page. */
  async open(body: string, fragment = ''): Promise<void> {
    const html = `<!doctype html><meta charset="utf-8"><title>site</title><link rel="stylesheet" href="site.css">
      <link rel="icon" href="data:,"><script src="keeper.js"></script><body>${body.replace(/%tool%/g, this.tool)}</body>`;
    await writeFile(join(this.folder, 'index.html'), html);
    await this.page.goto(`${this.origin}/${fragment}`);
  }

  /** The frame of the page in an element, once it has started. */
  async frame(id = 'here'): Promise<Frame> {
    const frame = await this.contentFrame(id);
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    return frame;
  }

  /** The frame of an element, or the frame of that id. */
  async contentFrame(id: string): Promise<Frame> {
    const handle = await this.page.locator(`#${id} iframe, iframe#${id}`).elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) {
      throw new Error(`${id} has no frame`);
    }
    return frame;
  }

  /** The page in an element. */
  async app(id = 'here'): Promise<PolicyPage> {
    return new PolicyPage(this.page, await this.frame(id));
  }

  /** What the elements said so far. */
  async heard(name?: string): Promise<Heard[]> {
    const all = await this.page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
    return name === undefined ? all : all.filter((one) => one.name === name);
  }
}

/** The tests of a page in a site: whatever asks a third party, or complains, fails. */
export const test = base.extend<{ site: Site }>({
  site: async ({ page, baseURL }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-check-site-'));
    const tool = baseURL ?? '';
    const policy = `default-src 'none'; script-src 'self' ${tool}; style-src 'self'; frame-src 'self' ${tool}; img-src data:`;
    await writeFile(join(folder, 'site.css'), HOSTILE);
    await writeFile(join(folder, 'keeper.js'), KEEPER);
    const served = await serve(folder, { headers: { 'Content-Security-Policy': policy } });
    // Another host than that of the page: another site to the browser, not another port only.
    const origin = `http://localhost:${served.port}`;
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        wrong.push(message.text());
      }
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => {
      if (![tool, `${origin}/`, 'data:', 'blob:'].some((own) => request.url().startsWith(own))) {
        wrong.push(request.url());
      }
    });
    await fixDate(page);
    await use(new Site(page, origin, tool, folder));
    await served.stop();
    await rm(folder, { recursive: true });
    expect(wrong, 'complaints, and requests to third parties').toEqual([]);
  },
});
