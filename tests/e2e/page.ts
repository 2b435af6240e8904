/**
 * The page as its tests see it: questions by the names of facts, programs by their ids.
 *
 * `test` watches every page: a complaint in the console, an uncaught error or a request to another
 * origin fails the test that caused it.
 */

import { type Frame, type Locator, type Page, expect, test as base } from '@playwright/test';

export { expect };

/** The day of every test. */
export const TODAY = '2026-11-21';

/** Where the page keeps the answers, once the user agreed. */
export const SAVED_KEY = 'policy-check/answers';

interface Options {
  /** Whether complaints fail the test: true but where the test provokes them. */
  quiet: boolean;
}

interface Fixtures {
  app: PolicyPage;
  watch: undefined;
}

export const test = base.extend<Options & Fixtures>({
  quiet: [true, { option: true }],
  watch: [
    async ({ context, baseURL, quiet }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(message.text());
        }
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      const foreign: string[] = [];
      context.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(baseURL ?? '')) {
          foreign.push(request.url());
        }
      });
      await use(undefined);
      expect(foreign, 'requests to other origins').toEqual([]);
      if (quiet) {
        expect(complaints, 'errors and warnings').toEqual([]);
      }
    },
    { auto: true },
  ],
  app: async ({ page }, use) => {
    await fixDate(page);
    const app = new PolicyPage(page);
    await app.open();
    await use(app);
  },
});

/** Has the page believe that it is a day, ten in the morning, with all timers left as they are. */
export async function fixDate(page: Page, day = TODAY): Promise<void> {
  await page.addInitScript((now) => {
    window.Date = class extends Date {
      constructor(...parts: [] | [number | string | Date]) {
        super(...((parts.length === 0 ? [now] : parts) as [number]));
      }
      static override now(): number {
        return now;
      }
    } as DateConstructor;
  }, Date.parse(`${day}T10:00:00+08:00`));
}

/** The seal that the page puts on itself once all of it is there. */
export const SEAL = 'meta[http-equiv="Content-Security-Policy"]';

export class PolicyPage {
  readonly progress: Locator;
  readonly totals: Locator;
  readonly notice: Locator;

  /** The page, or of one that stands in another site, its frame. */
  constructor(
    readonly page: Page,
    readonly frame: Frame = page.mainFrame(),
  ) {
    // What does not come within seconds does not come.
    page.setDefaultTimeout(10_000);
    this.progress = frame.locator('#progress');
    this.totals = frame.locator('#totals');
    this.notice = frame.locator('.pc-keep').getByRole('status');
  }

  /** Opens the page, at an address or where the tests' server has it, and waits until all of it is there. */
  async open(address = './'): Promise<void> {
    await this.openEarly(address);
    await expect(this.frame.locator(SEAL), 'the seal').toBeAttached();
  }

  /** Opens the page, and waits until something can be typed. */
  async openEarly(address = './'): Promise<void> {
    await this.page.goto(address);
    // The title stands there before the app does.
    await expect(this.page.locator('.pc-app')).toBeVisible();
  }

  // ---- Questions ----

  /** The element of a question: the box to type into, or the group of its choices or rows. */
  question(fact: string): Locator {
    return this.frame.locator(`#${elementId(fact)}`);
  }

  /** An option of a question, by the id of the option; `none` for 都没有, `unsure` for a radio's 不清楚. */
  option(fact: string, id: string): Locator {
    return this.question(fact).locator(`input[value="${id}"]`);
  }

  /** The box for 不清楚. */
  unsure(fact: string): Locator {
    const around = this.question(fact).or(this.frame.locator(`#${elementId(fact)}-question`));
    return around.getByLabel('不清楚');
  }

  /** Types into a question's box, letter by letter. */
  async type(fact: string, text: string): Promise<void> {
    await typeInto(this.question(fact), text);
  }

  /** That a program needs a finer place than was answered, absent where none does. */
  coarse(fact: string): Locator {
    return this.frame.locator(`#${elementId(fact)}-question .pc-question__coarse`);
  }

  /** The questions asked, in order, by the ids of their elements. */
  async asked(): Promise<string[]> {
    const ids = await this.frame.locator('#questions .pc-question:not(.pc-elective .pc-question)').evaluateAll((all) => all.map(({ id }) => id));
    return ids.map((id) => id.replace(/-question$/, ''));
  }

  /** Takes options of a question. */
  async choose(fact: string, ...ids: string[]): Promise<void> {
    for (const id of ids) {
      await this.option(fact, id).check();
    }
  }

  /** The box of a topic: `funding`, `recognition` or `tax`. */
  topic(id: string): Locator {
    return this.frame.locator(`#topics input[value="${id}"]`);
  }

  /** Opens the questions about other years of a group. */
  async openElective(group: string): Promise<void> {
    await this.frame.locator(`#elective-${group} > summary`).click();
  }

  // ---- Lists ----

  /** The button that adds a row to a list. */
  add(list: string): Locator {
    return this.question(`${list}-add`);
  }

  /** The rows of a list. */
  rows(list: string): Locator {
    return this.question(list).locator('.pc-row');
  }

  /** The button that removes a row, counted from 1. */
  remove(list: string, row: number): Locator {
    return this.question(list).getByRole('button', { name: `删除第 ${row} 行` });
  }

  /** A cell by the row, counted from 1, and the id of the column. */
  cell(list: string, row: number, column: string): Locator {
    const id = column.replace(/[^A-Za-z0-9]/g, '-');
    return this.rows(list).nth(row - 1).locator(`input[id$="-${id}"], select[id$="-${id}"]`);
  }

  /** Adds a row and fills its cells in the order given. */
  async addRow(list: string, cells: Record<string, string>): Promise<void> {
    const row = (await this.rows(list).count()) + 1;
    await this.add(list).click();
    await expect(this.rows(list)).toHaveCount(row);
    await this.setRow(list, row, cells);
  }

  /** Replaces cells of a row. */
  async setRow(list: string, row: number, cells: Record<string, string>): Promise<void> {
    for (const [column, text] of Object.entries(cells)) {
      const cell = this.cell(list, row, column);
      if (await cell.evaluate((element) => element instanceof HTMLSelectElement)) {
        await cell.selectOption(text);
      } else {
        await typeInto(cell, text);
      }
    }
  }

  /** Says that a list has no rows. */
  async noRows(list: string): Promise<void> {
    await this.question(list).getByLabel('没有', { exact: true }).check();
  }

  // ---- Results ----

  program(id: string): Locator {
    return this.frame.locator(`#program-${id}`);
  }

  /** The line that opens a program. */
  summaryOf(id: string): Locator {
    return this.program(id).locator('> summary');
  }

  /** The figure beside a program, absent where there is none. */
  amountOf(id: string): Locator {
    return this.program(id).locator('.pc-program__amount');
  }

  /** 可获得, 可申报, 还需信息, 暂不符合 … */
  stateOf(id: string): Locator {
    return this.program(id).locator('.pc-program__state');
  }

  /** What a program still needs. */
  needsOf(id: string): Locator {
    return this.program(id).locator('.pc-program__needs');
  }

  /** A program's figure for one calendar year. */
  amountIn(id: string, year: number): Locator {
    const years = this.program(id).locator('.pc-calendar__year');
    return years.filter({ hasText: `${year} 年` }).locator('.pc-calendar__amount');
  }

  /** A program's figure in other circumstances, by words of them. */
  amountIf(id: string, says: string): Locator {
    const compared = this.program(id).locator('h4', { hasText: '与其他情形比较' }).locator('+ .pc-compares > .pc-compares__one');
    return compared.filter({ hasText: says }).locator('dd');
  }

  /** A figure that stands beside a program, by its name. */
  shownBy(id: string, label: string): Locator {
    const heading = this.program(id).locator('h4', { hasText: new RegExp(`^${label}$`) });
    return heading.locator('+ .pc-shown__value');
  }

  /** The steps to such a figure. */
  stepsTo(id: string, label: string): Locator {
    return this.shownBy(id, label).locator('+ .pc-working > li');
  }

  /** Opens a program and returns it. */
  async openCard(id: string): Promise<Locator> {
    const card = this.program(id);
    if ((await card.getAttribute('open')) === null) {
      await this.summaryOf(id).click();
    }
    await expect(card.locator('.pc-program__body')).toBeVisible();
    return card;
  }

  /** Opens every program, those of other places and of the past too. */
  async openAll(): Promise<void> {
    const open = (all: Element[]) => {
      all.forEach((one) => one.setAttribute('open', ''));
    };
    // What is aside is drawn when it is unfolded.
    await this.frame.locator('#aside').evaluateAll(open);
    await expect(this.frame.locator('#aside:not(:has(.pc-program))')).toHaveCount(0);
    await this.frame.locator('#results details').evaluateAll(open);
    await expect(this.frame.locator('.pc-program:not(:has(.pc-program__body))')).toHaveCount(0);
  }

  /** The figure of `yearly`, `window`, `once` or `ceilings`. */
  total(id: string): Locator {
    return this.frame.locator(`#total-${id} .pc-totals__amount`);
  }

  /** A document of the catalogue, by the path of its file. */
  document(id: string): Locator {
    return this.frame.locator(`[id="document-${id}"]`);
  }

  /** What the page has saved on this device. */
  async saved(): Promise<string | null> {
    return await this.frame.evaluate((key) => localStorage.getItem(key), SAVED_KEY);
  }

  /** Takes over what was kept, as the page asks. */
  async restore(): Promise<void> {
    await this.notice.getByRole('button', { name: '恢复', exact: true }).click();
    await expect(this.notice).toContainText('已恢复上次填写的内容');
  }

  // ---- Scenarios ----

  /** An enterprise in 长沙 to which no document pays anything, but for flying. */
  async plainEnterprise(): Promise<void> {
    await this.type('company.region', '岳麓区');
    await this.choose('manufacturing.projects', 'none');
    await this.choose('honours', 'none');
    await this.choose('company.industry', 'other');
    await this.choose('hunan.innovation', 'none');
    // Without a deduction in 2025 none was added to that of 2024.
    await this.choose('rd.key_field', 'other');
    await this.type('rd.super_deduction@2025', '0');
  }

  /** A general aviation operator with its main base in 长沙, and the aircraft given. */
  async operator(...fleet: { mass?: string; count?: string; hours: string }[]): Promise<void> {
    await this.choose('aviation.business', 'general_aviation');
    await this.type('operator.main_base', '长沙');
    for (const { mass, count, hours } of fleet) {
      await this.addRow('fleet', {
        ...(mass === undefined ? {} : { max_takeoff_mass: mass }),
        ...(count === undefined ? {} : { count }),
        hours,
      });
    }
  }

  /** 0.8 t, 1.5 t and 5 t with 200, 150 and 100 hours: 700,000 元. */
  async operatorOfThree(): Promise<void> {
    await this.operator(
      { mass: '0.8', hours: '200' },
      { mass: '1.5', hours: '150' },
      { mass: '5', hours: '100' },
    );
    await expect(this.amountOf('general-aviation-hours')).toHaveText('700,000 元');
  }
}

/** The id of a question's element. */
export function elementId(fact: string): string {
  return `q-${fact.replace(/[^A-Za-z0-9]/g, '-')}`;
}

/** Types a text in place of what stands in a box, letter by letter as a person does. */
export async function typeInto(box: Locator, text: string): Promise<void> {
  await box.click();
  await box.press('Control+A');
  await box.press('Delete');
  await box.pressSequentially(text);
}
