/**
 * Keeps the accepted answers outside the wasm, and shows them should the wasm ever stop.
 *
 * A trap leaves the wasm's memory half-written and runs none of its code, so what rescues the
 * answers has to be a script.
 */

import { catalogueName } from './catalogue.ts';
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
  /** To be called with the reason why the later part could not be had, while the page goes on. */
  restFailed(reason: unknown): void;
  /**
   * Loads the page anew with the answers, without asking whether to leave. Does nothing and returns
   * false where they cannot be handed over.
   */
  restart(): boolean;
}

/** Offers the mirror to the app. What comes first, a trap or a failed start, is shown. */
export function installCrashGuard(): CrashGuard {
  let answers: string | null = null;
  let stopped = false;
  let leaving = false;

  /** Loads the page anew with the answers, or without where that is said; returns whether with. */
  const restart = (orWithout: boolean): boolean => {
    const handed = handOver(answers);
    if (handed || orWithout) {
      leaving = true;
      window.location.reload();
    }
    return handed;
  };

  const stop = ({ title, advice }: { title: string; advice: string }): void => {
    if (stopped) {
      return;
    }
    stopped = true;
    // After the event that is being handled, which may yet move the focus.
    window.setTimeout(() => {
      // What cannot be handed over could be copied before.
      showCrash({ title, advice, answers, restart: () => restart(true) });
    });
  };

  // Before the app's own, which asks whether to leave with something unsaved: it is handed over.
  window.addEventListener('beforeunload', (event) => {
    if (leaving) {
      event.stopImmediatePropagation();
    }
  });

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
      const { start, catalogue } = texts();
      const name = catalogueName();
      const said = reason instanceof Error ? reason.message : String(reason);
      const advice = name === null ? start.advice : catalogue.advice.replace('{name}', () => name).replace('{reason}', () => said);
      stop({ title: start.title, advice });
    },
    restFailed(reason) {
      console.error(reason);
      stop(texts().rest);
    },
    restart: () => restart(false),
  };
}

/** Hands the answers to the next page; returns whether storage let it. */
function handOver(answers: string | null): boolean {
  try {
    if (answers !== null) {
      sessionStorage.setItem(RESCUED_KEY, answers);
    }
    return true;
  } catch {
    return false;
  }
}
