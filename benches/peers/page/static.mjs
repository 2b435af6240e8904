// The built page without its scripts: `static.mjs FROM TO`.

import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [from, to] = process.argv.slice(2)
mkdirSync(join(to, 'assets'), { recursive: true })
for (const name of readdirSync(join(from, 'assets')).filter((name) => name.endsWith('.css'))) {
  cpSync(join(from, 'assets', name), join(to, 'assets', name))
}
const html = readFileSync(join(from, 'index.html'), 'utf8')
const still = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<link rel="modulepreload"[^>]*>/g, '')
writeFileSync(join(to, 'index.html'), still)
