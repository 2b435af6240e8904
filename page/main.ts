/** Starts the app: the crash guard first, then the wasm. */

import init from '../target/web/pkg/policy_check.js';
import wasmUrl from '../target/web/pkg/policy_check_bg.wasm?url';
import { guardInstance } from './boundary.ts';
import { installCrashGuard } from './crash-guard.ts';
import { showLoading, showUnsupported, translate } from './prerendered.ts';
import { beginInLanguage } from './texts.ts';
import { followSystem } from './theme.ts';

if (beginInLanguage()) {
  translate();
}
followSystem();
const guard = installCrashGuard();

if (typeof WebAssembly === 'object') {
  showLoading();
  guardInstance(() => init({ module_or_path: wasmUrl }), guard.trapped).catch(guard.startFailed);
} else {
  showUnsupported();
}
