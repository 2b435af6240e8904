/** Writes the service worker, with the list of the files that make up this version of the page. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { type Plugin, type Rollup, transformWithEsbuild } from 'vite';

import { bytesOf } from './bundle.ts';
import { integrity } from './vite-form.ts';

/** The worker's file. It lies beside the page, since a worker answers for its own folder only. */
export const SERVICE_WORKER = 'service-worker.js';

const SOURCE = 'page/worker/service-worker.ts';
const PAGE = 'index.html';

/** The plugin; `target` is the oldest browser. To stand after whatever changes the page. */
export function serviceWorker(target: string): Plugin {
  let root = '';
  return {
    name: 'page-service-worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = partsOf(bundle, PAGE).map((file) => [file.fileName, integrity(bytesOf(file))]);
        const list = JSON.stringify(files);
        const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
        const path = join(root, SOURCE);
        const { code } = await transformWithEsbuild(await readFile(path, 'utf8'), path, {
          target,
          format: 'iife',
          minify: true,
          sourcemap: false,
          define: { FILES: list, VERSION: JSON.stringify(version) },
        });
        this.emitFile({ type: 'asset', fileName: SERVICE_WORKER, source: code });
      },
    },
  };
}

/** A page and every file that it names, or that a file of it names, in the order of their names. */
function partsOf(bundle: Rollup.OutputBundle, page: string): (Rollup.OutputAsset | Rollup.OutputChunk)[] {
  const found = new Set([page]);
  for (const name of found) {
    const file = bundle[name];
    const text = file === undefined ? '' : String(bytesOf(file));
    for (const other of Object.keys(bundle)) {
      if (text.includes(basename(other))) {
        found.add(other);
      }
    }
  }
  return Array.from(found)
    .sort()
    .flatMap((name) => bundle[name] ?? []);
}
