/** The enterprises of the example files, filled in on the page. */

import { type PolicyPage } from './page.ts';

/** Each example file by hand, as its enterprise would answer. */
export const EXAMPLES: Record<string, (app: PolicyPage) => Promise<void>> = {
  'general-aviation': async (app) => {
    await app.type('company.region', '长沙市');
    await app.operator(
      { mass: '0.8', count: '2', hours: '200' },
      { mass: '1.5', hours: '150' },
      { mass: '5', hours: '100' },
    );
    await app.choose('manufacturing.projects', 'none');
    await app.choose('honours', 'none');
  },
  'little-giant': async (app) => {
    await app.type('company.region', '长沙县');
    await app.choose('aviation.business', 'none');
    await app.choose('manufacturing.projects', 'none');
    await app.choose('honours', 'city_little_giant', 'little_giant');
    await app.choose('company.industry', 'industrial');
    await app.type('company.staff@2025', '120人');
    await app.type('company.revenue@2025', '1.2亿元');
    await app.type('srdi.city_year', '2025');
    await app.type('srdi.national_year', '2026');
    await app.addRow('loans@2026', { principal: '1000万元', start: '2026-01-01', end: '2027-01-01' });
    await app.choose('rd.city_subsidy_received', 'no');
    await app.type('rd.eligible_cost@2025', '300万元');
    await app.type('revenue.main@2025', '1亿元');
  },
  'new-aircraft': async (app) => {
    // Of honours, to which the file says 不清楚, the page asks in 长沙 only: it moved from there.
    await app.type('company.region', '长沙市');
    await app.unsure('honours').check();
    await app.type('company.region', '株洲市');
    await app.choose('aviation.business', 'new_aircraft', 'light_sport');
    await app.type('light_sport.sorties', '2501');
    for (const hours of ['99', '100', '250']) {
      await app.addRow('routes', { hours });
    }
  },
};
