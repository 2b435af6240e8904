/**
 * Keeps the accepted answers outside the wasm, and shows them should the wasm ever stop.
 *
 * A trap leaves the wasm's memory half-written and runs none of its code, so what rescues the
 * answers has to be a script.
 */

import { showCrash } from './crash-view.ts';
import { texts } from './texts.ts';

/** What the app finds on `window.policyCheck`. */
export interface PolicyCheckPage {
  /** Keeps the answers that were last accepted, as JSON. To be called before they are assessed. */
  mirror(answersJson: string): void;
}

declare global {
  interface Window {
    policyCheck: PolicyCheckPage;
  }
}

/** Where a restarted page finds the answers of the page that stopped. */
const RESCUED_KEY = 'policy-check/rescued';

/** The guard's side towards the script that starts the app. */
export interface CrashGuard {
  /** To be called when the wasm has stopped in the middle of its work. */
  trapped(): void;
  /** To be called with the reason why the wasm did not load, compile or start. */
  startFailed(reason: unknown): void;
}

/** Offers the mirror to the app. What comes first, a trap or a failed start, is shown. */
export function installCrashGuard(): CrashGuard {
  let answers: string | null = null;
  let stopped = false;

  const stop = ({ title, advice }: { title: string; advice: string }): void => {
    if (stopped) {
      return;
    }
    stopped = true;
    // After the event that is being handled, which may yet move the focus.
    window.setTimeout(() => {
      showCrash({ title, advice, answers, restart: () => restart(answers) });
    });
  };

  window.policyCheck = {
    mirror(answersJson) {
      answers = answersJson;
    },
  };
  return {
    trapped() {
      stop(texts().crash);
    },
    startFailed(reason) {
      console.error(reason);
      stop(texts().start);
    },
  };
}

/** Hands the answers to the next page, where storage is allowed, and loads it. */
function restart(answers: string | null): void {
  try {
    if (answers !== null) {
      sessionStorage.setItem(RESCUED_KEY, answers);
    }
  } catch {
    // Storage is denied: the answers can still be copied before restarting.
  }
  window.location.reload();
}
