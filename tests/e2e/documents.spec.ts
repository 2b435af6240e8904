/** The documents: each opens to its clauses and what became of them, and every program leads to its own. */

import { policy } from './command.ts';
import { PolicyPage, expect, fixDate, test } from './page.ts';

/** A line of `policy coverage --json`. */
interface Clause {
  document: string;
  at: string;
  how: string;
  programs: string[];
  because: string;
}

/** A part of what `policy assess --json` prints: each program with the clauses it cites. */
interface Report {
  programs: { source: { name: string; title: string; clauses: { at: string; quote: string; paraphrase_of: string | null }[] } }[];
}

// The command line may have to be built first.
test.setTimeout(240_000);

test('each document opens to its clauses, none without a word of what became of it', async ({ app }) => {
  const expected = await policy<Clause[]>('coverage');
  const documents = await app.page.locator('#documents details').all();
  expect(documents.length).toBe(new Set(expected.map(({ document }) => document)).size);

  const clauses: { document: string; at: string; how: string; because: string }[] = [];
  for (const details of documents) {
    await expect(details.locator('.pc-coverage, blockquote')).toHaveCount(0);
    await details.locator('summary').click();
    const entries = details.locator('.pc-coverage__entry');
    await expect(entries.first()).toBeVisible();
    const name = await details.locator('.pc-document__name').innerText();
    const own = await entries.evaluateAll((all) =>
      all.map((entry) => ({
        at: entry.querySelector('dt')?.textContent?.trim() ?? '',
        how: entry.querySelector('.pc-coverage__how')?.textContent?.trim() ?? '',
        because: entry.querySelector('.pc-coverage__how')?.nextSibling?.textContent?.trim() ?? '',
      })),
    );
    const modelled = own.filter(({ how }) => how === '已收录').length;
    await expect(details.locator('.pc-document__about').last()).toContainText(`共 ${own.length} 条，收录 ${modelled} 条`);
    clauses.push(...own.map((clause) => ({ document: name, ...clause })));
  }
  for (const clause of clauses) {
    expect(clause.at, JSON.stringify(clause)).not.toBe('');
    expect(clause.how, JSON.stringify(clause)).not.toBe('');
    expect(clause.because, JSON.stringify(clause)).not.toBe('');
  }

  // The page names programs by their titles, the command line by their ids.
  const told = ({ document, at, how, because }: (typeof clauses)[number]) =>
    `${document}／${at}／${how}／${how === '已收录' ? '' : because}`;
  expect(clauses.map(told).sort()).toEqual(expected.map(told).sort());
});

test('each document says its title, and once opened the words of every clause that a program cites', async ({ app }) => {
  const { programs } = (await policy<{ report: Report }>('assess', 'examples/general-aviation.toml')).report;
  const quoted = (at: string, quote: string): string => `${at}／${quote}`;
  const cited = new Map<string, { title: string; clauses: Set<string> }>();
  for (const { source } of programs) {
    const own = cited.get(source.name) ?? { title: source.title, clauses: new Set() };
    source.clauses.forEach(({ at, quote }) => own.clauses.add(quoted(at, quote)));
    cited.set(source.name, own);
  }
  expect(cited.size).toBeGreaterThan(10);

  const shown = new Map<string, string[]>();
  for (const details of await app.page.locator('#documents details').all()) {
    const summary = details.locator('summary');
    const name = await details.locator('.pc-document__name').innerText();
    await summary.click();
    await expect(details.locator('.pc-coverage')).toBeVisible();
    // The words stand below the list of what became of them.
    await expect(details.locator('.pc-coverage ~ blockquote')).toHaveCount(await details.locator('blockquote').count());
    const words = await details.locator('blockquote').evaluateAll((all) =>
      all.map((quote) => [quote.querySelector('footer')?.textContent ?? '', quote.querySelector('p:not(.pc-source__basis)')?.textContent ?? '']),
    );
    for (const [at, quote] of words) {
      expect(at, name).not.toBe('');
      expect(quote, `${name} ${at}`).not.toBe('');
    }
    // What is only retold says so.
    const retold = programs.filter(({ source }) => source.name === name).flatMap(({ source }) => source.clauses);
    for (const { at } of retold.filter((clause) => clause.paraphrase_of !== null)) {
      const quote = details.locator('blockquote', { has: app.page.locator('footer', { hasText: at }) });
      await expect(quote.first()).toContainText('条款转述');
    }
    await expect(summary).toContainText(cited.get(name)?.title ?? name);
    shown.set(name, words.map(([at = '', quote = '']) => quoted(at, quote)));
  }
  for (const [name, { clauses }] of cited) {
    expect(shown.get(name) ?? [], name).toEqual(expect.arrayContaining([...clauses]));
  }
});

test('every program is named among the clauses of the document that it leads to', async ({ app, page }) => {
  await app.topic('recognition').check();
  await app.topic('tax').check();
  await expect(app.program('income-tax')).toBeVisible();
  for (const details of await page.locator('#documents details').all()) {
    await details.locator('summary').click();
  }
  await expect(page.locator('.pc-coverage')).toHaveCount(await page.locator('#documents details').count());
  await app.openAll();
  const programs = await page.locator('[id^="program-"]').evaluateAll((cards) =>
    cards.map((card) => {
      const link = card.querySelector<HTMLAnchorElement>('a[href^="#document-"]');
      const target = document.getElementById(decodeURIComponent(link?.hash.slice(1) ?? ''));
      return {
        title: card.querySelector('.pc-program__title')?.textContent?.trim() ?? '',
        clauses: target?.querySelector('.pc-coverage')?.textContent ?? '',
      };
    }),
  );
  expect(programs.length).toBeGreaterThan(60);
  for (const { title, clauses } of programs) {
    expect(clauses, title).toContain(title);
  }
});

test('the link of a program leads to its document', async ({ app }) => {
  const card = await app.openCard('landing-sites');
  const details = app.document('hunan/low-altitude');
  await expect(details).not.toBeInViewport();
  await card.getByRole('link', { name: '本文件各条款的收录情况' }).click();
  await expect(details).toBeInViewport();
  await expect(details).toHaveAttribute('open', '');
  await expect(details.locator('summary')).toContainText('湘政办发〔2024〕20号');
  const clause = details.locator('.pc-coverage__entry').filter({ hasText: '一、第三款' });
  await expect(clause).toContainText('已收录');
  await expect(clause).toContainText('运输机场、通用机场和临时起降场地运行补助');
});

test('a copy that has grown old says so beside every sum', async ({ page }) => {
  await fixDate(page, '2027-08-01');
  const app = new PolicyPage(page);
  await app.open();
  await app.type('company.region', '长沙');
  const old = /本副本的政策最近一次与原文核对是 2026-\d\d-\d\d，距今已 \d{3} 天/;
  await expect(app.totals).toContainText(old);
  await expect(page.locator('#summary-bar')).toContainText(old);
  await page.locator('#mode-guided').check();
  await expect(page.locator('#running')).toContainText(old);
  await page.locator('#open-sheet').click();
  await expect(page.locator('.pc-sheet__disclaimer').first()).toContainText(old);
});
