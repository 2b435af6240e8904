/** Puts the catalogue that the xtask has written as HTML into the page: `%catalogue%`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

/** Where `xtask/src/catalogue.rs` writes it. */
const FILE = 'target/web/catalogue.html';

/** The plugin. It reads the file for each page anew, so that `make dev` shows what changed. */
export function catalogue(): Plugin {
  let root = '';
  return {
    name: 'catalogue',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('%catalogue%', () => readFileSync(join(root, FILE), 'utf8')),
    },
  };
}
