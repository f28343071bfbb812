// Reads what a cell of a workbook says, as text.

import type { Currency } from '#core/base/currency.ts';
import type { NumberStyles } from './workbook-formats.ts';
import { unescaped, XmlText } from './xml-text.ts';
import type { XmlTags } from './xml-tags.ts';

/** What the cells of a sheet refer to. */
export interface Workbook extends NumberStyles {
  readonly texts: readonly string[];
  /** Day number 0, in days since 1970. */
  readonly firstDay: number;
}

/** Digits that a spreadsheet shows; it stores rounding errors of arithmetic beyond them. */
const SHOWN_DIGITS = 15;
/** Number that is shown as it stands; converting each would take as long as all else. */
const SHORT_NUMBER = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{0,2}[1-9])?$/;
const DAY_SECONDS = 86_400;
/** Largest time, in seconds: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const MOST_SECONDS = 8.64e12;
const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/;

/** Reads one cell after another, from its opening tag to its closing one. */
export class SheetCell {
  readonly #workbook: Workbook;
  readonly #inline = new XmlText();
  #kind = '';
  #style = '';
  #value = '';
  #formula: string | null = null;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(tag: XmlTags): void {
    this.#kind = tag.value('t');
    this.#style = tag.value('s');
    this.#value = '';
    this.#formula = null;
    this.#inline.clear();
  }

  take(tag: XmlTags): void {
    if (tag.isNamed('f')) this.#formula = tag.isClosing ? tag.text : '';
    else if (!tag.isNamed('v')) this.#inline.take(tag);
    else if (tag.isClosing) this.#value = tag.text;
  }

  /** Error that the cell shows instead of a value, such as #DIV/0!; else null. */
  get error(): string | null {
    return this.#kind === 'e' ? this.#value : null;
  }

  /** Formula whose result was not stored; null where there is none. A text may have come out empty. */
  get openFormula(): string | null {
    return this.#value === '' && this.#kind !== 'str' ? this.#formula : null;
  }

  /** Currency that is shown beside the number of the cell; null where none, or where it is no number. */
  get currency(): Currency | null {
    if (this.#style === '' || (this.#kind !== '' && this.#kind !== 'n')) return null;
    return this.#workbook.money[Number(this.#style)] ?? null;
  }

  /** Text of the cell. Throws where it refers to a text that does not exist. */
  get text(): string {
    if (this.#kind === 'inlineStr') return this.#inline.whole.trim();
    if (this.#value === '' || this.#kind === 'e') return '';
    if (this.#kind === 's') return this.#shared();
    if (this.#kind === 'str') return unescaped(this.#value).trim();
    if (this.#kind === 'b') return this.#value === '1' ? 'true' : 'false';
    return this.#kind === 'd' ? isoText(this.#value) : this.#number();
  }

  #shared(): string {
    const text = this.#workbook.texts[Number(this.#value)];
    if (text === undefined) throw new Error(`expected a text ${this.#value}, got none`);
    return text.trim();
  }

  #number(): string {
    const isDay = this.#style !== '' && this.#workbook.dates[Number(this.#style)] === true;
    if (!isDay && SHORT_NUMBER.test(this.#value)) return this.#value;
    const number = Number(this.#value);
    if (!Number.isFinite(number)) return this.#value;
    const day = isDay ? dayText(number + this.#workbook.firstDay) : null;
    return day ?? String(Number(number.toPrecision(SHOWN_DIGITS)));
  }
}

/** Returns the date to the second, as spreadsheets show it; null beyond the range of dates. */
function dayText(days: number): string | null {
  const seconds = Math.round(days * DAY_SECONDS);
  if (Math.abs(seconds) > MOST_SECONDS) return null;
  const [day, time] = new Date(1000 * seconds).toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

function isoText(value: string): string {
  const [, day, time = '00:00:00'] = ISO.exec(value.trim()) ?? [];
  if (day === undefined) return value;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
