import { type PluginOption, defineConfig } from 'vite';

import { catalogue } from './scripts/vite-catalogue.ts';
import { type Form, pageForm } from './scripts/vite-form.ts';
import { hashes } from './scripts/vite-integrity.ts';
import { rust } from './scripts/vite-rust.ts';
import { serviceWorker } from './scripts/vite-service-worker.ts';
import { singleFile } from './scripts/vite-single-file.ts';
import { pageTexts } from './scripts/vite-texts.ts';

/** The oldest browser that government desktops run. `xtask css-check` refuses what esbuild cannot lower. */
export const OLDEST_BROWSER = 'chrome80';

/** The form that is one file. */
const SINGLE_FILE = 'policy-check.html';

/** The script that sites load: vite.embed.config.ts. */
export const LOADER = 'embed.js';

/** What makes each form, in this order. */
const MAKES: Record<Form, PluginOption[]> = {
  folder: [hashes(LOADER), serviceWorker(OLDEST_BROWSER)],
  sites: [hashes(LOADER)],
  single: [singleFile(SINGLE_FILE)],
  dev: [rust()],
};

/** The pages of each form. Those for sites are built apart, since a script that two share has no hash. */
const PAGES: Record<Form, string | string[]> = {
  folder: 'index.html',
  sites: ['embed/builder.html', 'embed/demo.html'],
  single: 'index.html',
  dev: 'index.html',
};

// `vite build` makes the folder; `--mode sites` and `--mode single` add to it.
export default defineConfig(({ command, mode }) => {
  const form = command === 'serve' ? 'dev' : mode === 'single' || mode === 'sites' ? mode : 'folder';
  return {
    plugins: [pageForm(form), MAKES[form], pageTexts(), catalogue()],
    // One page, no routes: what does not exist is not found.
    appType: 'mpa',
    // Relative paths: the page works in any folder of any server.
    base: './',
    build: {
      target: OLDEST_BROWSER,
      cssTarget: OLDEST_BROWSER,
      // One script and no lazy parts: nothing to preload.
      modulePreload: { polyfill: false },
      emptyOutDir: form === 'folder',
      // Otherwise a script outside a module would bring its styles along.
      cssCodeSplit: form !== 'single',
      rollupOptions: { input: PAGES[form], output: { format: form === 'single' ? 'iife' : 'es' } },
    },
    server: {
      // Cargo's output: thousands of files, of which the plugin announces the ones that matter.
      watch: { ignored: ['**/target/**', '**/dist/**', '**/test-results/**'] },
    },
  };
});
