/** Puts script and styles into the HTML: one file, to be opened from disk. */

import type { Plugin, Rollup } from 'vite';

import { bytesOf, htmlOf } from './bundle.ts';

/** The plugin; `name` is that of the file. */
export function singleFile(name: string): Plugin {
  return {
    name: 'page-single-file',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const [page, ...others] = htmlOf(bundle);
        if (page === undefined || others.length > 0) {
          this.error('one page is expected');
        }
        page.source = inlined(String(page.source), bundle);
        page.fileName = name;
        for (const [key, file] of Object.entries(bundle)) {
          if (file !== page) {
            delete bundle[key];
          }
        }
      },
    },
  };
}

/** The page with what its tags name. The script is a classic one: from disk, browsers refuse modules. */
function inlined(html: string, bundle: Rollup.OutputBundle): string {
  let script = '';
  const take = (file: string): string => {
    const found = bundle[file];
    if (found === undefined) {
      throw new Error(`${file}?`);
    }
    return String(bytesOf(found)).trim();
  };
  const text = html
    .replace(/<script type="module"[^>]* src="\.\/([^"]+)"[^>]*><\/script>\s*/, (_tag, file: string) => {
      script = safe(take(file), /<\/script|<!--|\bimport\.meta\b/i);
      return '';
    })
    .replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"[^>]*>/, (_tag, file: string) => `<style>${safe(take(file), /<\/style/i)}</style>`)
    // Last, since it runs as soon as it is read.
    .replace('</body>', () => `<script>${script}</script>\n  </body>`);
  if (script === '' || /(?:src|href)="(?!data:)/.test(text.replace(/<(script|style)>.*?<\/\1>/gs, ''))) {
    throw new Error('the page names another file');
  }
  return text;
}

/** A text, which must hold nothing that would end its element or that only a module knows. */
function safe(text: string, not: RegExp): string {
  const found = not.exec(text);
  if (found !== null) {
    throw new Error(`not to be put into HTML: ${text.slice(found.index, found.index + 40)}`);
  }
  return text;
}
