import { m } from '#messages';
import { AMOUNTS, withUnit } from './money.ts';
import { isNumber, MISSING, RANGE_DASH, type Format, type Maybe } from './numbers.ts';

/** Formats a range such as "€1,320–3,310", with the currency once. Ends that read alike become one value. */
export function formatRange(low: Maybe, high: Maybe, format: Format): string {
  if (!isNumber(low) || !isNumber(high)) return MISSING;
  const [from, to] = [format(low), format(high)];
  if (from === to) return from;
  // A dash next to a minus sign is hard to read.
  if (low < 0) return m.format_span({ from, to });
  const amount = AMOUNTS.get(format);
  return amount ? withUnit(amount(low) + RANGE_DASH + amount(high)) : `${from}${RANGE_DASH}${to}`;
}

/** Formats a difference in words, with its size: "910 more", "120 less", or "about the same" if it rounds to zero. */
export function formatDifference(value: Maybe, format: Format): string {
  if (!isNumber(value)) return MISSING;
  const size = format(Math.abs(value));
  if (size === format(0)) return m.format_about_the_same();
  return value > 0 ? m.format_more({ size }) : m.format_less({ size });
}
