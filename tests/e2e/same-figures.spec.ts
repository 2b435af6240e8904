/** The page and `policy assess` give the same figures for the example files. */

import { cited, policy } from './command.ts';
import { EXAMPLES } from './examples.ts';
import { type PolicyPage, TODAY, expect, test } from './page.ts';

interface Figure {
  state: string;
  /** Whether it is folded away: of another place, or past. */
  aside: boolean;
  /** As shown beside the program; absent where none is. */
  amount: string | undefined;
  /** Each condition with its value and how far it is from its limit, the parts after the whole. */
  conditions: string[];
  calendar: string[];
  /** Shared figures with their steps. */
  shows: string[];
  compares: string[];
  readings: string[];
  working: string[];
}

interface Figures {
  totals: Record<string, string>;
  programs: Record<string, Figure>;
}

interface Condition {
  verdict: string;
  says: string;
  value: string | null;
  unverified: string | null;
  gap: string | null;
  working: string[];
  basis: string[];
  parts: Condition[];
}

/** A part of the report in what `policy assess --json` prints. */
interface Report {
  date: string;
  totals: { id: string; text: string }[];
  programs: {
    id: string;
    state: string;
    state_name: string;
    elsewhere: boolean;
    text: string;
    conditions: Condition[];
    calendar: { year: number; text: string }[];
    shows: { label: string; value: string; working: string[]; basis: string[] }[];
    compares: { says: string; text: string }[];
    readings: { other_amount: string }[];
    working: string[];
    basis: string[];
    cap: string | null;
  }[];
}

/** The states beside which the page shows an amount. */
const WITH_AMOUNT = ['obtainable', 'applicable', 'open'];

/** The states of what cannot be had any more. */
const PAST = ['closed', 'expired'];

async function byCommandLine(example: string): Promise<Figures> {
  const { report } = await policy<{ report: Report }>('assess', `examples/${example}.toml`);
  expect(report.date).toBe(TODAY);
  const conditions = (all: Condition[]): string[] =>
    all.flatMap(({ verdict, says, value, unverified, gap, working, basis, parts }) => {
      const steps = [...working, ...cited(basis)];
      const own = [verdict, says, value === null ? null : `企业：${value}`, unverified, gap, ...steps];
      return [own.filter((text) => text !== null).join('；'), ...conditions(parts)];
    });
  const figure = (program: Report['programs'][number]): Figure => ({
    state: program.state_name,
    aside: program.elsewhere || PAST.includes(program.state),
    amount: WITH_AMOUNT.includes(program.state) ? program.text : undefined,
    conditions: conditions(program.conditions),
    calendar: program.calendar.map(({ year, text }) => `${year} 年：${text}`),
    shows: program.shows.map(({ label, value, working, basis }) =>
      [label, value, ...working, ...cited(basis)].join('；'),
    ),
    compares: program.compares.map(({ says, text }) => `${says}：${text}`),
    readings: program.readings.map((reading) => reading.other_amount),
    working: program.working.length === 0 ? [] : program.working.concat(program.cap ?? [], cited(program.basis)),
  });
  return {
    totals: Object.fromEntries(report.totals.map(({ id, text }) => [id, text])),
    programs: Object.fromEntries(report.programs.map((program) => [program.id, figure(program)])),
  };
}

async function onPage(app: PolicyPage): Promise<Figures> {
  await app.openAll();
  return await app.page.evaluate(() => {
    const text = (element: Element | null): string | undefined => element?.textContent?.trim();
    const all = (within: Element, selector: string): Element[] => Array.from(within.querySelectorAll(selector));
    const texts = (elements: Element[]): string[] => elements.map((element) => text(element) ?? '');
    const condition = (line: Element): string => {
      const verdict = Array.from(line.classList, (name) => /^pc-condition--(.*)$/.exec(name)?.[1]).find(Boolean) ?? '';
      const own = ['says', 'value', 'unverified', 'gap'].map((part) => `:scope > .pc-condition__${part}`);
      const steps = ['.pc-working > li', '.pc-basis'].map((part) => `:scope > .pc-condition__working > ${part}`);
      return [verdict, ...texts([...own, ...steps].flatMap((selector) => all(line, selector)))].join('；');
    };
    /** What stands between a heading of a card and the next. */
    const under = (card: Element, heading: (title: Element) => boolean): Element[] => {
      const parts = [];
      const title = all(card, '.pc-program__body > h4').find(heading);
      for (let next = title?.nextElementSibling; next != null && next.tagName !== 'H4'; next = next.nextElementSibling) {
        parts.push(next);
      }
      return parts;
    };
    /** The steps in a list, and the clauses below it. */
    const calculation = (parts: Element[]): string[] =>
      texts(parts.flatMap((part) => (part.matches('.pc-basis') ? [part] : all(part, ':scope.pc-working > li'))));
    const entries = (card: Element, heading: string, selector: string): string[] =>
      under(card, (title) => text(title) === heading)
        .flatMap((list) => all(list, selector))
        .map((entry) => `${text(entry.querySelector('dt'))}：${text(entry.querySelector('dd'))}`);
    const shown = all(document.body, '.pc-shown__value').map((value) => value.previousElementSibling);
    const figure = (card: Element): Figure => ({
      state: text(card.querySelector('.pc-program__state')) ?? '',
      aside: card.closest('#aside') !== null,
      amount: text(card.querySelector('.pc-program__amount')),
      conditions: all(card, '.pc-condition').map(condition),
      calendar: all(card, '.pc-calendar__year').map(
        (year) => `${text(year.querySelector('th'))}：${text(year.querySelector('.pc-calendar__amount'))}`,
      ),
      shows: shown
        .filter((label) => label !== null && card.contains(label))
        .map((label) => {
          const [value, ...steps] = under(card, (title) => title === label);
          return [text(label), text(value ?? null), ...calculation(steps)].join('；');
        }),
      compares: entries(card, '与其他情形比较', '.pc-compares__one'),
      readings: texts(all(card, '.pc-reading__amount')),
      working: calculation(under(card, (title) => text(title) === '计算过程')),
    });
    const totals = all(document.body, '#totals [id^="total-"]').map((total) => [
      total.id.slice('total-'.length),
      text(total.querySelector('.pc-totals__amount')) ?? '',
    ]);
    const programs = all(document.body, '[id^="program-"]').map((card) => [
      card.id.slice('program-'.length),
      figure(card),
    ]);
    return { totals: Object.fromEntries(totals), programs: Object.fromEntries(programs) };
  });
}

// The command line may have to be built first.
test.setTimeout(240_000);

for (const [example, answer] of Object.entries(EXAMPLES)) {
  test(`${example} comes out the same on the page and by command line`, async ({ app }) => {
    const expected = await byCommandLine(example);
    expect(Object.values(expected.programs).some(({ amount }) => amount !== undefined)).toBe(true);
    await answer(app);
    // What the file leaves out is answered in neither; the command line opens every topic.
    await app.topic('recognition').check();
    await app.topic('tax').check();
    await expect.poll(() => onPage(app), { timeout: 20_000 }).toEqual(expected);
  });
}
