import { defineConfig } from 'vite';

import { catalogue } from './scripts/vite-catalogue.ts';
import { rust } from './scripts/vite-rust.ts';
import { pageTexts } from './scripts/vite-texts.ts';

/** The oldest browser that government desktops run. `xtask css-check` refuses what esbuild cannot lower. */
const OLDEST_BROWSER = 'chrome80';

export default defineConfig({
  plugins: [rust(), pageTexts(), catalogue()],
  // One page, no routes: what does not exist is not found.
  appType: 'mpa',
  // Relative paths: the page works in any folder of any server.
  base: './',
  build: {
    target: OLDEST_BROWSER,
    cssTarget: OLDEST_BROWSER,
    // One script and no lazy parts: nothing to preload.
    modulePreload: { polyfill: false },
  },
  server: {
    // Cargo's output: thousands of files, of which the plugin announces the ones that matter.
    watch: { ignored: ['**/target/**', '**/dist/**', '**/test-results/**'] },
  },
});
