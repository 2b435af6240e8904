/**
 * Links to places on the page, in a frame.
 *
 * By itself such a link moves the frame alone, not the site around it where that is of another origin;
 * and a frame as high as its page has nowhere to move.
 */

/** Follows such links by showing the place they name, with everything around it. */
export function followJumps(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const place = link === null ? null : document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (place === null || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  });
}
