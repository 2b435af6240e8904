/** Tells the styles what the device asks for: `data-system` on the root is `light`, `dark` or `contrast`. */

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

/** Follows the device, for as long as the page is open. */
export function followSystem(): void {
  const queries = [DARK, CONTRAST].map((query) => window.matchMedia(query));
  const show = (): void => {
    const [dark, contrast] = queries.map(({ matches }) => matches);
    document.documentElement.dataset.system = contrast ? 'contrast' : dark ? 'dark' : 'light';
  };
  queries.forEach((query) => query.addEventListener('change', show));
  show();
}
