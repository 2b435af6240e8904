/** Starts the app: the crash guard first, then the wasm; then nothing more may be loaded. */

import { wasm } from 'virtual:form';

import init from '../target/web/pkg/policy_check.js';
import { guardInstance } from './boundary.ts';
import { installCrashGuard } from './crash-guard.ts';
import { keepOffline } from './offline.ts';
import { seal } from './seal.ts';
import { beginInLanguage } from './texts.ts';
import { followSystem } from './theme.ts';
import { showUnsupported } from './unsupported.ts';

beginInLanguage();
followSystem();
const guard = installCrashGuard();

if (typeof WebAssembly === 'object') {
  guardInstance(() => init({ module_or_path: wasm() }), guard.trapped).then(started, guard.startFailed);
} else {
  showUnsupported();
}

/** The page has all it needs. */
function started(): void {
  // Before the seal, which allows no worker.
  keepOffline(guard.restart);
  // `make dev` goes on sending styles and scripts as they are saved.
  if (!import.meta.env.DEV) {
    seal();
  }
}
