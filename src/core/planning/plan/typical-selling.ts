// Typical terms of selling, to start from. They are assumptions that the seller sees and changes, never counted unasked.

import type { Currency } from '#core/base/currency.ts';
import { ownValue } from '#core/base/lookup.ts';
import { withoutNoise } from '#core/base/nice-step.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { SellingChange } from './selling-terms.ts';

export const SELLING_GROUPS = ['vat', 'orders', 'holding'] as const;
export type SellingGroup = (typeof SELLING_GROUPS)[number];

/**
 * Standard rates of VAT or GST in 2025, where prices shown to buyers include it. Without the United States and Canada,
 * which add taxes at the till, and markets whose rate depends on the goods.
 */
const VAT_RATES: Partial<Readonly<Record<Market, number>>> = {
  GB: 0.2,
  IE: 0.23,
  DE: 0.19,
  AT: 0.2,
  CH: 0.081,
  FR: 0.2,
  ES: 0.21,
  IT: 0.22,
  NL: 0.21,
  BE: 0.21,
  PL: 0.23,
  SE: 0.25,
  DK: 0.25,
  AU: 0.1,
  NZ: 0.15,
  CN: 0.13,
  TW: 0.05,
  SG: 0.09,
  JP: 0.1,
  KR: 0.1,
  MX: 0.16,
  AE: 0.05,
  SA: 0.15,
  ZA: 0.15,
};

/** Rough value of a dollar, 2025, for costs that are themselves rough. */
const PER_DOLLAR: Readonly<Record<Currency, number>> = {
  ...{ USD: 1, $: 1, EUR: 1, '€': 1, GBP: 0.8, '£': 0.8, CHF: 0.9, CAD: 1.4, AUD: 1.5, NZD: 1.7 },
  ...{ PLN: 4, SEK: 10, DKK: 7, CNY: 7, TWD: 32, HKD: 8, SGD: 1.3, MYR: 4.5, JPY: 150, KRW: 1400 },
  ...{ INR: 85, BRL: 5.5, MXN: 18, AED: 3.7, SAR: 3.75, ZAR: 18 },
};

/** Dollars: a card payment's fixed fee; a parcel within the country; storage of a small unit for a month. */
const DOLLARS = { orderFee: 0.3, shippingCost: 5, storagePerUnitMonth: 0.3 };
/** Dollars in China, where a parcel costs under a dollar. */
const DOLLARS_IN_CHINA = { orderFee: 0, shippingCost: 0.6, storagePerUnitMonth: 0.1 };
const RESALEABLE = 0.8;
const CAPITAL_RATE = 0.1;

/**
 * Returns typical terms of a group; null where none are known.
 * @param shop its market, else the one of its currency; null where not known
 */
export function typicalSelling(
  group: SellingGroup,
  { market, currency }: { readonly market: Market | null; readonly currency: Currency | null },
): SellingChange | null {
  if (group === 'vat') {
    const vatRate = market && VAT_RATES[market];
    return vatRate ? { vatRate, pricesIncludeVat: true } : null;
  }
  const perDollar = ownValue(PER_DOLLAR, currency ?? '');
  if (perDollar === undefined) return null;
  const dollars = currency === 'CNY' ? DOLLARS_IN_CHINA : DOLLARS;
  const money = (amount: number) => rounded(amount * perDollar);
  const parcel = money(dollars.shippingCost);
  return group === 'orders'
    ? {
        ...{ orderFee: money(dollars.orderFee), shippingCost: parcel },
        ...{ returnFreight: parcel, resaleableShare: RESALEABLE },
      }
    : { storagePerUnitMonth: money(dollars.storagePerUnitMonth), capitalRate: CAPITAL_RATE };
}

/** Rounds to one significant figure: the amounts are no more precise. */
function rounded(amount: number): number {
  return withoutNoise(Number(amount.toPrecision(1)));
}
