// Finds what currencies the signs of a list mean, and that of bare numbers.

import {
  currencyOf,
  fileCurrencies,
  isCurrencyCode,
  isSameCurrency,
  type Currency,
} from '#core/base/currency.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { agreedCurrency, headerCurrency } from '../schema/header-currency.ts';
import type { FoundList } from './find-list.ts';
import type { ListedAmount, SupplierItem } from './supplier-list.ts';

type PricedItem = Pick<SupplierItem, 'cost' | 'listPrice'>;

export interface ListCurrency {
  /** Currency of bare numbers; null: the shop's. */
  readonly currency: Currency | null;
  /** Whether the list or most of its amounts say so; otherwise it is assumed. */
  readonly isStated: boolean;
  /** Returns what a currency named in the list means. */
  readonly meaning: (named: Currency) => Currency;
}

const ABOUT_MONEY = /currency|prices?|fob|exw|币种|货币|单位|价格|报价|preise|precios|prix/iu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;

/**
 * Decides the currencies of a list. A line above it or most of its amounts state that of bare numbers. Otherwise it is
 * assumed: a Chinese list is in yuan, another in what a few of its amounts name, else in the shop's currency. A bare sign
 * means the one code that the list names; in a Chinese list, ¥ means yuan and $ US dollars.
 */
export function listCurrency(
  { records, headerAt, stacks }: FoundList,
  items: readonly PricedItem[],
): ListCurrency {
  const stated = statedAbove(records.slice(0, headerAt).flat());
  const counts = currencyCounts(items);
  const headers = stacks.flat().join(' ');
  const own = KANA.test(headers) ? 'JPY' : HAN.test(headers) ? 'CNY' : null;
  const named = [...counts.keys(), ...(stated === null ? [] : [stated])];
  const meaning = meaningIn(new Set(named.filter(isCurrencyCode)), own);
  const areMost = 2 * sum([...counts.values()]) >= amountsOf(items).length;
  // A few dollars in a Chinese list do not make its bare numbers dollars.
  const usual = stated ?? (own === null || areMost ? (fileCurrencies(counts)?.main ?? null) : null);
  const isStated = stated !== null || (usual !== null && areMost);
  return { currency: usual === null ? own : meaning(usual), isStated, meaning };
}

function statedAbove(texts: readonly string[]): Currency | null {
  const about = texts.filter((text) => ABOUT_MONEY.test(text));
  const said = about.map((text) => headerCurrency(text) ?? currencyOf(text));
  return agreedCurrency(said.filter((each) => each !== null));
}

/** Amounts by the currency that they name, in the order of its name. */
function currencyCounts(items: readonly PricedItem[]): Map<Currency, number> {
  const counts = new Map<Currency, number>();
  for (const { currency } of amountsOf(items))
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function amountsOf(items: readonly PricedItem[]): ListedAmount[] {
  return items.flatMap(({ cost, listPrice }) => [cost ?? [], listPrice ?? []].flat());
}

function meaningIn(codes: ReadonlySet<Currency>, own: Currency | null): ListCurrency['meaning'] {
  return (named) => {
    if (isCurrencyCode(named)) return named;
    const possible = [...codes].filter((code) => isSameCurrency(named, code));
    if (possible.length === 1) return possible[0]!;
    if (own !== null && named === '$') return 'USD';
    return own !== null && isSameCurrency(named, own) ? own : named;
  };
}

/** Returns whether costs are in dollars that the list does not name and that are taken for the shop's, not for US dollars. */
export function areOwnDollars(items: readonly PricedItem[], shop: Currency | null): boolean {
  const isOther = isSameCurrency('$', shop) && shop !== 'USD' && shop !== '$';
  return isOther && items.some(({ cost }) => cost?.currency === '$');
}

/** Returns an amount with the currency that it means in its list. */
export function meantAmount(
  amount: ListedAmount | null,
  meaning: ListCurrency['meaning'],
): ListedAmount | null {
  return amount?.currency ? { ...amount, currency: meaning(amount.currency) } : amount;
}
