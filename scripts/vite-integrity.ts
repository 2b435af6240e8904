/** Puts the hash of every script and style into the page's HTML, so that no other is run. */

import type { Plugin } from 'vite';

import { bytesOf, htmlOf } from './bundle.ts';
import { integrity } from './vite-form.ts';

/** A tag that names a file of the bundle. */
const TAG = /<(?:script|link)\b[^>]*? (?:src|href)="(?:\.\.?\/)+([^"]+)"[^>]*>/g;

/** The plugin; `later` is a file that is built afterwards, as sites load it: without a hash. */
export function hashes(later: string): Plugin {
  return {
    name: 'page-integrity',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const page of htmlOf(bundle)) {
          page.source = String(page.source).replace(TAG, (tag: string, name: string) => {
            if (name === later) {
              return tag;
            }
            const file = bundle[name];
            if (file === undefined) {
              this.error(`${page.fileName}: ${name}?`);
            }
            return tag.replace(/>$/, ` integrity="${integrity(bytesOf(file))}">`);
          });
        }
      },
    },
  };
}
