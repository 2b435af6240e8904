// SCREEN in JSON logic, compiled, without explanation. Lists are within it; of the inputs only the
// days of the loans are derived.

import { fileURLToPath } from 'node:url'

import { LogicEngine } from 'json-logic-engine'

import { SCREEN } from './json-logic/screen.mjs'
import { peer } from './peer.mjs'
import { PROGRAMS } from './programs.mjs'

peer({
  name: 'json-logic-engine',
  script: fileURLToPath(import.meta.url),
  explains: false,
  text: JSON.stringify(SCREEN),
  load,
  inputs: ({ year, enterprise }) => ({ year, ...enterprise }),
})

function load(text) {
  const rules = JSON.parse(text)
  const engine = new LogicEngine()
  const programs = PROGRAMS.map((program) => engine.build(rules[program]))
  return (enterprise) => programs.map((program) => program(enterprise))
}
