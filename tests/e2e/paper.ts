/** What stands on paper: a page printed to PDF and read back, a QR code decoded from a picture. */

import { type Locator, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { getDocumentProxy } from 'unpdf';

/** A sheet of paper. */
export interface Paper {
  /** Its size in points. */
  width: number;
  height: number;
  /** Its words in order, each with the place where they begin and end, without the page's number. */
  words: { text: string; left: number; right: number }[];
}

/** Below this height, in points, stands nothing but the number of the page. */
const FOOT = 45;

/** Prints a page and reads the sheets back. */
export async function print(page: Page, options: { printBackground?: boolean } = {}): Promise<Paper[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true, ...options });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const papers = [];
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const { items } = await sheet.getTextContent();
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') {
        return [];
      }
      const [left, bottom] = [item.transform[4] as number, item.transform[5] as number];
      return bottom < FOOT ? [] : [{ text: item.str, left, right: left + item.width }];
    });
    papers.push({ width, height, words });
  }
  return papers;
}

/** Characters that a font draws with the glyph of another, each before that other. */
const ALIKE = '⻓长⻔门⺠民⻅见⻋车⻛风⻜飞⻬齐⻢马⻉贝⻚页⻥鱼⻦鸟⻩黄⻰龙⻘青⻄西⻝食⻣骨⻮齿⻨麦戶户―—';
const MEANT = new Map(Array.from(ALIKE.matchAll(/(.)(.)/gu), ([, drawn, meant]) => [drawn, meant]));

/**
 * A text as far as print keeps it: without spaces, which lines end in, and with one form of each
 * character, since a font may draw 一 and ⼀ with one glyph.
 */
export function plain(text: string): string {
  const one = text.normalize('NFKC').replace(/\s/g, '');
  return Array.from(one, (character) => MEANT.get(character) ?? character).join('');
}

/** Everything on some sheets as plain text. */
export function textOf(papers: Paper[]): string {
  return plain(papers.flatMap(({ words }) => words.map(({ text }) => text)).join(''));
}

/** The text of the QR code that an element shows. */
export async function decode(drawing: Locator): Promise<string | undefined> {
  const picture = (await drawing.screenshot()).toString('base64');
  const { width, height, pixels } = await drawing.page().evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, pixels: Array.from(pixels) };
  }, picture);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}
