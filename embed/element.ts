/** The element `<policy-check>`: a frame with the page, as high as the page, that tells what happens in it. */

import { embed as english } from '../locales/page.en.json';
import { embed as chinese } from '../locales/page.zh.json';
import { unwrap, wrap, type FromPage, type FromSite } from './protocol.ts';

/** The name of the element. */
export const NAME = 'policy-check';

/** The attributes that go into the address of the page as they are. */
export const OPTIONS = ['region', 'programs', 'topics', 'lang', 'theme', 'accent', 'size', 'as-of', 'home', 'catalog'] as const;

/** How high the frame is until the page has said how high it is, in CSS pixels. */
const FIRST_HEIGHT = 600;

/** How high the frame can be, in CSS pixels. */
const GREATEST_HEIGHT = 200_000;

/** How long the page may take to start once it has loaded, in milliseconds. */
const PATIENCE = 20_000;

/** How much of a wrong value is told. */
const LONGEST_SHOWN = 40;

/** The code of a link in the address of the site, which the page takes over. */
const CODE = /^#a\d+\./;

let instances = 0;

/** Defines the element, whose page stands at `page`; once, whatever how often it is called. */
export function define(page: URL): void {
  if (customElements.get(NAME) !== undefined) {
    return;
  }
  customElements.define(
    NAME,
    class extends HTMLElement {
      static readonly observedAttributes = ['hidden'];
      private leave: (() => void) | null = null;

      connectedCallback(): void {
        const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        this.leave = enter(this, root, page);
      }

      attributeChangedCallback(): void {
        show(this);
      }

      disconnectedCallback(): void {
        this.leave?.();
        this.leave = null;
      }
    },
  );
}

/** Puts the frame into the element and listens to it; returns what undoes that. */
function enter(element: HTMLElement, root: ShadowRoot, page: URL): () => void {
  instances += 1;
  const id = `${Date.now().toString(36)}-${instances}`;
  const address = new URL(page.href);
  for (const name of OPTIONS) {
    const value = element.getAttribute(name);
    if (value !== null) {
      address.searchParams.set(name, value);
    }
  }
  address.searchParams.set('id', id);
  address.searchParams.set('host', window.origin);
  // In the fragment: figures of an enterprise are sent to no server.
  const prefill = element.getAttribute('prefill');
  const code = [window.location.hash, `#${prefill?.replace(/^.*#/, '') ?? ''}`].find((code) => CODE.test(code));
  address.hash = code ?? '';
  const takesResult = ![null, 'false'].includes(element.getAttribute('takes-result'));

  const texts = element.getAttribute('lang') === 'en' ? english : chinese;
  const frame = document.createElement('iframe');
  frame.title = element.getAttribute('title') ?? texts.title;
  frame.referrerPolicy = 'no-referrer';
  frame.src = address.href;
  // By script and as important: neither a policy of the site nor its styles stand against it.
  show(element);
  style(frame, { all: 'initial', display: 'block', width: '100%', height: `${FIRST_HEIGHT}px`, border: '0' });
  root.append(frame);

  const send = (message: FromSite): void => {
    frame.contentWindow?.postMessage(wrap(id, message), page.origin);
  };
  const tell = (name: string, detail: unknown): void => {
    element.dispatchEvent(new CustomEvent(name, { detail }));
  };
  const wrong = (message: string): void => tell('error', { message });
  let drawn = 0;
  const view = (): void => {
    drawn = 0;
    const { top, height } = frame.getBoundingClientRect();
    const seen = seenOf(element);
    const inside = (at: number): number => Math.round(Math.min(Math.max(at - top, 0), height));
    send({ type: 'view', top: inside(seen.top), bottom: inside(seen.bottom) });
  };
  const viewSoon = (): void => {
    drawn = drawn || requestAnimationFrame(view);
  };
  const resize = (said: number): void => {
    // What a page would never be: a number that is none, or a height that stops the browser.
    const height = said > 0 ? Math.min(said, GREATEST_HEIGHT) : FIRST_HEIGHT;
    style(frame, { height: `${height}px` });
    viewSoon();
    tell('resize', { height });
  };
  const hear = (event: MessageEvent<unknown>): void => {
    const message = unwrap<FromPage>(event, frame.contentWindow, page.origin, id);
    switch (message?.type) {
      case 'ready':
        clearTimeout(patience);
        early = patience === 0;
        patience = 0;
        send({ type: 'hello', takesResult });
        view();
        tell('ready', {});
        if (code === undefined && prefill !== null) {
          wrong(`prefill=${prefill.slice(0, LONGEST_SHOWN)}: ${texts.prefill}`);
        }
        break;
      case 'resize':
        resize(Number(message.height));
        break;
      case 'result':
        tell('result', message.result);
        break;
      case 'error':
        wrong(message.message);
        break;
    }
  };
  // A browser does not say that it refused to show the page; the page would have said that it is there.
  let patience = 0;
  // The page may be ready before the last of its files has loaded.
  let early = false;
  frame.addEventListener('load', () => {
    if (early) {
      early = false;
      return;
    }
    patience = window.setTimeout(() => wrong(`${page.href}: ${texts.silent}`), PATIENCE);
  });
  window.addEventListener('message', hear);
  // Whatever scrolls: boxes of the site too.
  window.addEventListener('scroll', viewSoon, { capture: true, passive: true });
  window.addEventListener('resize', viewSoon);
  return () => {
    window.removeEventListener('message', hear);
    window.removeEventListener('scroll', viewSoon, { capture: true });
    window.removeEventListener('resize', viewSoon);
    cancelAnimationFrame(drawn);
    clearTimeout(patience);
    frame.remove();
  };
}

/** The part of the window, in CSS pixels from its top, in which an element can be seen: boxes that scroll cut it. */
function seenOf(element: HTMLElement): { top: number; bottom: number } {
  let [top, bottom] = [0, window.innerHeight];
  for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowY !== 'visible') {
      const cut = box.getBoundingClientRect();
      [top, bottom] = [Math.max(top, cut.top), Math.min(bottom, cut.bottom)];
    }
  }
  return { top, bottom };
}

/**
 * Makes the element a block as wide as the place it stands in, a box of columns too; nothing where it is
 * `hidden`.
 */
function show(element: HTMLElement): void {
  style(element, { all: 'initial', display: element.hidden ? 'none' : 'block', width: '100%', 'min-width': '0' });
}

function style(element: HTMLElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    element.style.setProperty(name, value, 'important');
  }
}
