/** Starts the app: the crash guard first, then the wasm. */

import init from '../target/web/pkg/policy_check.js';
import wasmUrl from '../target/web/pkg/policy_check_bg.wasm?url';
import { useAccent } from './accent.ts';
import { guardInstance } from './boundary.ts';
import { installCrashGuard } from './crash-guard.ts';
import { installEmbedded } from './embedded.ts';
import { beginInLanguage } from './texts.ts';
import { followSystem } from './theme.ts';
import { showUnsupported } from './unsupported.ts';

beginInLanguage();
followSystem();
const site = installEmbedded();
const wrong = useAccent();
if (wrong !== null) {
  site.wrong(wrong);
}
const guard = installCrashGuard();

if (typeof WebAssembly === 'object') {
  guardInstance(() => init({ module_or_path: wasmUrl }), guard.trapped)
    .then(site.ready)
    .catch((reason: unknown) => {
      guard.startFailed(reason);
      site.wrong(String(reason));
    });
} else {
  showUnsupported();
}
