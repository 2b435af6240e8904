// What a tool without lists is handed instead of rows.

/** The hours of the aircraft whose mass is of a band. */
export function hours(fleet, band) {
  return sum(fleet.filter((aircraft) => band(aircraft.max_takeoff_mass)).map((aircraft) => aircraft.hours))
}

/** Whether a landing site is paid for. */
export function isPaid({ kind, region, certified }) {
  const busy = kind.transport >= 1500 || kind.general >= 1000 || kind.temporary === true
  return busy && certified && Math.floor(region / 10_000) === 43
}

/** Whether a recognition is of this year or the one before. */
export function isNew(when, year) {
  return when === year || when === year - 1
}

export function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}
