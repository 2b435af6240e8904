/** What differs between the forms of the page: how it comes to its wasm, and whether a worker keeps it. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import { SERVICE_WORKER } from './vite-service-worker.ts';

/** A folder on a server, pages for the people of other sites, one file to be opened from disk, or the server that builds on save. */
export type Form = 'folder' | 'sites' | 'single' | 'dev';

const MODULE = 'virtual:form';
/** The wasm for the first result, and the rest of it. */
const WASM = 'target/web/pkg/policy_check_bg.wasm';
const REST = 'target/web/pkg/policy_check_rest.wasm';

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
        return [fetched('wasm', WASM, '{}'), `export const rest = null;`, worker(null)].join('\n');
      }
      const part = async (name: string, path: string): Promise<string> => {
        const file = join(root, path);
        this.addWatchFile(file);
        const bytes = await readFile(file);
        return form === 'single' ? inlined(name, bytes) : fetched(name, path, `{ integrity: '${integrity(bytes)}' }`);
      };
      return [await part('wasm', WASM), await part('rest', REST), worker(form === 'single' ? null : `./${SERVICE_WORKER}`)].join('\n');
    },
  };
}

/** The hash by which a browser checks a file. */
export function integrity(bytes: Uint8Array | string): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function fetched(name: string, path: string, options: string): string {
  return [`import ${name}Url from '/${path}?url';`, `export const ${name} = () => fetch(${name}Url, ${options});`].join('\n');
}

function inlined(name: string, bytes: Buffer): string {
  return [
    `import { fromBase64 as ${name}From } from '/page/base64.ts';`,
    `export const ${name} = () => ${name}From('${bytes.toString('base64')}');`,
  ].join('\n');
}

function worker(address: string | null): string {
  return `export const serviceWorker = ${JSON.stringify(address)};`;
}
