/** The texts of the page's scripts, in the language of the page. */

import en from '../locales/page.en.json';
import zh from '../locales/page.zh.json';

const ENGLISH = 'en';

/** The texts in the language that the page is in now. */
export function texts(): typeof zh {
  return document.documentElement.lang === ENGLISH ? en : zh;
}

/**
 * Begins in the language that the address names; pages are Chinese unless it does. The app goes on in it.
 *
 * @returns whether that is another than the page was written in
 */
export function beginInLanguage(): boolean {
  if (!/[?&]lang=en(&|$)/.test(window.location.search)) {
    return false;
  }
  document.documentElement.lang = ENGLISH;
  document.title = texts().page.title;
  return true;
}
