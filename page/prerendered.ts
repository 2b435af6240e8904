/**
 * What `index.html` holds in the app's place until the app replaces it: the title, a word that it is
 * loading, the reason why it cannot run, and the catalogue.
 *
 * Without a script all of it but the reason can be seen, so that it serves where no script runs.
 */

import { texts } from './texts.ts';

/** Says it in the language of the page. The catalogue is as the documents are, Chinese. */
export function translate(): void {
  const known = new Map(Object.entries(texts().page));
  document.querySelectorAll<HTMLElement>('[data-text]').forEach((element) => {
    element.textContent = known.get(element.dataset.text ?? '') ?? element.textContent;
  });
}

/** While the app loads, hides the catalogue that the app is to replace. */
export function showLoading(): void {
  show('catalogue', false);
}

/** Says why the app cannot run, above the catalogue. */
export function showUnsupported(): void {
  show('loading', false);
  show('unsupported', true);
}

function show(id: string, shown: boolean): void {
  const element = document.getElementById(id);
  if (element !== null) {
    element.hidden = !shown;
  }
}
