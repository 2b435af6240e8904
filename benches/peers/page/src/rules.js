// The rules and what they ask, from the file that is measured without a page too.

import Engine from 'publicodes'

import rules from '../../js/publicodes.yaml'

/** The engine with the rules. */
export const engine = new Engine(rules, { logger: { log() {}, warn() {}, error: console.error } })

/** What is asked: the rules without a value, and the industry. */
export const INPUTS = Object.keys(rules).filter((name) => rules[name] === null || name === 'industry')

/** The industries, without their quotation marks. */
export const INDUSTRIES = rules.industry['une possibilité'].map((name) => name.slice(1, -1))

/** The inputs that are answered by yes or no. */
export const YES_NO = new Set([
  'general aviation',
  'light sport aviation',
  'has landing sites',
  'new aircraft',
  'city little giant',
  'rd subsidy received',
  'national little giant',
  'champion product',
  'quality award',
  'quality nomination',
  'science giant named',
  'high tech enterprise',
  'hnte first',
  'national lab',
  'major project',
])

/** What was typed, as publicodes takes it; what is no number is left out. */
export function situation(answers) {
  const given = Object.entries(answers).filter(([, value]) => value !== '')
  const typed = given.map(([name, value]) => [name, name === 'industry' ? `'${value}'` : number(value)])
  return Object.fromEntries(typed.filter(([, value]) => value !== null))
}

function number(value) {
  if (value === 'oui' || value === 'non') return value
  return Number.isFinite(Number(value)) ? Number(value) : null
}
