import { defineConfig } from 'vite'
import { parse } from 'yaml'

/** Rules as the plain data that publicodes takes: none are parsed from YAML in the browser. */
const rules = {
  name: 'publicodes rules',
  transform: (code, id) => (id.endsWith('.yaml') ? `export default ${JSON.stringify(parse(code))}` : null),
}

export default defineConfig({
  plugins: [rules],
  base: './',
  esbuild: { jsx: 'automatic' },
  build: { outDir: '../../../target/peers/page', emptyOutDir: true },
})
