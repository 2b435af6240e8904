/** Types of `<policy-check>` for sites that are written in TypeScript: docs/embedding.md tells of each. */

/** The page that a site shows. Its options are attributes, read when the element is put into the page. */
interface PolicyCheckElement extends HTMLElement {
  addEventListener<K extends keyof PolicyCheckEvents>(type: K, listener: (event: PolicyCheckEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** What the element tells. */
interface PolicyCheckEvents {
  /** The page can be used. */
  ready: CustomEvent<Record<string, never>>;
  /** The frame has another height, in CSS pixels. */
  resize: CustomEvent<{ height: number }>;
  /** The visitor handed the result over: `docs/result-format.md`. */
  result: CustomEvent<{ format: 'policy-check/result'; report: { [part: string]: unknown }; [part: string]: unknown }>;
  /** An option is wrong, or the page did not start. */
  error: CustomEvent<{ message: string }>;
}

interface HTMLElementTagNameMap {
  'policy-check': PolicyCheckElement;
}
