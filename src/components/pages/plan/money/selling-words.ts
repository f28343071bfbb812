// Labels of the terms of selling, and a line that says what is set.

import {
  isWithinSelling,
  NO_SELLING_TERMS,
  SELLING_BOUNDS,
  SELLING_NUMBERS,
  type SellingNumber,
  type SellingTerms,
} from '#core/planning/plan/selling-terms.ts';
import type { SellingGroup } from '#core/planning/plan/typical-selling.ts';
import type { Market } from '#core/launch/events/markets.ts';
import { m } from '#messages';
import { marketName } from '#components/words/event-words.ts';
import { formatCount } from '#components/words/numbers.ts';
import { shownCurrency } from '#components/words/shown-for.ts';

interface SellingField {
  readonly name: SellingNumber;
  readonly label: string;
  readonly help?: string;
}

/** A group of fields; `typical` names the values that a button fills in. */
interface SellingFieldGroup {
  readonly title: string;
  readonly fields: readonly SellingField[];
  readonly typical?: SellingGroup;
}

/** Returns the fields of the form, in groups. */
export function sellingGroups(): SellingFieldGroup[] {
  const currency = shownCurrency();
  const money = currency === null ? {} : { help: m.money_in_currency({ currency }) };
  return [
    {
      ...{ title: m.money_group_vat(), typical: 'vat' },
      fields: [{ name: 'vatRate', label: m.money_vat_rate(), help: m.money_percent() }],
    },
    {
      ...{ title: m.money_group_orders(), typical: 'orders' },
      fields: [
        { name: 'orderFee', label: m.money_order_fee(), ...money },
        { name: 'shippingCost', label: m.money_shipping(), ...money },
        { name: 'returnFreight', label: m.money_return_freight(), ...money },
        { name: 'resaleableShare', label: m.money_resaleable(), help: m.money_percent() },
      ],
    },
    {
      ...{ title: m.money_group_holding(), typical: 'holding' },
      fields: [
        { name: 'storagePerUnitMonth', label: m.money_storage(), ...money },
        { name: 'capitalRate', label: m.money_capital(), help: m.money_percent() },
      ],
    },
    {
      title: m.money_group_later(),
      fields: [{ name: 'laterSalesShare', label: m.money_later(), help: m.money_later_help() }],
    },
  ];
}

/** Returns what the typical values of a group rest on. */
export function typicalWords(group: SellingGroup, market: Market | null): string {
  return group === 'vat' && market
    ? m.money_typical_vat({ market: marketName(market) })
    : m.money_typical_guess();
}

const SHARES: readonly SellingNumber[] = [
  ...(['vatRate', 'resaleableShare', 'capitalRate', 'laterSalesShare'] as const),
  'assumedCostShare',
];

/** Shares are entered in percent. */
export function sellingScale(name: SellingNumber): number {
  return SHARES.includes(name) ? 100 : 1;
}

/** Returns the value as entered; null where it is not counted. */
export function enteredSelling(
  terms: SellingTerms | undefined,
  name: SellingNumber,
): number | null {
  const value = (terms ?? NO_SELLING_TERMS)[name];
  if (value === null || value === NO_SELLING_TERMS[name]) return null;
  return Math.round(value * sellingScale(name) * 1000) / 1000;
}

/** Returns what is wrong with an entered value; undefined where it is accepted. */
export function sellingError(name: SellingNumber, entered: number): string | undefined {
  if (isWithinSelling(name, entered / sellingScale(name))) return undefined;
  const { min, max } = SELLING_BOUNDS[name];
  const [from, to] = [min, max].map((end) => formatCount(end * sellingScale(name)));
  return m.money_wrong({ min: from!, max: to! });
}

/** Returns "None counted", or how many terms are set. */
export function sellingSummary(terms: SellingTerms | undefined): string {
  const count = SELLING_NUMBERS.filter(
    (name) => name !== 'assumedCostShare' && enteredSelling(terms, name) !== null,
  ).length;
  return count === 0 ? m.money_none_set() : m.money_set({ count, text: formatCount(count) });
}
