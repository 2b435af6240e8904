// SCREEN in publicodes, with the tree that explains each result.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import Engine from 'publicodes'
import { parse } from 'yaml'

import { peer } from './peer.mjs'
import { PROGRAMS } from './programs.mjs'
import { hours, isNew, isPaid, sum } from './rows.mjs'

peer({
  name: 'publicodes',
  script: fileURLToPath(import.meta.url),
  explains: true,
  text: readFileSync(new URL('publicodes.yaml', import.meta.url), 'utf8'),
  load,
  inputs: situation,
})

function load(text) {
  const engine = new Engine(parse(text))
  return (situation) => {
    engine.setSituation(situation)
    return PROGRAMS.map((program) => engine.evaluate(program).nodeValue)
  }
}

function situation({ year, enterprise }) {
  const { aviation, fleet, honours, loans, projects, shuimogou } = enterprise
  const running = loans.filter(({ days }) => days > 0)
  return {
    year,
    region: enterprise.region,
    'main base': enterprise.main_base,
    industry: `'${enterprise.industry}'`,
    staff: enterprise.staff,
    revenue: enterprise.revenue,
    assets: enterprise.assets,
    'general aviation': answer(aviation.general),
    'light sport aviation': answer(aviation.light_sport),
    sorties: enterprise.sorties,
    'has landing sites': answer(aviation.landing_sites),
    'new aircraft': answer(aviation.new_aircraft),
    'city little giant': answer(honours.city_little_giant),
    'city year': enterprise.city_year,
    'rd subsidy received': answer(enterprise.rd_subsidy_received),
    'rd cost': enterprise.rd_cost,
    'main revenue': enterprise.main_revenue,
    'national little giant': answer(honours.little_giant),
    'national year': enterprise.national_year,
    'champion product': answer(honours.champion_product),
    'quality award': answer(honours.quality_award),
    'quality nomination': answer(honours.quality_nomination),
    'quality year': enterprise.quality_year,
    'science giant named': answer(shuimogou.giant_named),
    'high tech enterprise': answer(enterprise.high_tech_enterprise),
    'hnte year': enterprise.hnte_year,
    'hnte first': answer(enterprise.hnte_first),
    'national lab': answer(shuimogou.national_lab),
    labs: enterprise.labs,
    'major project': answer(projects.major_project),
    'fixed investment': enterprise.fixed_investment,
    'first year investment': enterprise.first_year_investment,
    // Over rows, and so outside of the rules: the hours of each band of mass, how many sites are paid,
    // the hours of the routes that are, the loans' principals and these by days, the new products.
    'hours up to 1 t': hours(fleet, (mass) => mass <= 1),
    'hours between 1 t and 5 t': hours(fleet, (mass) => mass > 1 && mass < 5),
    'hours from 5 t': hours(fleet, (mass) => mass >= 5),
    'paid landing sites': enterprise.landing_sites.filter(isPaid).length,
    'hours of paid routes': sum(enterprise.routes.filter((hours) => hours >= 100)),
    loans: sum(running.map(({ principal }) => principal)),
    'loans by days': sum(running.map(({ principal, days }) => principal * days)),
    'new champion products': enterprise.champion_products.filter((when) => isNew(when, year)).length,
  }
}

function answer(holds) {
  return holds ? 'oui' : 'non'
}
