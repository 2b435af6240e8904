/**
 * What a site loads: `<script src="…/embed.js" data-policy-check data-region="430100"></script>`.
 *
 * Defines `<policy-check>`, and where the script has `data-policy-check`, puts one behind it. Options
 * are its other `data-` attributes, under the same names as those of the element.
 */

import { NAME, OPTIONS, define } from './element.ts';

/** The attributes that concern the element and not the page. */
const OWN = ['prefill', 'takes-result', 'title'] as const;

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) {
  throw new Error('embed.js: to be loaded by a plain <script src>, not as a module');
}
// The page stands beside this script.
define(new URL('index.html', script.src));

if (script.hasAttribute('data-policy-check')) {
  const element = document.createElement(NAME);
  for (const name of [...OPTIONS, ...OWN]) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) {
      element.setAttribute(name, value);
    }
  }
  script.after(element);
}
