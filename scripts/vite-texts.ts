/** Puts the texts of `locales/page.zh.json` into the page's HTML: `%page.title%`. */

import type { Plugin } from 'vite';

import texts from '../locales/page.zh.json' with { type: 'json' };

/** The plugin. A text that does not exist fails the build. */
export function pageTexts(): Plugin {
  return {
    name: 'page-texts',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(/%page\.(\w+)%/g, (_, name: string) => text(name)),
    },
  };
}

function text(name: string): string {
  const found = Object.entries(texts.page).find(([known]) => known === name);
  if (found === undefined) {
    throw new Error(`locales/page.zh.json: page.${name}?`);
  }
  return found[1];
}
