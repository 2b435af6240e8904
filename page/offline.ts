/** Keeps the page for use without network, and offers a newer version that was found. */

import { serviceWorker } from 'virtual:form';

import { type UpdateNotice, showUpdate } from './update-notice.ts';

/** What a page says to a worker that waits: it is to take over. The worker has the same word. */
const TAKE_OVER = 'take-over';

/**
 * Registers the service worker where there can be one: over https or on this very machine. Pages
 * without go on as they are. `restart` loads the page anew with what was typed; false if it cannot.
 */
export function keepOffline(restart: () => boolean): void {
  if (serviceWorker === null) {
    return;
  }
  try {
    // Absent on plain http, whatever its type says; refused to some frames.
    const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    container?.register(serviceWorker, { updateViaCache: 'none' }).then(
      (registration) => watch(registration, restart),
      () => {
        // Private windows and blocked storage allow none.
      },
    );
  } catch {
    // As above.
  }
}

/** Offers the version that waits, now or as soon as it is complete. */
function watch(registration: ServiceWorkerRegistration, restart: () => boolean): void {
  const offer = (): void => {
    const { active, waiting } = registration;
    // Without one that is active it is the first, and nothing is replaced.
    if (active !== null && waiting !== null) {
      const notice = showUpdate(() => take(waiting, notice, restart));
    }
  };
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => {
      if (found.state === 'installed') {
        offer();
      }
    });
  });
  offer();
}

/** Has a worker take over, then restarts the page, which that worker answers. */
function take(worker: ServiceWorker, notice: UpdateNotice, restart: () => boolean): void {
  const begin = (): void => {
    if (!restart()) {
      notice.refuse();
    }
  };
  // Another page may have had it take over.
  if (worker.state === 'activated' || worker.state === 'redundant') {
    begin();
    return;
  }
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') {
      begin();
    }
  });
  worker.postMessage(TAKE_OVER);
}
