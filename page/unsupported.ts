/** What a browser without WebAssembly shows in the app's place. */

import { texts } from './texts.ts';

/** Writes the message where the app would stand. */
export function showUnsupported(): void {
  const message = document.createElement('p');
  message.className = 'pc-unsupported';
  message.setAttribute('role', 'alert');
  message.textContent = texts().start.unsupported;
  document.body.append(message);
}
