import type { MarketOffer } from '#core/import/market/market.ts';
import { monthlyUnits } from './units-of-niche.ts';

/** What tells how much each offer sells: units in 30 days, or clicks of the niche's searchers. */
export type SalesMeasure = 'units' | 'clicks';

export interface Sales {
  readonly measure: SalesMeasure;
  /** By offer; NaN where it is not known, else at least 0. */
  readonly values: readonly number[];
}

/** Sales are known where at least this share of the offers has a figure. */
const LEAST_KNOWN = 0.5;

const MEASURES: readonly (readonly [SalesMeasure, (offer: MarketOffer) => number])[] = [
  ['units', monthlyUnits],
  ['clicks', ({ clickShare360 }) => clickShare360],
  ['clicks', ({ clicks360 }) => clicks360],
];

/** Returns what offers sell: the first of units, click shares and clicks that half of them have; null where none is. */
export function salesMeasure(offers: readonly MarketOffer[]): Sales | null {
  for (const [measure, valueOf] of MEASURES) {
    const values = offers.map(valueOf).map((value) => (isKnown(value) ? value : NaN));
    const known = values.filter(isKnown);
    if (known.length >= LEAST_KNOWN * offers.length && known.some((value) => value > 0))
      return { measure, values };
  }
  return null;
}

function isKnown(value: number): boolean {
  return value >= 0 && Number.isFinite(value);
}
