import { readFileSync } from 'node:fs';

import { type Plugin, defineConfig } from 'vite';

import { LOADER, OLDEST_BROWSER } from './vite.config.ts';

/** Builds the one script that a site loads; beside the page, after it. */
export default defineConfig({
  plugins: [types()],
  build: {
    target: OLDEST_BROWSER,
    emptyOutDir: false,
    lib: { entry: 'embed/embed.ts', formats: ['iife'], name: 'policyCheckEmbed', fileName: () => LOADER },
  },
});

/** Puts the types beside the script. */
function types(): Plugin {
  return {
    name: 'embed-types',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'embed.d.ts', source: readFileSync('embed/embed.d.ts') });
    },
  };
}
