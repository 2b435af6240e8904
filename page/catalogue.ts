/** The catalogue that the address asks for in the place of the embedded one: a file beside the page. */

import { option } from './options.ts';
import { texts } from './texts.ts';

declare global {
  interface Window {
    /** The file, for the app, which reads it as it starts. */
    policyCheckCatalogue?: Uint8Array;
  }
}

/** The name of such a file: in the folder of the page or below it, on no other server. */
const NAME = /^(?:[\w-]+\/)*[\w-][\w.-]*$/;

/** The name of the file that is asked for; null for the embedded catalogue. */
export function catalogueName(): string | null {
  const name = option('catalog');
  return name === '' ? null : name;
}

/** Loads it, where one is asked for. Rejects with a reason in words where it cannot be had. */
export async function loadCatalogue(): Promise<void> {
  const name = catalogueName();
  if (name === null) {
    return;
  }
  if (!NAME.test(name)) {
    throw new Error(texts().catalogue.name);
  }
  const answer = await fetch(new URL(name, window.location.href.replace(/[?#].*$/, '')).href, { cache: 'no-cache' });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }
  window.policyCheckCatalogue = new Uint8Array(await answer.arrayBuffer());
}
