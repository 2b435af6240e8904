/** The result sheet: opened, printed, read back from the PDF, and opened again from its QR code. */

import { cited, policy } from './command.ts';
import { EXAMPLES } from './examples.ts';
import { PolicyPage, SAVED_KEY, TODAY, expect, fixDate, test } from './page.ts';
import { type Paper, decode, plain, print, textOf } from './paper.ts';

/** A4 in points. */
const A4 = { width: 595, height: 842 };

interface Amount {
  text: string;
}

interface Condition {
  says: string;
  value: string | null;
  gap: string | null;
  basis: string[];
  parts: Condition[];
}

/** A part of what `policy assess --json` prints. */
interface Report {
  date: string;
  totals: ({ heading: string; note: string; otherwise: string | null } & Amount)[];
  programs: ({
    id: string;
    title: string;
    state: string;
    state_name: string;
    elsewhere: boolean;
    conditions: Condition[];
    working: string[];
    basis: string[];
    cap: string | null;
    calendar: ({ year: number; working: string[]; basis: string[] } & Amount)[];
    shows: { label: string; value: string; working: string[]; basis: string[] }[];
    compares: ({ says: string } & Amount)[];
    readings: { says: string; because: string; other: string; other_amount: string }[];
    not_modelled: string[];
    source: {
      title: string;
      name: string;
      document: string | null;
      authority: string;
      clauses: { at: string; quote: string }[];
      validity: string;
      checked: string;
      apply: string;
      call: string | null;
    };
  } & Amount)[];
}

/** An amount as a form writes it: money with its fen. */
function written({ text }: Amount): string {
  const withFen = (number: string): string =>
    Number(number.replace(/,/g, '')).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return /^(最高 )?[\d,.]+( 至 [\d,.]+)? 元$/.test(text) ? text.replace(/[\d,.]+/g, withFen) : text;
}

/** Those of some words that a plain text lacks. */
function lacking(text: string, words: string[]): string[] {
  return words.filter((word) => !text.includes(plain(word)));
}

/** Everything that has to stand on the sheet of a program, in order of importance. */
function wordsOf(program: Report['programs'][number]): string[] {
  const conditions = (all: Condition[]): string[] =>
    all.flatMap(({ says, value, gap, basis, parts }) =>
      [says, value, gap, ...cited(basis), ...conditions(parts)].filter((text) => text !== null),
    );
  const shown = ['obtainable', 'applicable', 'open'].includes(program.state);
  const { source } = program;
  return [
    program.state_name,
    ...(shown ? [written(program)] : []),
    ...conditions(program.conditions),
    ...program.working,
    ...cited(program.basis),
    ...(program.working.length > 0 && program.cap !== null ? [program.cap] : []),
    ...program.calendar.flatMap((year) => [`${year.year} 年：${written(year)}`, ...year.working, ...cited(year.basis)]),
    ...program.shows.flatMap(({ label, value, working, basis }) => [label, value, ...working, ...cited(basis)]),
    ...program.compares.map((compared) => `${compared.says}：${written(compared)}`),
    ...program.readings.flatMap(({ says, because, other, other_amount }) => [says, because, other, other_amount]),
    ...program.not_modelled,
    ...source.clauses.flatMap(({ at, quote }) => [`${source.name}　${at}`, quote]),
    source.title,
    ...(source.document === null ? [] : [source.document]),
    source.authority,
    source.validity,
    source.checked,
    source.apply,
    ...(source.call === null ? [] : [source.call]),
  ];
}

/** Whether the page folds a program away. */
function isAside({ state, elsewhere }: Report['programs'][number]): boolean {
  return elsewhere || ['closed', 'expired'].includes(state);
}

/** The plain text between the heading of one program and that of the next. */
function sections(text: string, titles: string[]): Map<string, string> {
  const headings = titles.map((title, index) => plain(`${index + 1}. ${title}`));
  const starts = headings.map((heading) => text.indexOf(heading));
  return new Map(titles.map((title, index) => [title, text.slice(starts[index], starts[index + 1])]));
}

/** Expects every sheet to be A4, with no word beyond its edge. */
function expectA4(papers: Paper[]): void {
  const sizes = papers.map(({ width, height }) => ({ width: Math.round(width), height: Math.round(height) }));
  expect(sizes).toEqual(papers.map(() => A4));
  const outside = papers.flatMap(({ width, words }) => words.filter(({ left, right }) => left < 0 || right > width));
  expect(outside).toEqual([]);
}

/** Opens the sheet from the results. */
async function openSheet(app: PolicyPage): Promise<void> {
  await app.page.locator('#open-sheet').click();
  await expect(app.page.locator('#sheet')).toBeFocused();
  // From its beginning, wherever the page was scrolled to.
  await expect(app.page.locator('#print-sheet')).toBeInViewport();
}

/** Has the page open with answers that were kept. */
async function withAnswers(app: PolicyPage, answers: object): Promise<void> {
  const form = JSON.stringify({ version: 1, topics: ['funding'], answers });
  await app.page.evaluate(([key, form]) => localStorage.setItem(key ?? '', form ?? ''), [SAVED_KEY, form]);
  await app.page.reload();
  await app.restore();
}

// A sheet of many pages is printed and read back.
test.slow();

// The command line may have to be built first.
test.describe('against the command line', () => {
  test.setTimeout(240_000);

  for (const [example, answer] of Object.entries(EXAMPLES)) {
    test(`the printed sheet of ${example} holds every figure and its grounds`, async ({ app, page }) => {
      const { report } = await policy<{ report: Report }>('assess', `examples/${example}.toml`);
      await answer(app);
      await app.topic('recognition').check();
      await app.topic('tax').check();

      const papers = await print(page, { printBackground: false });
      expectA4(papers);
      const text = textOf(papers);
      expect(textOf(await print(page, { printBackground: true }))).toBe(text);

      expect(report.totals.length).toBeGreaterThan(0);
      const totals = report.totals.flatMap((total) => [
        `${total.heading}${written(total)}${total.note}`,
        ...(total.otherwise === null ? [] : [total.otherwise]),
      ]);
      expect(lacking(text, [`测算日期${report.date}`, ...totals])).toEqual([]);
      const listed = await page.locator('.pc-program:not(#aside .pc-program)').evaluateAll((all) => all.map(({ id }) => id));
      const programs = listed.map((id) => {
        const program = report.programs.find((program) => `program-${program.id}` === id);
        if (program === undefined) {
          throw new Error(`${id} is not in the report`);
        }
        return program;
      });
      expect(programs.length).toBe(report.programs.filter((program) => !isAside(program)).length);
      const details = text.slice(text.lastIndexOf('逐项核对'));
      const found = sections(details, programs.map(({ title }) => title));
      const missing = programs.map((program) => lacking(found.get(program.title) ?? '', wordsOf(program)));
      expect(missing).toEqual(programs.map(() => []));
      const others = text.slice(text.indexOf('没有列入的项目'));
      const aside = report.programs.filter(isAside).map(({ title }) => title);
      expect(lacking(others, aside)).toEqual([]);
    });
  }
});

test('the sheet names the catalogue, what was answered, and who answered', async ({ app, page }) => {
  await app.operatorOfThree();
  await app.unsure('company.region').check();
  await openSheet(app);
  await page.locator('#identity-name').fill('长沙某某通航有限公司');
  await page.locator('#identity-code').fill('91430100ma4l1a2b3f');
  const text = textOf(await print(page));
  const expected = [
    '惠企政策自测结果单',
    '企业名称长沙某某通航有限公司',
    '统一社会信用代码91430100ma4l1a2b3f',
    `测算日期${TODAY}`,
    '企业注册在哪里？不清楚',
    '通航企业的主运行基地设在哪里？湖南省长沙市',
    '序号最大起飞重量架数年飞行小时',
    '10.8 吨1 架200 小时',
    '35 吨1 架100 小时',
    '企业获得过下列哪些认定或奖项？未填',
    '湘政办发〔2024〕20号　一、第一款',
    '测算结果仅供参考，以主管部门审核为准',
  ];
  expect(lacking(text, expected)).toEqual([]);
  expect(text).toMatch(/政策目录版本\d{4}-\d\d-\d\d-([0-9a-f]{8}),校验值\1[0-9a-f]{8}/);
});

test('paper holds the sheet and nothing of the page; the page stays as it was', async ({ app, page }) => {
  await app.operatorOfThree();
  await app.openCard('general-aviation-hours');
  const printed = textOf(await print(page));
  await expect(page.locator('#sheet')).toHaveCount(0);
  await expect(app.program('general-aviation-hours')).toHaveAttribute('open', '');
  expect(printed.startsWith('惠企政策自测结果单')).toBe(true);
  expect(printed).not.toContain(plain('清除全部填写内容'));
  expect(printed).not.toContain(plain('回答几个问题'));

  await openSheet(app);
  await expect(app.question('operator.main_base')).toBeHidden();
  expect(textOf(await print(page))).toBe(printed);
});

test('before anything is answered the page is printed as it is', async ({ page }) => {
  await expect(page.locator('#open-sheet')).toHaveCount(0);
  expect(textOf(await print(page))).not.toContain('结果单');
});

test('no heading stands last on a sheet of paper', async ({ app, page }) => {
  await EXAMPLES['little-giant']?.(app);
  await app.topic('recognition').check();
  await openSheet(app);
  const headings = await page.locator('.pc-sheet h2, .pc-sheet h3, .pc-sheet h4, .pc-sheet caption').allTextContents();
  const known = new Set(headings.map(plain));
  const papers = await print(page);
  expect(papers.length).toBeGreaterThan(10);
  for (const [index, { words }] of papers.entries()) {
    const last = plain(words.at(-1)?.text ?? '');
    expect(known, `sheet ${index + 1}`).not.toContain(last);
    // The state of a program belongs to its heading.
    expect(words.slice(-3).map(({ text }) => plain(text)), `sheet ${index + 1}`).not.toContain('暂不符合');
  }
});

test('long lists go over pages under their heads', async ({ app, page }) => {
  const rows = (cells: (number: number) => object): object => ({
    rows: Array.from({ length: 60 }, (_, index) => cells(index + 1)),
    more: false,
  });
  await withAnswers(app, {
    'aviation.business': ['general_aviation', 'new_aircraft', 'landing_sites'],
    'operator.main_base': '长沙',
    fleet: rows((number) => ({ max_takeoff_mass: '0.8', count: '1', hours: `${100 + number}` })),
    routes: rows((number) => ({ hours: `${300 + number}` })),
    landing_sites: rows((number) => ({ kind: 'general', region: '长沙县', certified: 'yes', hours: `${500 + number}` })),
  });
  await openSheet(app);
  const papers = await print(page);
  expectA4(papers);
  const text = textOf(papers);
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const lines = numbers.flatMap((number) => [
    `${number}0.8 吨1 架${100 + number} 小时`,
    `${number}${300 + number} 小时`,
    `${number}通用机场湖南省长沙市长沙县是${500 + number} 小时`,
  ]);
  expect(lacking(text, lines)).toEqual([]);
  const heads = text.split(plain('序号最大起飞重量架数年飞行小时')).length - 1;
  expect(heads).toBeGreaterThan(1);
});

test('the sheet is left as it was entered, by key or button', async ({ app, page }) => {
  await app.operatorOfThree();
  const open = page.locator('#open-sheet');
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#sheet')).toBeFocused();
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('惠企政策自测结果单');
  await page.locator('#identity-name').focus();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  await expect(page.locator('#sheet')).toHaveCount(0);
  await expect(app.amountOf('general-aviation-hours')).toHaveText('700,000 元');
  await open.click();
  await page.getByRole('button', { name: '返回' }).click();
  await expect(open).toBeFocused();
});

test('the button prints the sheet', async ({ app, page }) => {
  await page.evaluate(() => {
    window.print = () => {
      document.title = `printed with ${document.querySelectorAll('.pc-sheet').length} sheet`;
    };
  });
  await app.operatorOfThree();
  await openSheet(app);
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect(page).toHaveTitle('printed with 1 sheet');
});

test('refused programs can be left to the overview', async ({ app, page }) => {
  await app.operatorOfThree();
  await openSheet(app);
  const refused = page.locator('.pc-sheet-program', { hasText: '暂不符合' });
  const count = await refused.count();
  expect(count).toBeGreaterThan(0);
  await page.locator('#refused-too').uncheck();
  await expect(refused).toHaveCount(0);
  await expect(page.locator('.pc-sheet')).toContainText(`暂不符合的 ${count} 个项目没有逐项列出`);
  await expect(page.locator('#sheet-general-aviation-hours')).toBeVisible();
});

test('a wrong credit code is told at its field once it is left, and on paper', async ({ app, page }) => {
  await app.operatorOfThree();
  await openSheet(app);
  const code = page.locator('#identity-code');
  const message = page.locator('#identity-code-error');
  await code.pressSequentially('91430100MA4L1A2B3');
  await expect(message).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(message).toHaveText('应为 18 位，现在是 17 位。');
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await expect(code).toHaveAttribute('aria-describedby', 'identity-code-error');
  for (const [text, problem] of [
    ['91430100MA4L1A2B3G', '与最后一位校验位对不上'],
    ['9143O100MA4L1A2B3F', '第 5 位不能是“O”'],
  ] as const) {
    await code.fill(text);
    await code.blur();
    await expect(message).toContainText(problem);
    await expect(code).toHaveValue(text);
    await expect(page.locator('.pc-sheet__about')).toContainText(`${text}（未通过校验）`);
  }
  await code.fill('９１４３０１００ma4l1a2b3f');
  await code.blur();
  await expect(message).toHaveCount(0);
  await expect(page.locator('.pc-sheet__about')).not.toContainText('未通过校验');
});

test('who answers is kept with consent only', async ({ app, page }) => {
  await app.operatorOfThree();
  await openSheet(app);
  await page.locator('#identity-name').fill('甲公司');
  expect(await app.saved()).toBeNull();
  await page.locator('#close-sheet').click();
  await page.locator('#keep').check();
  expect(await app.saved()).toContain('甲公司');
  await page.reload();
  await app.restore();
  await openSheet(app);
  await expect(page.locator('#identity-name')).toHaveValue('甲公司');
});

test('the QR code holds the link, and the link no name', async ({ app, page, baseURL }) => {
  await app.operatorOfThree();
  await openSheet(app);
  const link = page.locator('.pc-sheet-code__text a');
  const before = await link.getAttribute('href');
  expect(before?.startsWith(`${baseURL}#a1.`)).toBe(true);
  await page.locator('#identity-name').fill('甲公司');
  await page.locator('#identity-code').fill('91430100MA4L1A2B3F');
  await expect(link).toHaveAttribute('href', before ?? '');
  await expect(link).toHaveText(before ?? '');
  expect(await decode(page.getByRole('img', { name: '二维码' }))).toBe(before);
});

test('a longer QR code is read from a dark page too', async ({ app, page }) => {
  await withAnswers(app, {
    'aviation.business': ['general_aviation'],
    'operator.main_base': '长沙',
    fleet: {
      rows: Array.from({ length: 40 }, (_, index) => ({ max_takeoff_mass: '0.812', count: '3', hours: `${1000 + index}.25` })),
      more: false,
    },
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSheet(app);
  const address = await page.locator('.pc-sheet-code__text a').getAttribute('href');
  expect(address?.length).toBeGreaterThan(500);
  expect(await decode(page.getByRole('img', { name: '二维码' }))).toBe(address);
});

test('the QR code opens the same answers on the same day', async ({ app, page, context }) => {
  await app.operatorOfThree();
  const yearly = await app.total('yearly').textContent();
  await openSheet(app);
  const address = await decode(page.getByRole('img', { name: '二维码' }));
  const fresh = await context.newPage();
  await fixDate(fresh, '2027-03-01');
  await fresh.goto(address ?? '');
  const opened = new PolicyPage(fresh);
  await expect(opened.total('yearly')).toHaveText(yearly ?? '');
  await expect(fresh.locator('.pc-results__date')).toContainText(TODAY);
});

test('what is too long for a QR code goes into a file', async ({ app, page }) => {
  await withAnswers(app, {
    // As many rows as a list takes.
    routes: { rows: Array.from({ length: 300 }, (_, index) => ({ hours: `${1000 + index}.25` })), more: false },
  });
  await openSheet(app);
  await expect(page.locator('#sheet-code')).toContainText('导出 JSON 文件');
  await expect(page.locator('#sheet-code a')).toHaveCount(0);
  await expect(page.getByRole('img', { name: '二维码' })).toHaveCount(0);
});

test('in a frame, whose address leads nowhere, there is a code to paste', async ({ page, baseURL }) => {
  await fixDate(page);
  await page.setContent(`<iframe src="${baseURL}" title="测算" style="width: 100%; height: 800px"></iframe>`);
  const frame = page.frameLocator('iframe');
  await frame.locator('#q-aviation-business input[value=general_aviation]').check();
  await frame.locator('#open-sheet').click();
  const code = frame.locator('.pc-sheet-code__text');
  await expect(frame.locator('#sheet-code a')).toHaveCount(0);
  const lines = (await code.innerText()).split('\n').filter((line) => line !== '');
  expect(lines.join('')).toMatch(/^a1\.[\w-]+$/);
  expect(lines.slice(0, -1).every((line) => line.length === 64)).toBe(true);
});
