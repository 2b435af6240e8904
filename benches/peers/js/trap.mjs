// Hours that make 100 by decimals and less by floats: 235650元 are due for them.

const FLEET = [
  { max_takeoff_mass: 1, count: 1, hours: 0.1 },
  { max_takeoff_mass: 3, count: 1, hours: 64.1 },
  { max_takeoff_mass: 5, count: 1, hours: 35.8 },
]

/** A case with those hours in 湖南, otherwise as the one given. */
export function trap({ year, enterprise }) {
  const aviation = { ...enterprise.aviation, general: true }
  return { year, enterprise: { ...enterprise, main_base: 430100, aviation, fleet: FLEET } }
}
