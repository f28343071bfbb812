import type { ActionSpace } from '#core/model/features/action-space.ts';

/** Returns two channels, two promotions and three prices on three days of October 2024, a week apart. */
export function smallSpace(change: Partial<ActionSpace> = {}): ActionSpace {
  return {
    weeks: [20_002, 20_009, 20_016],
    channels: [
      { name: 'shop', fee: 0 },
      { name: 'market', fee: 0.5 },
    ],
    promotions: [
      { name: 'none', depth: 0 },
      { name: 'coupon', depth: 0.2 },
    ],
    priceFactors: [0.9, 1, 1.1],
    adSpend: 20,
    adSpends: [],
    ...change,
  };
}

/** Returns Mondays from the first one of 2026 on. */
export function mondays(count: number): number[] {
  return Array.from({ length: count }, (_, i) => 20_458 + 7 * i);
}
