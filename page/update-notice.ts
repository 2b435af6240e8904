/** The notice that a newer version of the page is ready. It takes no focus, and moves and hides nothing. */

import { texts } from './texts.ts';

/** A notice that stands on the page. */
export interface UpdateNotice {
  /** Says that what was typed cannot be handed over, so that the page stays as it is. */
  refuse(): void;
}

/** What a screen reader needs between a place for messages and the message in it, in milliseconds. */
const SETTLE = 100;

/** The notice that stands; that of a version found later takes its place. */
let standing: HTMLElement | null = null;

/** Shows the notice. `take` is called when the person wants the newer version. */
export function showUpdate(take: () => void): UpdateNotice {
  standing?.remove();
  const { classList } = document.documentElement;
  classList.add('pc-with-update');
  const notice = document.createElement('div');
  notice.className = 'pc-update';
  notice.setAttribute('role', 'status');
  document.body.append(notice);
  standing = notice;

  const close = (): void => {
    notice.remove();
    classList.remove('pc-with-update');
  };
  let refused = false;
  const draw = (): void => {
    const { update } = texts();
    while (notice.lastChild !== null) {
      notice.removeChild(notice.lastChild);
    }
    if (refused) {
      notice.append(message(update.refused), button(update.close, close));
    } else {
      notice.append(message(update.found), button(update.take, take), button(update.leave, close));
    }
  };
  window.setTimeout(draw, SETTLE);
  // The person may change the language while it stands.
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['lang'] });
  return {
    refuse() {
      refused = true;
      draw();
    },
  };
}

function message(text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = 'pc-update__text';
  made.textContent = text;
  return made;
}

function button(text: string, onClick: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'pc-button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}
