import {
  fileCurrencies,
  isSameCurrency,
  type Currency,
  type CurrencyRates,
  type FileCurrencies,
} from '#core/base/currency.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { ListedAmount, SupplierList } from './supplier-list.ts';

/** In what the shop counts, and what other currencies are worth in it. */
export interface ShopMoney {
  /** null: the shop's currency is not known. */
  readonly currency: Currency | null;
  readonly rates: CurrencyRates;
}

/** Decimals of a converted amount: parts of a cent count where hundreds are bought. */
const DECIMALS = 1e4;

/** Returns an amount in the shop's currency; null where no rate is known. Without a currency it is in the list's. */
export function inShopMoney(
  { amount, currency }: ListedAmount,
  list: Pick<SupplierList, 'currency'>,
  shop: ShopMoney,
): number | null {
  const named = currency ?? list.currency;
  if (named === null || isSameCurrency(named, shop.currency)) return rounded(amount);
  const rate = ownValue(shop.rates, named);
  return rate === undefined ? null : rounded(amount * rate);
}

/** A number too large to be money is none. */
function rounded(amount: number): number | null {
  const inShop = Math.round(amount * DECIMALS) / DECIMALS;
  return Number.isFinite(inShop) ? inShop : null;
}

/** Returns the shop's money; where its currency is not known, it counts in the one that most costs of the lists are in. */
export function withCurrency(shop: ShopMoney, lists: readonly SupplierList[]): ShopMoney {
  if (shop.currency !== null) return shop;
  const counts = listedCurrencies(lists);
  return { ...shop, currency: fileCurrencies(counts)?.main ?? null };
}

/** Returns the shop's currency, and the others that costs are in, by name; null where neither is known. */
export function listedMoney(
  lists: readonly SupplierList[],
  shop: ShopMoney,
): FileCurrencies | null {
  const { currency: main } = withCurrency(shop, lists);
  if (main === null) return null;
  const others = [...listedCurrencies(lists)]
    .filter(([currency]) => !isSameCurrency(currency, main))
    .map(([currency, cellCount]) => ({ currency, cellCount }));
  return { main, others };
}

/** Costs by currency, in the order of its name. */
function listedCurrencies(lists: readonly SupplierList[]): Map<Currency, number> {
  const counts = new Map<Currency, number>();
  for (const list of lists)
    for (const { cost } of list.items) {
      const named = cost && (cost.currency ?? list.currency);
      if (named) counts.set(named, (counts.get(named) ?? 0) + 1);
    }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
