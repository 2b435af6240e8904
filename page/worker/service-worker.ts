/**
 * Keeps one whole version of the page on the device and answers with it, with network or without.
 *
 * A version is the list of its files with their hashes. It is kept whole or not at all, and a worker
 * answers from its own version only, so that HTML, scripts and wasm are always of one build.
 */

export {};

declare const self: ServiceWorkerGlobalScope;

/** The files of this version, each with its hash, and the name of the version; the build puts both in. */
declare const FILES: [path: string, integrity: string][];
declare const VERSION: string;

/** What a page says when this worker is to take over. */
const TAKE_OVER = 'take-over';

/** Where the page lies: nothing outside is answered or asked. */
const { scope } = self.registration;
/** Begins the names of this page's versions. Other pages of the site, and other copies, have others. */
const OWN = `policy-check ${scope} `;
const CACHE = OWN + VERSION;
const PAGE = new URL('index.html', scope).href;
const KEPT = new Set(FILES.map(([path]) => new URL(path, scope).href));

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));

self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) {
    event.waitUntil(self.skipWaiting());
  }
});

self.addEventListener('fetch', (event) => {
  const address = event.request.url.replace(/[?#].*$/, '');
  const file = address === scope ? PAGE : address;
  if (event.request.method === 'GET' && KEPT.has(file)) {
    event.respondWith(answer(file, event.request));
  }
});

/** Keeps every file of this version; fails, and leaves nothing, if one is missing or of another. */
async function keep(): Promise<void> {
  try {
    const files = await Promise.all(FILES.map(load));
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([address, file]) => cache.put(address, file)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Loads a file. The browser refuses bytes of another hash. */
async function load([path, integrity]: [string, string]): Promise<[string, Response]> {
  const address = new URL(path, scope).href;
  const response = await fetch(address, { integrity, cache: 'no-cache' });
  if (!response.ok) {
    throw new Error(`${response.status} ${address}`);
  }
  // A page may not be opened with an answer that was redirected, as some servers do with index.html.
  const { body, headers } = response;
  return [address, response.redirected ? new Response(body, { headers }) : response];
}

/** Removes the other versions of this page. */
async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
}

/** A file of this version, from the network where the browser threw it away. */
async function answer(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(file, { ignoreVary: true })) ?? fetch(request);
}
