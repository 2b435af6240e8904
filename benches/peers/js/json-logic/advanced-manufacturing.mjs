// 湘财企〔2022〕10号: what is open (一定比例) has its ceiling as its value.

import { inHunan } from './place.mjs'
import { field, paid, reaches } from './words.mjs'

const inAYear = field('first_year_investment')
const half = { '*': [field('fixed_investment'), 0.5] }

export const advancedManufacturing = {
  'major-project-loan-interest': paid(
    [
      inHunan('region'),
      field('projects.major_project'),
      reaches(field('fixed_investment'), 1_000_000_000),
      { or: [reaches(inAYear, half), reaches(inAYear, 800_000_000)] },
    ],
    10_000_000,
  ),
}
