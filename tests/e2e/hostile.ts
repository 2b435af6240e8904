/** What attackers write: texts, forms and links, and the measure of what they cost the page. */

import { crc32 } from 'node:zlib';

import { type Page, expect } from '@playwright/test';

/** What would be a script, wherever a text were taken for more than a text. */
export const SCRIPT = `"><img src=x onerror="window.ran=1"><svg onload=window.ran=1><script>window.ran=1</script>javascript:window.ran=1//{{7*7}}`;

/** Texts that break readers of texts. */
export const TEXTS: Record<string, string> = {
  script: SCRIPT,
  address: 'javascript:window.ran=1',
  digits: '9'.repeat(10_000),
  fraction: `0.${'3'.repeat(10_000)}`,
  words: '九千亿'.repeat(3_000),
  nul: 'a\0b\0',
  'right to left': '\u202e\u2066000,1\u2069\u200f\u061c',
  marks: `e${'\u0301'.repeat(5_000)}`,
  long: '长'.repeat(300_000),
};

/** A form as the page keeps it, with a text in every place for one. */
export function formWith(text: string): object {
  return {
    version: 1,
    topics: [text, 'funding'],
    language: text,
    answers: answersWith(text),
    identity: { name: text, code: text },
    example: text,
    on: text,
    kept: text,
    in_wan: [text, 'company.revenue@2025'],
    basis: {
      catalog: text,
      on: '2026-01-01',
      language: text,
      programs: { [text]: { hash: text, state: text, amount: [text, text], title: text, says: text } },
    },
  };
}

/** An exported result with a text in every place for one. */
export function resultWith(text: string): object {
  return {
    format: 'policy-check/result',
    version: 1,
    catalog: { version: text, hash: text },
    on: text,
    topics: ['funding', text],
    answers: { ...answersWith(text), [text]: text, [`company.${text}`]: 1 },
    report: { [text]: text },
  };
}

function answersWith(text: string): object {
  return {
    'company.region': text,
    'company.industry': text,
    'operator.main_base': text,
    'company.revenue@2025': text,
    'rd.super_deduction@2025': text,
    'aviation.business': [text, 'general_aviation'],
    fleet: { rows: [{ max_takeoff_mass: text, count: text, hours: text }], more: true },
  };
}

/** The code of a link with a text in every answer, and the checksum that belongs to it. */
export function linkWith(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const typed = [...number(bytes.length * 4), ...bytes];
  const place = [0, ...key('company.region', 3), ...typed];
  const fleet = [2, ...key('fleet', 3), 1, ...key('hours', 2), 1, ...typed];
  const picks = [1, ...key('aviation.business', 3), 1, ...typed];
  const answers = [...place, ...fleet, ...picks];
  const content = Buffer.from([3, ...number(answers.length), ...answers]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return `a1.${Buffer.concat([content, sum]).toString('base64url')}`;
}

function number(value: number): number[] {
  return value > 127 ? [(value & 127) | 128, ...number(value >> 7)] : [value];
}

/** The key of a name in links, in so many bytes. */
function key(name: string, bytes: number): number[] {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  const folded = (hash >>> (8 * bytes)) ^ hash;
  return Array.from({ length: bytes }, (_, at) => (folded >>> (8 * (bytes - 1 - at))) & 255);
}

/** Fails where a script ran, or where anything stands in the page that could. */
export async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const all = Array.from(document.querySelectorAll('*'));
    const handles = (element: Element): boolean => element.getAttributeNames().some((name) => name.startsWith('on'));
    const leads = (element: Element): boolean => /^\s*javascript:/i.test(element.getAttribute('href') ?? '');
    const foreign = all.filter((element) => element.matches('#app img, #app script, #app iframe') || handles(element) || leads(element));
    return { ran: 'ran' in window, foreign: foreign.map(({ outerHTML }) => outerHTML.slice(0, 200)) };
  });
  expect(found).toEqual({ ran: false, foreign: [] });
}

/** The main thread of a page, and how long it was busy. */
export class MainThread {
  private constructor(
    private readonly busy: () => Promise<number>,
    private readonly page: Page,
  ) {}

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    return new MainThread(busy, page);
  }

  /**
   * How much of its processor an act took, all tasks together, in times of what a count takes on the same
   * machine: at least as long as the longest that the page did not answer. Neither a slow machine nor one
   * with other work to do makes it more.
   */
  async during(act: () => Promise<void>): Promise<number> {
    const taken = await this.seconds(act);
    const counted = await this.seconds(() => this.page.evaluate(count, COUNTED));
    return taken / counted;
  }

  private async seconds(act: () => Promise<void>): Promise<number> {
    const before = await this.busy();
    await act();
    return (await this.busy()) - before;
  }
}

/** How far a count goes: about a tenth of a second. */
const COUNTED = 50_000_000;

/** Counts, in a way that no compiler shortens. */
function count(to: number): void {
  let mixed = 1;
  for (let step = 0; step < to; step++) {
    mixed = Math.imul(mixed ^ step, 0x01000193);
  }
  if (mixed === 0) {
    throw new Error('never');
  }
}
