// One peer: checked against the cases, then timed, and the line that says so.

import { readCases } from './cases.mjs'
import { check } from './check.mjs'
import { first, once, perSecond, time } from './timing.mjs'
import { trap } from './trap.mjs'

/**
 * Runs a tool: `text` are its rules, `load` makes an evaluator of them, `inputs` prepares a case for it,
 * and the evaluator gives the programs' results in the order of `programs`.
 */
export function peer({ name, script, explains, text, load, inputs }) {
  const [option, path] = process.argv.slice(2)
  if (option === '--first') {
    const [one] = readCases(path, 1).map(inputs)
    console.log(time(() => load(text)(one)))
    return
  }
  const cases = readCases(option)
  const evaluate = load(text)
  console.error(`${name}: 0.1 + 64.1 + 35.8 hours: ${evaluate(inputs(trap(cases[0])))[0]}, due 235650`)
  const { differences, results } = check(name, cases, (each) => evaluate(inputs(each)))
  const prepared = cases.map(inputs)
  const times = [first(script, option), once(prepared, evaluate), perSecond(prepared, evaluate)]
  const figures = times.map((each) => each.toFixed(1))
  console.log([name, differences, results, ...figures, explains ? 'yes' : 'no'].join('\t'))
}
