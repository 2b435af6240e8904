/**
 * Seals the page: once it has all it needs, the browser is told to refuse every further request.
 *
 * A policy can be tightened by a script, never loosened, so nothing that runs later can undo it. It
 * is added only now because it forbids what loading needs, and because no header is to be had where
 * the page is opened from disk or lies on a server that others configure.
 */

/**
 * Connections, frames, images, fonts, media, workers, objects, scripts, inline scripts and `eval` all
 * fall back to `default-src`.
 */
const POLICY = [
  "default-src 'none'",
  // The empty icon. An image in the page's own text is no request.
  'img-src data:',
  // Styles alone fetch nothing: what they might name is refused by the lines above.
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** Puts the policy on the page, for as long as it is open. */
export function seal(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
}
