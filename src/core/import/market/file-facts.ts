// What the lines above the table of a market data file state: niche, brand, term and days.

import { checkedDay, type Day } from '#core/base/dates.ts';
import { guessDateOrder, readDate } from '../values/read-date.ts';
import { readText } from '../values/read-text.ts';
import type { MarketFacts } from './market.ts';

const NICHE = /^niche name\s*[:：]\s*(.+)$/i;
const UPDATED = /updated on\s*[:：]?\s*(.+)$/i;
const TERM = /^(?:keywords?|search term|关键词|搜索词)\s*[:：]\s*(.+)$/i;
/** Brand Analytics writes Brand=["Name"],Reporting Range=["Weekly"]. */
const IN_BRACKETS = /([^\s,=[\]][^,=[\]]*)=\s*\[([^\]]*)\]/g;
const PERIOD = /(\d{4})-(\d{2})-(\d{2})\s*[-–~至]\s*(\d{4})-(\d{2})-(\d{2})/;
const BRAND: ReadonlySet<string> = new Set(['brand', '品牌']);

/** Reads the lines above a table. Cells that a comma cut are joined again. */
export function factsOf(linesAbove: readonly (readonly string[])[]): MarketFacts {
  const lines = linesAbove.map((cells) => readText(cells.join(',').replace(/,+$/, '')));
  const named = new Map(
    lines.flatMap((line) =>
      [...line.matchAll(IN_BRACKETS)].map(
        ([, key = '', value = '']) => [key.trim().toLowerCase(), unquoted(value)] as const,
      ),
    ),
  );
  const period = lines.map((line) => PERIOD.exec(line)).find((match) => match !== null);
  const [from, until] = [period?.slice(1, 4), period?.slice(4, 7)].map(dayOf);
  return {
    niche: unquoted(firstIn(lines, NICHE)),
    brand: [...BRAND].map((key) => named.get(key) ?? '').find((brand) => brand !== '') ?? '',
    asin: named.get('asin') ?? '',
    term: unquoted(firstIn(lines, TERM)),
    updated: updatedIn(firstIn(lines, UPDATED)),
    ...{ from: from!, until: until! },
  };
}

function firstIn(lines: readonly string[], form: RegExp): string {
  return lines.map((line) => form.exec(line)?.[1] ?? '').find((text) => text !== '') ?? '';
}

function unquoted(text: string): string {
  return readText(text.replace(/^[\s"“]+|[\s"”]+$/g, ''));
}

/** Amazon writes the month first, unless the first number is none. */
function updatedIn(text: string): Day {
  const { order, undecided } = guessDateOrder([text]);
  return readDate(text, undecided === null ? order : 'month-first');
}

function dayOf(parts: readonly string[] | undefined): Day {
  const [year = NaN, month = NaN, date = NaN] = (parts ?? []).map(Number);
  return Number.isNaN(year) ? NaN : checkedDay(year, month, date);
}
