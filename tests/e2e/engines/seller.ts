// What a seller does with a page: looks for words, presses, types. Each waits until it is possible.
import { setTimeout as wait } from 'node:timers/promises';
import type { Point, Tab } from './tab.ts';

type Words = string | RegExp;
export type Role =
  | 'button'
  | 'link'
  | 'menuitem'
  | 'field'
  | 'choice'
  | 'heading'
  | 'dialog'
  | 'text';

interface Sought {
  readonly role: Role;
  readonly source: string;
  readonly flags: string;
}

const LIMIT_MS = 30_000;
const PACE_MS = 50;

export class Seller {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** Presses, again where the page moved away under the hand. */
  async press(role: Role, words: Words, limitMs = LIMIT_MS): Promise<void> {
    do {
      await this.#tab.pressAt(await this.#place(role, words, limitMs));
    } while (await this.#tab.run(() => document.documentElement.dataset.pressed === 'beside'));
  }

  async fill(label: string, text: string): Promise<void> {
    await this.press('field', label);
    await this.#tab.run(() => (document.activeElement as HTMLInputElement).select());
    await this.#tab.type(text);
    const typed = await this.#tab.run(() => {
      const field = document.activeElement as HTMLInputElement;
      field.blur();
      return field.value;
    });
    if (typed !== text) throw new Error(`expected “${text}” in ${label}, got “${typed}”`);
  }

  /** Chooses files in the input behind a button of this name; no driver can answer the browser's own window. */
  async chooseFile(button: string, ...paths: readonly string[]): Promise<void> {
    await this.sees('button', button);
    // The browser's window opens once the page answers presses.
    while (await this.#tab.run(() => window.keepPress !== undefined)) await wait(PACE_MS);
    await this.#tab.chooseFile(`main input[type=file][aria-label="${button}"]`, ...paths);
  }

  async sees(role: Role, words: Words, limitMs = LIMIT_MS): Promise<void> {
    await this.#place(role, words, limitMs);
  }

  has(role: Role, words: Words): Promise<boolean> {
    return this.#find(role, words).then((place) => place !== null);
  }

  /** Returns the visible text of the first element that the selector names; '' where there is none. */
  textOf(selector: string): Promise<string> {
    return this.#tab.run(
      (sought) => document.querySelector<HTMLElement>(sought)?.innerText ?? '',
      selector,
    );
  }

  async #place(role: Role, words: Words, limitMs: number): Promise<Point> {
    const deadline = Date.now() + limitMs;
    for (;;) {
      const place = await this.#find(role, words);
      if (place) return place;
      if (Date.now() > deadline) {
        const page = await this.#tab.run(() => `${location.pathname}\n${document.body.innerText}`);
        throw new Error(`expected the ${role} ${String(words)} within ${limitMs} ms on ${page}`);
      }
      await wait(PACE_MS);
    }
  }

  #find(role: Role, words: Words): Promise<Point | null> {
    const { source, flags } = typeof words === 'string' ? new RegExp(`^${escaped(words)}$`) : words;
    return this.#tab.run(placeOf, { role, source, flags });
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * Runs in the page. Returns the middle of what is sought, in view, or null where it is not there, hidden, covered,
 * disabled or still moving.
 */
async function placeOf({ role, source, flags }: Sought): Promise<Point | null> {
  const selectors = {
    button: 'button, summary, [role=button]',
    link: 'a[href]',
    menuitem: '[role=menuitem]',
    field: 'input, textarea, select',
    choice: 'label, [role=radio], [role=option], [role=tab]',
    heading: 'h1, h2, h3',
    dialog: '[role=dialog]',
    text: 'body *',
  };
  const sought = new RegExp(source, flags);
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const named = (element: HTMLElement) => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = role === 'field' ? [...((element as HTMLInputElement).labels ?? [])] : [];
    return [
      element.getAttribute('aria-label'),
      by.map((id) => document.getElementById(id)?.textContent).join(' '),
      ...labels.map((label) => label.innerText),
      ...(role === 'field' ? [] : [element.innerText]),
    ].map(tidy);
  };
  const isShown = (element: HTMLElement) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  // A question covers the page until it is answered; a field is sought in what was opened for it.
  const dialogs = role === 'field' ? '[role=alertdialog], [role=dialog]' : '[role=alertdialog]';
  const ground = document.querySelector(dialogs) ?? document;
  const all = [...ground.querySelectorAll<HTMLElement>(selectors[role])];
  // Words stand in what holds them most closely, which comes last.
  if (role === 'text') all.reverse();
  const found = all.find(
    (element) => isShown(element) && named(element).some((name) => sought.test(name)),
  );
  if (!found || (found as HTMLButtonElement).disabled) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const middle = () => {
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const before = middle();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const after = middle();
  const met = document.elementFromPoint(after.x, after.y);
  const isMet = met !== null && (found.contains(met) || met.contains(found));
  const { dataset } = document.documentElement;
  delete dataset.pressed;
  window.onpointerdown = ({ target }) => {
    // A page that was drawn anew has another element of the same name in its place.
    const pressed = (target as Element).closest<HTMLElement>(selectors[role]);
    const isNamed = pressed !== null && named(pressed).some((name) => sought.test(name));
    if (target !== met && !found.contains(target as Node) && !isNamed) dataset.pressed = 'beside';
  };
  return isMet && before.x === after.x && before.y === after.y ? after : null;
}
