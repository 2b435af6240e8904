// 中小企业划型标准规定: large is who reaches every limit of the industry.

import { equals, field, not, reaches } from './words.mjs'

const staff = (limit) => reaches(field('staff'), limit)
const revenue = (limit) => reaches(field('revenue'), limit * 10_000)
const assets = (limit) => reaches(field('assets'), limit * 10_000)

const LARGE = {
  agriculture: [revenue(20_000)],
  industrial: [staff(1000), revenue(40_000)],
  construction: [revenue(80_000), assets(80_000)],
  wholesale: [staff(200), revenue(40_000)],
  retail: [staff(300), revenue(20_000)],
  transport: [staff(1000), revenue(30_000)],
  storage: [staff(200), revenue(30_000)],
  post: [staff(1000), revenue(30_000)],
  accommodation: [staff(300), revenue(10_000)],
  catering: [staff(300), revenue(10_000)],
  telecom: [staff(2000), revenue(100_000)],
  software: [staff(300), revenue(10_000)],
  real_estate: [revenue(200_000), assets(10_000)],
  property: [staff(1000), revenue(5000)],
  leasing: [staff(300), assets(120_000)],
  other: [staff(300)],
}

const cases = Object.entries(LARGE).flatMap(([industry, limits]) => [
  equals(field('industry'), industry),
  { and: limits },
])

export const isSmallOrMedium = not({ if: [...cases, false] })
