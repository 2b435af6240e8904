/** What differs between the forms of the page; scripts/vite-form.ts writes it. */
declare module 'virtual:form' {
  /** The wasm: an answer whose bytes the browser has checked, or the bytes themselves. */
  export function wasm(): Promise<Response> | Uint8Array<ArrayBuffer>;

  /** The later part of the wasm, likewise; null for a form whose wasm is whole. */
  export const rest: (() => Promise<Response> | Uint8Array<ArrayBuffer>) | null;

  /** The address of the service worker; null for a form that has none. */
  export const serviceWorker: string | null;
}
