// Times, in microseconds.

import { execFileSync } from 'node:child_process'

const LOADS = 7
const ROUNDS = 9
const CYCLE = 256
const SHORTEST_ROUND = 50_000
const SHORTEST_RUN = 1_000_000

/** The time that something takes. */
export function time(work) {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1000
}

/**
 * The median time of loading the rules up to the first result. Each load has a process of its own,
 * started with `--first`: modules keep what they parsed, and code once run is compiled.
 */
export function first(script, path) {
  const load = () => Number(execFileSync(process.execPath, [script, '--first', path], { encoding: 'utf8' }))
  return median(Array.from({ length: LOADS }, load))
}

/** The median of the rounds' mean time for one enterprise, out of the first 256 in turn. */
export function once(inputs, evaluate) {
  const cycle = inputs.slice(0, CYCLE)
  const pass = () => cycle.forEach(evaluate)
  const passes = Math.max(1, Math.ceil(SHORTEST_ROUND / time(pass)))
  const round = () => {
    const took = time(() => {
      for (let at = 0; at < passes; at++) pass()
    })
    return took / passes / cycle.length
  }
  return median(Array.from({ length: ROUNDS }, round))
}

/** How many enterprises a second over all of them, as often as a second at least takes. */
export function perSecond(inputs, evaluate) {
  let [many, took] = [0, 0]
  while (took < SHORTEST_RUN) {
    took += time(() => inputs.forEach(evaluate))
    many += inputs.length
  }
  return (many / took) * 1_000_000
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
