/** The page that makes the code for a site: options on top, the code, and what visitors will see. */

import documents from '../target/web/programs.json';
import { copyFrom } from '../page/copy.ts';
import { followSystem } from '../page/theme.ts';
import { NAME, OPTIONS, define } from './element.ts';

/** Where the page and the loader stand: one folder up. */
const TOOL = new URL('../', window.location.href);
/** The choice of a whole document. */
const ALL = '整份文件';
/** How high a plain frame is, in CSS pixels: it cannot follow the page. */
const FRAME_HEIGHT = 900;

const form = find<HTMLFormElement>('options');
const code = find<HTMLTextAreaElement>('code');
const preview = find<HTMLElement>('preview');
/** The fields that take any text, which the page may refuse. */
const refused = ['region', 'accent', 'as-of', 'home'].map((name) => find<HTMLInputElement>(name));

followSystem();
define(new URL('index.html', TOOL));
listPrograms(find('programs'));
form.addEventListener('change', show);
form.addEventListener('submit', (event) => event.preventDefault());
find('copy').addEventListener('click', () => void copy(find('copied')));
show();

/** The options chosen, in the order of the table in docs/embedding.md. */
function chosen(): [name: string, value: string][] {
  const data = new FormData(form);
  const values = (name: string): string => data.getAll(name).filter((value) => value !== '').join(',');
  const options = OPTIONS.map((name): [string, string] => [name, values(name)]);
  return options.filter(([, value]) => value !== '');
}

/** Shows the code and the page as they are chosen. */
function show(): void {
  const options = chosen();
  const takesResult = new FormData(form).has('takes-result');
  const write = (): void => {
    // What the page refuses is not put into the code.
    const good = options.filter(([name]) => !refused.some((field) => field.name === name && isWrong(field)));
    code.value = written(good, takesResult);
  };
  const element = document.createElement(NAME);
  options.forEach(([name, value]) => element.setAttribute(name, value));
  element.toggleAttribute('takes-result', takesResult);
  refused.forEach((field) => complain(field, ''));
  write();
  element.addEventListener('error', (event: Event) => {
    const { message } = (event as CustomEvent<{ message: string }>).detail;
    refused.filter(({ name }) => message.includes(`${name}=`)).forEach((field) => complain(field, message));
    write();
  });
  preview.textContent = '';
  preview.append(element);
}

/** Says below a field what the page says of its value; nothing takes that back. */
function complain(field: HTMLInputElement, message: string): void {
  const below = find(`${field.name}-error`);
  below.textContent = message;
  field.setAttribute('aria-invalid', String(message !== ''));
}

function isWrong(field: HTMLInputElement): boolean {
  return field.getAttribute('aria-invalid') === 'true';
}

function written(options: [string, string][], takesResult: boolean): string {
  const loader = new URL('embed.js', TOOL).href;
  const attributes = (prefix: string): string =>
    options.map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`).join('') + (takesResult ? ` ${prefix}takes-result` : '');
  switch (new FormData(form).get('way')) {
    case 'element':
      return `<${NAME}${attributes('')}></${NAME}>\n<script src="${loader}"></script>`;
    case 'frame': {
      const address = new URL('index.html', TOOL);
      // Nobody hands the code of a shared link to a plain frame.
      const used = options.filter(([name]) => name !== 'home');
      used.forEach(([name, value]) => address.searchParams.set(name, value));
      return `<iframe src="${escaped(address.href)}" title="惠企政策自测" width="100%" height="${FRAME_HEIGHT}" frameborder="0"></iframe>`;
    }
    default:
      return `<script src="${loader}" data-policy-check${attributes('data-')}></script>`;
  }
}

/** A text between the quotes of an attribute. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** Offers every document and, below it, its programs. */
function listPrograms(into: HTMLElement): void {
  for (const { id, name, title, programs } of documents) {
    const below = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = name === title ? name : `${name} ${title}`;
    below.append(summary, choice(id, ALL), ...programs.map((program) => choice(program.id, program.title)));
    into.append(below);
  }
}

function choice(id: string, name: string): HTMLElement {
  const label = document.createElement('label');
  label.className = 'pc-choice';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'programs';
  box.value = id;
  const text = document.createElement('span');
  text.textContent = `${name} ${id}`;
  label.append(box, text);
  return label;
}

async function copy(status: HTMLElement): Promise<void> {
  const { done, failed } = status.dataset;
  status.textContent = ((await copyFrom(code)) ? done : failed) ?? '';
}

function find<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (element === null) {
    throw new Error(`${id}?`);
  }
  return element as E;
}
