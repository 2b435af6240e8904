/**
 * The page inside another site: says how high it is and what happened, and hears what of it is seen.
 *
 * The element `<policy-check>` names itself and the origin of its site in the address. Nothing is said
 * to any other origin, and nothing is heard from one.
 */

import { unwrap, wrap, type FromPage, type FromSite } from '../embed/protocol.ts';
import { followJumps } from './jumps.ts';
import { option } from './options.ts';

/** What the app finds on `window.policyCheckSite`. */
export interface PolicyCheckSite {
  /** The origin of the site that takes results, once it has said so. */
  receiver(): string | undefined;
  /** Hands the result, as JSON, to that site. Returns whether there is one. */
  hand(resultJson: string): boolean;
  /** Tells the site what the web master should know. */
  wrong(message: string): void;
}

declare global {
  interface Window {
    policyCheckSite: PolicyCheckSite;
  }
}

/** The event on the window that says: there is a receiver now. */
const RECEIVER = 'policy-check-receiver';

/** The origin of a site that has none, as one opened from disk: anyone could be it. */
const OPAQUE = 'null';

/** How long after a change the page is measured where the browser does not do so, in milliseconds. */
const SETTLED = 100;

/** The page's side of the frame. */
export interface Embedded {
  /** Tells the site that the page has started. */
  ready(): void;
  /** Tells the site what the web master should know. */
  wrong(message: string): void;
}

/** Offers the site around the page to the app, and follows what it says. */
export function installEmbedded(): Embedded {
  const [id, origin] = [option('id'), option('host')];
  const site = window.parent === window || id === null || !isOrigin(origin) ? null : new Site(id, origin);
  window.policyCheckSite = {
    receiver: () => site?.receiver,
    hand: (json) => site?.hand(json) ?? false,
    wrong: (message) => site?.say({ type: 'error', message }),
  };
  return {
    ready: () => site?.say({ type: 'ready' }),
    wrong: window.policyCheckSite.wrong,
  };
}

/** Whether this is the origin of a site, or says that it has none. */
function isOrigin(text: string | null): text is string {
  if (text === OPAQUE) {
    return true;
  }
  try {
    return text !== null && new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** The site around the page. */
class Site {
  /** Its origin, once it has said that it takes results. */
  receiver: string | undefined;
  private height = 0;
  private changed = 0;

  constructor(
    private readonly id: string,
    private readonly origin: string,
  ) {
    document.documentElement.dataset.embedded = '';
    window.addEventListener('message', (event) => this.hear(event));
    followJumps();
    new ResizeObserver(() => this.measure()).observe(document.documentElement);
    // Of a frame that nobody sees yet, sizes are not observed, and the site would move once it is seen.
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(() => this.measureSoon()).observe(document.documentElement, everything);
  }

  /** Hands the result to the site. */
  hand(json: string): boolean {
    if (this.receiver === undefined) {
      return false;
    }
    this.say({ type: 'result', result: JSON.parse(json) as unknown });
    return true;
  }

  say(message: FromPage): void {
    // To an opaque origin one can only speak by speaking to any; it gets no result.
    const to = this.origin === OPAQUE ? '*' : this.origin;
    window.parent.postMessage(wrap(this.id, message), to);
  }

  private measureSoon(): void {
    this.changed ||= window.setTimeout(() => {
      this.changed = 0;
      this.measure();
    }, SETTLED);
  }

  private measure(): void {
    // Of the root element, whose height is that of what it holds and does not follow the frame's.
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== this.height) {
      this.height = height;
      this.say({ type: 'resize', height });
    }
  }

  private hear(event: MessageEvent<unknown>): void {
    const message = unwrap<FromSite>(event, window.parent, this.origin, this.id);
    const { style } = document.documentElement;
    switch (message?.type) {
      case 'hello':
        if (message.takesResult === true && this.origin !== OPAQUE) {
          this.receiver = this.origin;
          window.dispatchEvent(new Event(RECEIVER));
        }
        break;
      case 'view':
        if (Number.isFinite(message.top) && Number.isFinite(message.bottom)) {
          style.setProperty('--pc-view-top', `${message.top}px`);
          style.setProperty('--pc-view-bottom', `${message.bottom}px`);
        }
        break;
    }
  }
}
