/**
 * What the page and the site around it say to each other, version 1.
 *
 * Every message names the version and the instance, so that several on one site do not disturb each
 * other. Both sides also look at who sent it: docs/embedding.md.
 */

/** The version. What an older side could misread raises it. */
export const VERSION = 1;

/** What every message holds. */
interface Envelope {
  /** The version. */
  policyCheck: typeof VERSION;
  /** The instance: chosen by the site, handed to the page in its address. */
  id: string;
}

/** From the page to the site around it. */
export type FromPage =
  /** It has started. */
  | { type: 'ready' }
  /** It is so many CSS pixels high. */
  | { type: 'resize'; height: number }
  /** A person pressed the button that hands the result to this site: the JSON of docs/result-format.md. */
  | { type: 'result'; result: unknown }
  /** Something that the web master should know: a wrong option, a page that did not start. */
  | { type: 'error'; message: string };

/** From the site to the page. */
export type FromSite =
  /** The element is there; whether it takes results. */
  | { type: 'hello'; takesResult: boolean }
  /** The part of the frame that can be seen, in CSS pixels from its top. */
  | { type: 'view'; top: number; bottom: number };

/** A message in its envelope. */
export function wrap<M>(id: string, message: M): M & Envelope {
  return { policyCheck: VERSION, id, ...message };
}

/** The message of an event for this instance from this window and origin; null for any other. */
export function unwrap<M extends { type: string }>(
  event: MessageEvent<unknown>,
  source: MessageEventSource | null,
  origin: string,
  id: string,
): M | null {
  const data = event.data as Partial<Envelope> | null;
  const expected =
    source !== null &&
    event.source === source &&
    event.origin === origin &&
    typeof data === 'object' &&
    data !== null &&
    data.policyCheck === VERSION &&
    data.id === id;
  // Of this version and from the other side of the frame: its shape is that of the type.
  return expected ? (data as unknown as M) : null;
}
