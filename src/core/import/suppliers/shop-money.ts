import {
  fileCurrencies,
  isCurrencyCode,
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

/** Returns the currency of an amount: the list's where it names none, or a bare sign that may mean the list's. */
export function currencyIn(
  { currency }: Pick<ListedAmount, 'currency'>,
  list: Pick<SupplierList, 'currency'>,
): Currency | null {
  if (currency === null) return list.currency;
  const isOpen = !isCurrencyCode(currency) && isSameCurrency(currency, list.currency);
  return isOpen ? list.currency : currency;
}

/** Returns an amount in the shop's currency; null where no rate is known. */
export function inShopMoney(
  listed: ListedAmount,
  list: Pick<SupplierList, 'currency'>,
  shop: ShopMoney,
): number | null {
  const { amount } = listed;
  const named = currencyIn(listed, list);
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
      const named = cost && currencyIn(cost, list);
      if (named) counts.set(named, (counts.get(named) ?? 0) + 1);
    }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
