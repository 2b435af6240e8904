// Dates are outside of every tool's rules here: loans are rows, and only their days are handed in.

const DAY = 24 * 60 * 60 * 1000

/** The days of a year on which a loan runs: the first day counts, the day on which it is due does not. */
export function daysIn(term, year) {
  if ('days' in term) return term.days
  const [start, due] = term.dates.map((date) => Date.parse(date))
  const from = Math.max(start, Date.UTC(year, 0, 1))
  const to = Math.min(due, Date.UTC(year + 1, 0, 1))
  return Math.max(0, (to - from) / DAY)
}
