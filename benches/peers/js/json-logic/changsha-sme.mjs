// 长政办发〔2022〕4号

import { isSmallOrMedium } from './company-size.mjs'
import { inChangsha } from './place.mjs'
import { field, isNew, not, paid, reaches } from './words.mjs'

/** Rounded half up to the fen. */
const toTheFen = (amount) => {
  const fen = { '+': [{ '*': [amount, 100] }, 0.5] }
  return { '/': [{ '-': [fen, { '%': [fen, 1] }] }, 100] }
}

const running = { filter: [field('loans'), { '>': [field('days'), 0] }] }
const total = { '+': { map: [running, field('principal')] } }
const byDays = { '+': { map: [running, { '*': [field('principal'), field('days')] }] } }
const threeYears = { '<': [{ '-': [field('year'), 3] }, field('city_year')] }
const begun = { '<=': [field('city_year'), field('year')] }

const year = { val: [[2], 'year'] }
const newProducts = { length: { filter: [field('champion_products'), isNew(field(''), year)] } }

export const changshaSme = {
  'little-giant-loan-interest': paid(
    [inChangsha, field('honours.city_little_giant'), begun, threeYears, reaches(total, 3_000_000)],
    { min: [toTheFen({ '/': [{ '*': [byDays, 0.03] }, 365] }), 500_000] },
  ),
  'little-giant-rd': paid(
    [
      inChangsha,
      field('honours.city_little_giant'),
      not(field('rd_subsidy_received')),
      { '>': [field('main_revenue'), 0] },
      reaches(field('rd_cost'), { '*': [field('main_revenue'), 0.03] }),
    ],
    { min: [toTheFen({ '*': [field('rd_cost'), 0.1] }), 500_000] },
  ),
  'national-little-giant-reward': paid(
    [inChangsha, field('honours.little_giant'), isSmallOrMedium, isNew(field('national_year'), field('year'))],
    500_000,
  ),
  'single-champion-product': paid(
    [inChangsha, field('honours.champion_product'), isSmallOrMedium, { '>': [newProducts, 0] }],
    { '*': [newProducts, 1_000_000] },
  ),
  'china-quality-award': paid(
    [
      inChangsha,
      { or: [field('honours.quality_award'), field('honours.quality_nomination')] },
      isNew(field('quality_year'), field('year')),
    ],
    { if: [field('honours.quality_award'), 2_000_000, 1_000_000] },
  ),
}
