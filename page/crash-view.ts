/** The overlay that stands in the app's place after it stopped. */

import { copyFrom } from './copy.ts';
import { texts } from './texts.ts';

/** What the overlay says and does. */
export interface CrashView {
  title: string;
  advice: string;
  /** The answers to show, or null if there are none yet. */
  answers: string | null;
  restart: () => void;
}

/** Puts the overlay in the place of everything on the page, and moves the focus to it. */
export function showCrash(view: CrashView): void {
  const dialog = element('div', 'pc-crash');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', 'pc-crash-title');
  dialog.setAttribute('aria-describedby', 'pc-crash-advice');
  dialog.tabIndex = -1;

  const title = element('h1', 'pc-crash__title', view.title);
  title.id = 'pc-crash-title';
  const advice = element('p', 'pc-crash__advice', view.advice);
  advice.id = 'pc-crash-advice';
  const panel = element('div', 'pc-crash__panel');
  const actions = element('div', 'pc-crash__actions');
  panel.append(title, advice);
  if (view.answers !== null) {
    const { label, area } = answersArea(view.answers);
    const status = element('p', 'pc-crash__status');
    status.setAttribute('role', 'status');
    actions.append(copyButton(area, status));
    panel.append(label, area, status);
  }
  actions.append(button('pc-crash__restart', texts().crash.restart, view.restart));
  panel.append(actions);
  dialog.append(panel);

  // A new body, since the app has its handlers on the old one.
  const body = document.createElement('body');
  body.append(dialog);
  document.documentElement.replaceChild(body, document.body);
  dialog.focus();
}

function answersArea(answers: string): { label: HTMLElement; area: HTMLTextAreaElement } {
  const label = document.createElement('label');
  label.className = 'pc-crash__label';
  label.htmlFor = 'pc-crash-answers';
  label.textContent = texts().crash.answers;
  const area = document.createElement('textarea');
  area.id = 'pc-crash-answers';
  area.className = 'pc-crash__text';
  area.readOnly = true;
  area.rows = 8;
  area.value = answers;
  return { label, area };
}

function copyButton(area: HTMLTextAreaElement, status: HTMLElement): HTMLElement {
  return button('pc-crash__copy', texts().crash.copy, () => {
    void copyFrom(area).then((copied) => {
      status.textContent = copied ? texts().crash.copied : texts().crash.copyFailed;
    });
  });
}

function button(className: string, text: string, onClick: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `pc-crash__button ${className}`;
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

function element(tag: 'div' | 'h1' | 'p', className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
