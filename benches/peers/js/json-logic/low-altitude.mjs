// 湘政办发〔2024〕20号

import { inHunan } from './place.mjs'
import { equals, field, paid, reaches } from './words.mjs'

const hours = { '+': { map: [field('fleet'), field('hours')] } }
const mass = field('max_takeoff_mass')
const rate = { if: [{ '<=': [mass, 1] }, 500, { '<': [mass, 5] }, 2000, 3000] }
const byHours = { '+': { map: [field('fleet'), { '*': [field('hours'), rate] }] } }

const beyond = { '-': [field('sorties'), 2500] }

const busy = {
  or: [
    reaches({ var: ['kind.transport', 0] }, 1500),
    reaches({ var: ['kind.general', 0] }, 1000),
    equals(field('kind.temporary'), true),
  ],
}
const sites = { length: { filter: [field('landing_sites'), { and: [busy, field('certified'), inHunan('region')] }] } }

const routes = { '+': { filter: [field('routes'), reaches(field(''), 100)] } }

export const lowAltitude = {
  'general-aviation-hours': paid(
    [field('aviation.general'), inHunan('main_base'), reaches(hours, 100)],
    { min: [byHours, 1_000_000] },
  ),
  'light-sport-sorties': paid(
    [field('aviation.light_sport'), inHunan('region'), { '>': [beyond, 0] }],
    { min: [{ '*': [beyond, 35] }, 500_000] },
  ),
  'landing-sites': paid(
    [field('aviation.landing_sites'), { '>': [sites, 0] }],
    { '*': [sites, 1_000_000] },
  ),
  'new-aircraft-routes': paid(
    [field('aviation.new_aircraft'), inHunan('region'), { '>': [routes, 0] }],
    { min: [{ '*': [routes, 1000] }, 3_000_000] },
  ),
}
