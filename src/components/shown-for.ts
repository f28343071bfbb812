// Whom values are written for: the year it is there, and the money the shop counts in. The layout tells it once; until then nothing is
// assumed, so that a page that is prepared on another machine on another day says the same.

import type { Currency } from '#core/csv/currency.ts';

interface Reader {
  /** Days of another year carry theirs. */
  readonly year: () => number | null;
  /** null: not known, so that amounts stand without a unit. */
  readonly currency: () => Currency | null;
}

const NOBODY: Reader = { year: () => null, currency: () => null };

let reader = NOBODY;

/** What it says is asked anew whenever a value is written: what is shown follows where it reads runes. */
export function showFor(next: Partial<Reader>): void {
  reader = { ...NOBODY, ...next };
}

export function presentYear(): number | null {
  return reader.year();
}

export function shownCurrency(): Currency | null {
  return reader.currency();
}
