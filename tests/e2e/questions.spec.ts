/** How many questions it takes: an industrial enterprise of 长沙 answers each one that is asked. */

import { type PolicyPage, elementId, expect, test } from './page.ts';

/** Typed, chosen, or the rows of a list. */
type Answer = string | string[] | Record<string, string>[];

/** 工业企业，长沙市岳麓区，没有低空业务。 */
const INDUSTRIAL: Record<string, Answer> = {
  'company.region': '长沙市岳麓区',
  'aviation.business': ['none'],
  'manufacturing.projects': ['tech_upgrade'],
  honours: ['none'],
  'company.industry': ['industrial'],
  'company.staff@2025': '60人',
  'company.revenue@2025': '3000万元',
  'hunan.innovation': ['technology'],
  'rd.key_field': ['listed'],
  'rd.super_deduction@2024': '200万元',
  'rd.super_deduction@2025': '500万元',
};

/** 又是市级“小巨人”，有贷款和研发。 */
const LITTLE_GIANT: Record<string, Answer> = {
  ...INDUSTRIAL,
  honours: ['city_little_giant'],
  'srdi.city_year': '2025',
  'loans@2026': [{ principal: '1000万元', start: '2026-01-01', end: '2027-01-01' }],
  'rd.city_subsidy_received': ['no'],
  'rd.eligible_cost@2025': '500万元',
  'revenue.main@2025': '2900万元',
};

/** 又是国家级“小巨人”，有重大项目。 */
const NATIONAL: Record<string, Answer> = {
  ...LITTLE_GIANT,
  'manufacturing.projects': ['major_project', 'tech_upgrade'],
  'project.fixed_investment': '12亿元',
  'project.first_year_investment': '6亿元',
  honours: ['city_little_giant', 'little_giant'],
  'srdi.national_year': '2026',
};

const ENTERPRISES: Record<string, Record<string, Answer>> = {
  'without a title': INDUSTRIAL,
  'a 小巨人 of 长沙 with loans': LITTLE_GIANT,
  'a 小巨人 of 长沙 and of the state, with a major project': NATIONAL,
  'such a one in 长沙县, in the statistics for the first time': {
    ...NATIONAL,
    'company.region': '长沙县',
    'county.events': ['included'],
  },
};

const OF_FLYING = ['operator.main_base', 'fleet', 'light_sport.sorties', 'landing_sites', 'routes'].map(elementId);

async function give(app: PolicyPage, fact: string, answer: Answer): Promise<void> {
  if (typeof answer === 'string') {
    await app.type(fact, answer);
    await app.question(fact).blur();
  } else if (answer.length === 0) {
    await app.noRows(fact);
  } else {
    for (const part of answer) {
      await (typeof part === 'string' ? app.choose(fact, part) : app.addRow(fact, part));
    }
  }
}

for (const [name, answers] of Object.entries(ENTERPRISES)) {
  test(`no question of flying, and twenty at most: ${name}`, async ({ app }) => {
    const given = new Set<string>();
    const next = async (): Promise<string | undefined> => {
      const asked = await app.asked();
      expect(asked.filter((id) => OF_FLYING.includes(id))).toEqual([]);
      return asked.find((id) => !given.has(id));
    };
    await give(app, 'company.region', answers['company.region'] ?? '');
    given.add(elementId('company.region'));
    // Of business in the air it asks once.
    await give(app, 'aviation.business', answers['aviation.business'] ?? '');
    given.add(elementId('aviation.business'));

    for (let id = await next(); id !== undefined; id = await next()) {
      const [fact, answer] = Object.entries(answers).find(([fact]) => elementId(fact) === id) ?? [];
      if (fact === undefined || answer === undefined) {
        throw new Error(`no answer to ${id}`);
      }
      await give(app, fact, answer);
      given.add(id);
    }
    await expect(app.progress).toHaveText('能影响结果的问题都已回答');
    expect(given.size).toBeLessThanOrEqual(20);
    expect(await next()).toBeUndefined();
  });
}
