/** Starts the app: the crash guard first, then the wasm in two parts; then nothing more may be loaded. */

import { wasm } from 'virtual:form';

import init, { Next, begin } from '../target/web/pkg/policy_check.js';
import { useAccent } from './accent.ts';
import { guardInstance } from './boundary.ts';
import { catalogueName, loadCatalogue } from './catalogue.ts';
import { installCrashGuard } from './crash-guard.ts';
import { installEmbedded } from './embedded.ts';
import { keepOffline } from './offline.ts';
import { showLoading, showUnsupported, translate } from './prerendered.ts';
import { expect } from './rest.ts';
import { seal } from './seal.ts';
import { beginInLanguage } from './texts.ts';
import { followSystem } from './theme.ts';

if (beginInLanguage()) {
  translate();
}
followSystem();
const site = installEmbedded();
useAccent();
const guard = installCrashGuard();

if (typeof WebAssembly === 'object') {
  showLoading();
  loadCatalogue()
    .then(() => guardInstance(() => init({ module_or_path: wasm() }), guard.trapped))
    .then((first) => beginInSteps(expect(first)))
    .then((loadRest) => loadRest().then(started, incomplete), failed);
} else {
  showUnsupported();
}

/** Starts the app, with a turn for the browser between two steps; what is returned loads the later part of it. */
async function beginInSteps(loadRest: () => Promise<void>): Promise<() => Promise<void>> {
  let next: Next;
  do {
    await new Promise((turn) => setTimeout(turn));
    next = begin();
    if (next === Next.Rest) {
      await loadRest();
    }
  } while (next !== Next.Done);
  return loadRest;
}

/** The page has all it needs. */
function started(): void {
  // Before the seal, which allows no worker.
  keepOffline(guard.restart);
  // `make dev` goes on sending styles and scripts as they are saved.
  if (!import.meta.env.DEV) {
    seal();
  }
  site.ready();
}

/** The page works, but what comes after the first result could not be had. */
function incomplete(reason: unknown): void {
  guard.restFailed(reason);
  site.wrong(String(reason));
}

/** The page could not start. */
function failed(reason: unknown): void {
  guard.startFailed(reason);
  const name = catalogueName();
  site.wrong(name === null ? String(reason) : `catalog=${name}: ${String(reason)}`);
}
