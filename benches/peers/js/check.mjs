// The tool's results held against what is due. A result is an amount, or null for a refusal.

const SHOWN = 3

/** How many results differ of how many; the first differences of each program go to stderr. */
export function check(name, cases, screen) {
  const shown = new Map()
  let [differences, results] = [0, 0]
  cases.forEach((each, line) => {
    const found = screen(each)
    each.due.forEach(([program, due], place) => {
      results += 1
      if (same(found[place], due)) return
      differences += 1
      const before = shown.get(program) ?? 0
      shown.set(program, before + 1)
      if (before < SHOWN) {
        console.error(`${name}: ${program}, line ${line + 1}: ${found[place]}, due ${JSON.stringify(due)}`)
      }
    })
  })
  for (const [program, many] of shown) console.error(`${name}: ${program}: ${many} differ`)
  return { differences, results }
}

function same(found, due) {
  if (due === 'refused') return found === null
  return found !== null && Math.round(found * 100) / 100 === Number(due.paid ?? due.up_to)
}
