import { defineConfig } from 'vite';

import { LOADER, OLDEST_BROWSER } from './vite.config.ts';

/** Builds the one script that a site loads; beside the page, after it. */
export default defineConfig({
  build: {
    target: OLDEST_BROWSER,
    emptyOutDir: false,
    lib: { entry: 'embed/embed.ts', formats: ['iife'], name: 'policyCheckEmbed', fileName: () => LOADER },
  },
});
