// Measures the built page beside React + publicodes and a page without scripts, in Chromium: rounds in
// which each has its turn, on a fast and on a slow profile, and one table for each profile.

import { chromium } from '@playwright/test'

import { CHROMIUM_ARGS, requireChromium } from '../../../scripts/chromium.mjs'
import { serve } from './serve.mjs'
import { visit } from './visit.mjs'

const ROUNDS = Number(process.env.ROUNDS ?? 7)

/** How long first paint and first result take, and how fast keys are, in ms. */
const PROFILES = [
  { name: 'this machine', cpu: 1 },
  // 1.6 Mbit/s, 150 ms and a quarter of the speed.
  { name: 'slow: 4x CPU, 1.6 Mbit/s, 150 ms', cpu: 4, network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } },
]

const PAGES = [
  { name: 'policy-check', folder: 'dist', query: '?region=430100', ready: '#totals', field: 'input[id^="q-company-revenue"]' },
  { name: 'React + publicodes', folder: 'target/peers/page', ready: '#results li', field: 'input[name="revenue"]' },
  { name: 'static page', folder: 'target/peers/static', ready: 'body' },
]

const root = new URL('../../../', import.meta.url)
const sites = await Promise.all(PAGES.map((page) => serve(new URL(`${page.folder}/`, root))))
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS })
for (const profile of PROFILES) {
  const visits = PAGES.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [place, page] of PAGES.entries()) {
      visits[place].push(await visit(browser, sites[place].address, page, profile))
    }
  }
  console.log(`\n${profile.name}, medians of ${ROUNDS}, in ms\n`)
  console.log('| | bytes | first paint | first result | second visit | key to DOM | 95% of keys | longest task |')
  console.log('|---|---|---|---|---|---|---|---|')
  PAGES.forEach(({ name }, place) => console.log(row(name, visits[place])))
}
await browser.close()
sites.forEach((site) => site.close())

function row(name, visits) {
  const of = (part) => visits.map((each) => each[part])
  const keys = visits.flatMap((each) => each.keys)
  const times = [...['paint', 'result', 'second'].map((part) => median(of(part))), median(keys), quantile(keys, 0.95)]
  const longest = Math.max(...of('longest'))
  return `| ${[name, median(of('bytes')), ...times.map(shown), longest.toFixed(0)].join(' | ')} |`
}

function shown(time) {
  return time === undefined ? '' : time.toFixed(time < 20 ? 2 : 0)
}

function median(values) {
  return quantile(values, 0.5)
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}
