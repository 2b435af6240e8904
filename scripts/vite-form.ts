/** What differs between the forms of the page: how it comes to its wasm, and whether a worker keeps it. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import { SERVICE_WORKER } from './vite-service-worker.ts';

/** A folder on a server, pages for the people of other sites, one file to be opened from disk, or the server that builds on save. */
export type Form = 'folder' | 'sites' | 'single' | 'dev';

const MODULE = 'virtual:form';
const WASM = 'target/web/pkg/policy_check_bg.wasm';

/** The plugin for a form: the module `virtual:form`, as page/form.d.ts declares it. */
export function pageForm(form: Form): Plugin {
  let root = '';
  return {
    name: 'page-form',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) {
        return null;
      }
      if (form === 'dev') {
        return fetched('{}', null);
      }
      const file = join(root, WASM);
      this.addWatchFile(file);
      const bytes = await readFile(file);
      return form === 'single' ? inlined(bytes) : fetched(`{ integrity: '${integrity(bytes)}' }`, `./${SERVICE_WORKER}`);
    },
  };
}

/** The hash by which a browser checks a file. */
export function integrity(bytes: Uint8Array | string): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function fetched(options: string, worker: string | null): string {
  return [
    `import url from '/${WASM}?url';`,
    `export const wasm = () => fetch(url, ${options});`,
    `export const serviceWorker = ${JSON.stringify(worker)};`,
  ].join('\n');
}

function inlined(bytes: Buffer): string {
  return [
    `import { fromBase64 } from '/page/base64.ts';`,
    `export const wasm = () => fromBase64('${bytes.toString('base64')}');`,
    `export const serviceWorker = null;`,
  ].join('\n');
}
