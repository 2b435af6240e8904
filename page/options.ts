/** What the address of the page asks for. */

/** The value of an option; null where it is not given. */
export function option(name: string): string | null {
  return new URLSearchParams(window.location.search).get(name);
}
