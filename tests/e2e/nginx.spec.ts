/** The configuration in `hosting/`, with the real nginx: headers, encodings and caching of every file, and the page under it. */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { type IncomingHttpHeaders, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { type Nginx, startNginx } from '../../scripts/nginx.mjs';
import { PolicyPage, test as base, expect, fixDate } from './page.ts';

const test = base.extend<object, { nginx: Nginx }>({
  nginx: [
    async ({}, use) => {
      const nginx = await startNginx('dist');
      await use(nginx);
      await nginx.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ nginx }, use) => use(nginx.address),
});

/** A browser of today. */
const CHROMIUM = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'application/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
};

/** How each encoding is undone. */
const ENCODINGS = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

test('every file has its type, its encodings and its caching, and tells nobody more than it must', async ({ nginx }) => {
  const files = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    // The list of hashes is written last, over the compressed files too.
    .filter(({ name }) => name !== 'SHA256SUMS.txt')
    .map(({ parentPath, name }) => join(parentPath, name).slice('dist/'.length));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const original = readFileSync(join('dist', file));
    for (const [encoding, decode] of Object.entries(ENCODINGS)) {
      const { status, headers, body } = await request(nginx.address + file, encoding);
      expect(status, file).toBe(200);
      expect(headers['content-encoding'], file).toBe(encoding);
      expect(decode(body).equals(original), `${file} ${encoding}`).toBe(true);
    }
    // Brotli is the smaller one, and goes to whoever takes both.
    expect((await request(nginx.address + file, 'gzip, deflate, br')).headers['content-encoding']).toBe('br');

    const { headers, body } = await request(nginx.address + file);
    expect(body.equals(original), file).toBe(true);
    expect(headers['content-encoding'], file).toBeUndefined();
    expect(headers['content-type'], file).toBe(TYPES[file.replace(/.*\./, '')]);
    expect(headers.vary, file).toContain('Accept-Encoding');
    const hashed = file.startsWith('assets/');
    expect(headers['cache-control'], file).toBe(hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    // The single file is to be saved and opened from there.
    expect(headers['content-disposition'], file).toBe(file === 'policy-check.html' ? 'attachment' : undefined);
    expectSafe(headers);
  }
});

test('what does not change is not sent again; what is missing is not kept', async ({ nginx }) => {
  const first = await request(nginx.address);
  const again = await request(nginx.address, undefined, { 'If-None-Match': String(first.headers.etag) });
  expect(again.status).toBe(304);
  expectSafe(again.headers);

  const missing = await request(`${nginx.address}assets/index-AAAAAAAA.js`);
  expect(missing.status).toBe(404);
  expect(missing.headers['cache-control']).toBeUndefined();
  expectSafe(missing.headers);
});

test('only browsers that know `wasm-unsafe-eval` are sent it', async ({ nginx }) => {
  const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const chrome = (version: number, rest = '') => CHROMIUM.replace('150', String(version)) + rest;
  const firefox = (version: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
  const safari = (version: string) => `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/${version} Safari/605.1.15`;
  const knows = [chrome(97), chrome(100), chrome(150, ' Edg/150.0'), firefox(102), firefox(153), safari('16.0'), safari('26.0')];
  knows.push(`Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) ${webkit} Version/17.0 Mobile/15E148 Safari/604.1`);
  const knowsNot = [chrome(80), chrome(96), chrome(86, ' 360SE'), firefox(101), firefox(91), safari('15.6'), safari('9.1'), 'curl/8'];
  knowsNot.push(`Mozilla/5.0 (Linux; Android 10) ${webkit} Version/4.0 Chrome/83.0.4103.106 Mobile Safari/537.36 MicroMessenger/8.0`);
  knowsNot.push(`Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) ${webkit} Mobile/15E148 MicroMessenger/8.0`);
  for (const agent of [...knows, ...knowsNot]) {
    const { headers } = await request(nginx.address, undefined, { 'User-Agent': agent });
    const word = knows.includes(agent) ? "'wasm-unsafe-eval'" : "'unsafe-eval'";
    expect(String(headers['content-security-policy']), agent).toContain(`script-src 'self' ${word} 'sha256-`);
    expect(headers.vary, agent).toContain('User-Agent');
  }
});

test('the policy allows what stands in the page, by its hash', async ({ nginx }) => {
  const page = readFileSync('dist/index.html', 'utf8');
  const policy = String((await request(nginx.address)).headers['content-security-policy']);
  for (const [directive, tag] of [
    ['script-src', /<script nomodule>(.*?)<\/script>/s],
    ['style-src', /<style>(.*?)<\/style>/s],
  ] as const) {
    const hash = createHash('sha256').update(tag.exec(page)?.[1] ?? '').digest('base64');
    const allowed = policy.split(';').find((part) => part.trim().startsWith(directive));
    expect(allowed, `hosting/nginx-location.conf: ${directive}`).toContain(`'sha256-${hash}'`);
    // And each policy that is written out for another server.
    const written = readFileSync('docs/hosting.md', 'utf8').match(new RegExp(`${directive} [^;]*;`, 'g')) ?? [];
    expect(written.length, directive).toBeGreaterThan(3);
    expect(written.filter((one) => !one.includes(`'sha256-${hash}'`)), `docs/hosting.md: ${directive}`).toEqual([]);
  }
});

// The host page is no page of ours, and the refusal is a complaint.
const framing = test.extend({ baseURL: 'http://', quiet: false });

framing('who may show the page in a frame is set in one place', async ({ nginx, page }) => {
  let framed = '';
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(`<iframe src="${framed}"></iframe>`));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // Of another origin than 127.0.0.1.
  const host = `http://localhost:${(server.address() as AddressInfo).port}`;
  const app = page.locator('iframe').contentFrame().locator('.pc-app');
  const allowing = await startNginx('dist', (http) => {
    const here = `default "'self'";`;
    expect(http.split(here)).toHaveLength(2);
    return http.replace(here, `default "'self' ${host}";`);
  });
  try {
    const { headers } = await request(allowing.address);
    expect(headers['content-security-policy']).toContain(`; frame-ancestors 'self' ${host}`);
    framed = allowing.address;
    await page.goto(host);
    await expect(app).toBeVisible();

    framed = nginx.address;
    await page.goto(host);
    await expect.poll(() => page.frames().map((frame) => frame.url())).toEqual([`${host}/`, 'chrome-error://chromewebdata/']);
    await expect(app).toHaveCount(0);
  } finally {
    await allowing.stop();
    server.close();
  }
});

for (const at of ['address', 'folder'] as const) {
  test(`the page works under it, and nothing of it is refused: ${at}`, async ({ nginx, page }) => {
    await fixDate(page);
    // Other complaints fail the test too: the fixture `watch`.
    const refused: string[] = [];
    await page.exposeFunction('refused', (what: string) => refused.push(what));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        (window as unknown as { refused(what: string): void }).refused(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      });
    });
    // The address without its slash leads there too.
    const response = await page.goto(at === 'folder' ? nginx.folder.slice(0, -1) : nginx.address);
    expect(page.url()).toBe(nginx[at]);
    expect(response?.headers()['content-security-policy']).toContain("'wasm-unsafe-eval'");
    const app = new PolicyPage(page);
    await app.operatorOfThree();
    await app.openCard('general-aviation-hours');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export-json').click()]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toHaveProperty('report');
    await page.locator('#open-sheet').click();
    await expect(page.getByRole('img', { name: '二维码' })).toBeVisible();
    expect(refused).toEqual([]);
  });
}

/** The headers that every answer has. */
function expectSafe(headers: IncomingHttpHeaders): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*; frame-ancestors 'self'$/);
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for a file as it comes over the wire. */
function request(address: string, encoding?: string, headers: Record<string, string> = {}): Promise<Answer> {
  const accepts: Record<string, string> = encoding === undefined ? {} : { 'Accept-Encoding': encoding };
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'User-Agent': CHROMIUM, ...accepts, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}
