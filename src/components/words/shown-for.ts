// Holds what formats need to know about the reader: the present year and the shop's currency. The layout sets both
// once. Until then nothing is assumed, so that a page prerendered on another machine on another day shows the same
// text.

import type { Currency } from '#core/base/currency.ts';

interface Reader {
  /** The present year; days of other years show their year. null: not known. */
  readonly year: () => number | null;
  /** The shop's currency. null: not known, so that amounts have no unit. */
  readonly currency: () => Currency | null;
}

const NOBODY: Reader = { year: () => null, currency: () => null };

let reader = NOBODY;

/**
 * Sets the reader. Its functions are called whenever a value is formatted, so text follows the runes that they read.
 */
export function showFor(next: Partial<Reader>): void {
  reader = { ...NOBODY, ...next };
}

export function presentYear(): number | null {
  return reader.year();
}

export function shownCurrency(): Currency | null {
  return reader.currency();
}
