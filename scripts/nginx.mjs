/** Runs nginx with the configuration of `hosting/`, laid out as on Debian, in a folder and on a port of its own. */

import { spawn } from 'node:child_process';
import { accessSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { freePort } from './port.mjs';

/** Where Debian's packages `nginx` and `libnginx-mod-http-brotli-static` put them. */
const NGINX = '/usr/sbin/nginx';
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** What the site's file says that is not so here: the port, and where the page lies. */
const PORT = /^ *listen .*\n/gm;
const PAGE = '/var/www/policy-check';

/** How long nginx may take to start, in milliseconds. */
const PATIENCE = 10_000;

/**
 * @typedef {object} Nginx
 * @property {string} address where the page is, at the root of the site
 * @property {string} folder where the same page is in a folder
 * @property {() => Promise<void>} stop
 */

/**
 * Starts nginx for the page in `dist`.
 *
 * @param {string} dist
 * @param {(http: string) => string} change what a web master changes in `nginx-http.conf`
 * @returns {Promise<Nginx>}
 */
export async function startNginx(dist, change = (http) => http) {
  [NGINX, BROTLI].forEach(requireFile);
  const prefix = mkdtempSync(join(tmpdir(), 'policy-check-nginx-'));
  const port = await freePort();
  for (const folder of ['conf.d', 'snippets', 'sites-enabled']) {
    mkdirSync(join(prefix, folder));
  }
  const write = (/** @type {string} */ file, /** @type {string} */ text) => writeFileSync(join(prefix, file), text);
  write('conf.d/policy-check.conf', change(shipped('nginx-http.conf')));
  write('snippets/policy-check.conf', shipped('nginx-location.conf'));
  write(
    'sites-enabled/policy-check',
    shipped('nginx-site.conf')
      .replace(PORT, '')
      .replace('server {', `server {\n    listen 127.0.0.1:${port};`)
      .split(PAGE)
      .join(resolve(dist)),
  );
  write('nginx.conf', main());

  const nginx = spawn(NGINX, ['-p', prefix, '-c', join(prefix, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  nginx.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  const ended = new Promise((done) => nginx.once('exit', done));
  const stop = async () => {
    nginx.kill();
    await ended;
    rmSync(prefix, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}/`;
  const late = Date.now() + PATIENCE;
  while (!(await answers(address))) {
    if (nginx.exitCode !== null || Date.now() > late) {
      await stop();
      throw new Error(`nginx does not start: ${complaints}`);
    }
  }
  return { address, folder: `${address}tools/policy-check/`, stop };
}

/** What Debian's own `nginx.conf` does, without its paths. */
function main() {
  // Workers of root are to read what belongs to root.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path temporary;`);
  return `${user}
daemon off;
pid nginx.pid;
error_log stderr;
load_module ${BROTLI};
events {}
http {
  access_log off;
  ${temporary.join(' ')}
  include conf.d/*.conf;
  include sites-enabled/*;
}
`;
}

/** @param {string} name */
function shipped(name) {
  return readFileSync(fileURLToPath(new URL(`../hosting/${name}`, import.meta.url)), 'utf8');
}

/** @param {string} path */
function requireFile(path) {
  try {
    accessSync(path);
  } catch {
    throw new Error(`没有找到 ${path}，请运行 make setup。`);
  }
}

/** @param {string} address */
function answers(address) {
  return new Promise((done) => {
    get(address, (response) => done(response.resume().statusCode !== undefined)).on('error', () => done(false));
  });
}
