// Finds which numbers of a workbook are dates: its cells name a format, and only the format's letters show it.

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

/** Returns for each style that cells name whether its numbers are dates. */
export function dateStyles(styles: Uint8Array): boolean[] {
  const tags = new XmlTags(styles);
  const own = new Map<number, boolean>();
  const areDates: boolean[] = [];
  let isWithin = false;
  while (tags.next()) {
    if (tags.isNamed('cellXfs')) isWithin = !tags.isClosing && !tags.isSelfClosing;
    else if (tags.isClosing) continue;
    else if (tags.isNamed('numFmt'))
      own.set(Number(tags.value('numFmtId')), isDateFormat(xmlText(tags.value('formatCode'))));
    else if (isWithin && tags.isNamed('xf'))
      areDates.push(isDate(Number(tags.value('numFmtId')), own));
  }
  return areDates;
}

function isDate(id: number, own: ReadonlyMap<number, boolean>): boolean {
  const isOwn = id >= FIRST_OWN_ID ? own.get(id) : undefined;
  return isOwn ?? BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
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
