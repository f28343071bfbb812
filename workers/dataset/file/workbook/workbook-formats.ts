// Finds which numbers of a workbook are dates, and which are money: its cells name a format, and only the format shows it.

import { currencyOf, type Currency } from '#core/base/currency.ts';
import { XmlTags, xmlText } from './xml-tags.ts';

/** IDs of built-in formats for dates and times, in any language: ECMA-376, part 1, 18.8.30. */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
] as const;
const FIRST_OWN_ID = 164;
/** Letters for days, hours and the like, including Japanese years. */
const DATE_LETTERS =
  /^(?:s{1,2}|m{1,5}|h{1,2}|d{1,4}|a{3,5}|yy|yyyy|y|e{1,4}|am|pm|a|p|g{1,3}e{1,2})$/;

/** A sign with the language and country that it is of. */
const LOCALE = /\[\$([$¥]|kr)-([0-9a-f]+)\]/i;
const COUNTRY_SIGNS: Readonly<Record<string, Currency>> = {
  ...{ '$ 409': 'USD', '$ 1009': 'CAD', '$ c09': 'AUD', '$ 1409': 'NZD', '$ c04': 'HKD' },
  ...{ '¥ 804': 'CNY', '¥ 411': 'JPY', 'kr 41d': 'SEK', 'kr 414': 'NOK', 'kr 406': 'DKK' },
};

/** What the styles that cells name make of numbers. */
export interface NumberStyles {
  /** For each style, whether its numbers are dates. */
  readonly dates: readonly boolean[];
  /** For each style, the currency that it shows beside numbers; null where none. */
  readonly money: readonly (Currency | null)[];
}

export function numberStyles(styles: Uint8Array): NumberStyles {
  const tags = new XmlTags(styles);
  const own = new Map<number, string>();
  const dates: boolean[] = [];
  const money: (Currency | null)[] = [];
  let isWithin = false;
  while (tags.next()) {
    if (tags.isNamed('cellXfs')) isWithin = !tags.isClosing && !tags.isSelfClosing;
    else if (tags.isClosing) continue;
    else if (tags.isNamed('numFmt'))
      own.set(Number(tags.value('numFmtId')), xmlText(tags.value('formatCode')));
    else if (isWithin && tags.isNamed('xf')) {
      const id = Number(tags.value('numFmtId'));
      const format = id >= FIRST_OWN_ID ? own.get(id) : undefined;
      dates.push(format === undefined ? isBuiltInDate(id) : isDateFormat(format));
      money.push(format === undefined ? null : shownCurrency(format));
    }
  }
  return { dates, money };
}

function isBuiltInDate(id: number): boolean {
  return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
}

/**
 * Returns the currency that a format shows; null where none.
 * @param format such as `[$€-407] #,##0.00` or `"US$"0.00`; built-in formats show the currency of the reader's own system
 */
export function shownCurrency(format: string): Currency | null {
  const [positive = ''] = format.split(';');
  const [, sign = '', country = ''] = LOCALE.exec(positive) ?? [];
  const meant = COUNTRY_SIGNS[`${sign} ${country.toLowerCase()}`];
  if (meant !== undefined) return meant;
  const shown = positive
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, ' $1 ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/["\\_*]/g, '');
  return currencyOf(shown);
}

/**
 * Returns whether a format shows dates.
 * @param format such as `[$-409]d-mmm-yy;@`, which may hold texts, colours, conditions, and sections for negative
 * numbers
 */
export function isDateFormat(format: string): boolean {
  return format
    .toLowerCase()
    .replace(/;@$/, '')
    .replace(/\\./g, ' ')
    .replace(/"[^"]*"/g, ' ')
    .split(';')
    .some(holdsDate);
}

function holdsDate(format: string): boolean {
  const letters = format
    .replace(/(\[?[smhd]{1,2}\]?)[.,]0{1,3}/g, '$1')
    .replace(/\[([smhd]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(/[^a-z0#?%]+/)
    .filter((word) => word !== '');
  return letters.length > 0 && letters.every((word) => DATE_LETTERS.test(word));
}
