// @ts-check
// npm run build:events: computes the days of each sales event in each market, from date-holidays and rules of our own.
// Writes the table in core/launch/events/event-days.generated.ts.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';
import { format } from 'oxfmt';
import { deepavaliDay, diwaliDay } from './diwali-days.js';
import { EVENT_RULES } from './event-rules.js';
import { readJson } from '../read-json.js';

/** @typedef {{ from: string, to: string }} Span both YYYY-MM-DD */
/** @typedef {import('./event-rules.js').EventRule} EventRule */
/** @typedef {import('./event-rules.js').RuledDays} RuledDays */
/** @typedef {import('./event-rules.js').ListedDays} ListedDays */
/** @typedef {import('./event-rules.js').ComputedDays} ComputedDays */

export const generatedFile = fileURLToPath(
  new URL('../../../src/core/launch/events/event-days.generated.ts', import.meta.url),
);

const STYLE_FILE = fileURLToPath(new URL('../../../.oxfmtrc.json', import.meta.url));

const FIRST_YEAR = 2015;
const LAST_YEAR = 2040;
const DAY_MS = 86_400_000;

const COMPUTED = { diwali: diwaliDay, deepavali: deepavaliDay };

/**
 * Licence of the generated table. Minifying drops comments; the built site states it in
 * static/selling-events.notice.txt.
 */
const HEAD = `// Written by \`npm run build:events\`; do not edit.
// Days of feasts and holidays are derived from date-holidays by commenthol and contributors
// (https://github.com/commenthol/date-holidays), whose data relies on articles of Wikipedia; days of sales and seasons were added.
// This table is under the same licence as that data, CC BY-SA 3.0: https://creativecommons.org/licenses/by-sa/3.0/

`;

/** @returns {Promise<string>} The text of the generated module. */
export async function generateEvents() {
  const rows = Object.entries(EVENT_RULES).flatMap(([event, rules]) =>
    [...marketsByDays(rules)].map(([days, markets]) => ({
      event,
      markets: markets.join(' '),
      days,
    })),
  );
  const module = `${HEAD}export const eventDays = ${JSON.stringify(rows)} as const;

export const FIRST_YEAR = ${String(FIRST_YEAR)};
export const LAST_YEAR = ${String(LAST_YEAR)};
`;
  const style = /** @type {import('oxfmt').FormatConfig} */ (readJson(STYLE_FILE));
  return (await format(generatedFile, module, style)).code;
}

/** Groups the markets that have an event on the same days. @param {readonly EventRule[]} rules */
function marketsByDays(rules) {
  /** @type {Map<string, string[]>} */
  const byDays = new Map();
  for (const [days, market] of rules.flatMap(daysOfMarkets))
    byDays.set(days, [...(byDays.get(days) ?? []), market]);
  return byDays;
}

/**
 * @param {EventRule} rule
 * @returns {[days: string, market: string][]}
 */
function daysOfMarkets(rule) {
  const markets = rule.markets.split(' ');
  if ('holiday' in rule) return markets.map((market) => [encode(listedDays(market, rule)), market]);
  const days = encode(spansOf(rule));
  return markets.map((market) => [days, market]);
}

/**
 * @param {RuledDays | ComputedDays} rule
 * @returns {Span[]}
 */
function spansOf(rule) {
  if ('computed' in rule) return years().map((year) => oneDay(COMPUTED[rule.computed](year)));
  const begins = correctedDays(ruledDays(rule.from), rule.corrected ?? {});
  const { before } = rule;
  if (before) return begins.map((day) => spanBefore(day, before));
  if (rule.unless) return movedDays(begins, rule.unless).map(oneDay);
  if (rule.until === undefined) return begins.map(oneDay);
  const ends = ruledDays(rule.until, LAST_YEAR + 1);
  return begins.map((from) => {
    const end = ends.find((day) => day > from);
    if (end === undefined) throw new Error(`expected ${String(rule.until)} after ${from}`);
    return { from, to: addDays(end, -1) };
  });
}

/**
 * @param {string} feast
 * @param {Required<RuledDays>['before']} before
 */
function spanBefore(feast, [days, length]) {
  const from = addDays(feast, -days);
  return { from, to: addDays(from, length - 1) };
}

/** @param {string} day */
function oneDay(day) {
  return { from: day, to: day };
}

/**
 * @param {string} rule in the grammar of date-holidays
 * @param {number} [lastYear]
 */
function ruledDays(rule, lastYear = LAST_YEAR) {
  const calendar = new Holidays();
  if (!calendar.setHoliday(rule, { name: rule, type: 'observance' }))
    throw new Error(`expected a rule of date-holidays, got "${rule}"`);
  return years(lastYear).flatMap((year) => calendar.getHolidays(year).map(calendarDay));
}

/**
 * @param {string} market
 * @param {ListedDays} rule
 */
function listedDays(market, { holiday: name }) {
  const calendar = new Holidays(market, { languages: ['en'] });
  return years().map((year) => {
    const [holiday, ...others] = calendar.getHolidays(year).filter((day) => day.name === name);
    if (!holiday || others.length > 0)
      throw new Error(`expected one ${name} of ${market} in ${String(year)}, got none or several`);
    return oneDay(calendarDay(holiday));
  });
}

/**
 * @param {string[]} days
 * @param {Required<RuledDays>['unless']} unless
 */
function movedDays(days, [taken, instead]) {
  const takenDays = new Set(ruledDays(taken));
  const otherDays = ruledDays(instead);
  return days.map((day) => {
    if (!takenDays.has(day)) return day;
    const other = otherDays.find((candidate) => candidate.slice(0, 4) === day.slice(0, 4));
    if (other === undefined) throw new Error(`expected ${instead} in the year of ${day}`);
    return other;
  });
}

/**
 * @param {string[]} days
 * @param {Readonly<Record<string, string>>} corrections by year
 */
function correctedDays(days, corrections) {
  const right = Object.values(corrections).filter((day) => days.includes(day));
  if (right.length > 0)
    throw new Error(`expected wrong days to correct, got ${right.join(', ')} right: drop them`);
  return days.map((day) => corrections[day.slice(0, 4)] ?? day);
}

/**
 * Returns the day as it is written: `start` is a moment, which falls on another day in other time zones.
 * @param {{ date: string }} holiday
 */
function calendarDay({ date }) {
  return date.slice(0, 10);
}

function years(last = LAST_YEAR) {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
}

/**
 * Writes days as "0214", or as "0601+91" for 92 days. Commas join the days of a year, spaces join the years. One year
 * stands for all where they are the same.
 * @param {Span[]} spans
 */
function encode(spans) {
  const words = years().map((year) =>
    spans
      .filter(({ from }) => from.startsWith(String(year)))
      .map(({ from, to }) => {
        const more = (Date.parse(to) - Date.parse(from)) / DAY_MS;
        return from.slice(5).replace('-', '') + (more > 0 ? `+${String(more)}` : '');
      })
      .join(','),
  );
  return new Set(words).size === 1 ? String(words[0]) : words.join(' ');
}

/**
 * @param {string} day
 * @param {number} count
 */
function addDays(day, count) {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(generatedFile, await generateEvents());
}
