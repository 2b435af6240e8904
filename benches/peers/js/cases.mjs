// The cases: one JSON object a line, its numbers that need not be whole as strings.

import { readFileSync } from 'node:fs'

import { daysIn } from './days.mjs'

/** The cases of a file, or the first so many of them, with JavaScript's numbers. */
export function readCases(path, many = Infinity) {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.slice(0, many).map((line) => caseOf(JSON.parse(line)))
}

/** A case with numbers for strings. What is due stays as it is written. */
function caseOf({ year, enterprise, due }) {
  return { year, enterprise: asNumbers(enterprise, year), due }
}

/** An enterprise with numbers for strings, and the days in the year for each loan's term. */
export function asNumbers(enterprise, year) {
  const loans = enterprise.loans.map(({ principal, term }) => ({ principal, days: daysIn(term, year) }))
  return numbers({ ...enterprise, loans })
}

function numbers(value) {
  if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) return Number(value)
  if (Array.isArray(value)) return value.map(numbers)
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, numbers(each)]))
  }
  return value
}
