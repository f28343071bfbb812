import type { StockAccount } from '#core/ledger/stock/stock-list.ts';
import type { StockBesideProducts } from '#core/ledger/stock/stock-beside-products.ts';
import type { SoldOutDays, StockOutlook } from '#core/ledger/stock/stock-outlook.ts';
import { m } from '#messages';
import { sentences } from '#components/words/sentences.ts';
import { tally } from '#components/words/counts.ts';
import { formatCount } from '#components/words/numbers.ts';
import { formatDay, formatDayRange, formatShortDay } from '#components/words/dates.ts';

/** Returns, for example, "40 units of Blue mug left, lasting until about 3 May, likely 12 Apr–8 Jul." */
export function outlookWords({ item, soldOut }: StockOutlook): string {
  const pieces = m.stock_pieces(tally(item.onHand));
  return m.stock_line({ pieces, name: item.title, until: untilWords(soldOut) });
}

/** Says when the stock sells out, with the 80% range. */
export function untilWords(soldOut: SoldOutDays | null): string {
  if (!soldOut) return m.stock_until_unknown();
  const { expected, low80, high80 } = soldOut;
  if (low80 === null) return m.stock_until_never();
  const low = formatShortDay(low80);
  if (expected === null) return m.stock_until_long({ low });
  const day = formatShortDay(expected);
  if (high80 === null) return m.stock_until_open({ day, low });
  return m.stock_until({ day, range: formatDayRange(low80, high80) });
}

/** Returns, for example, "2 of 5 new products have something similar in stock." */
export function stockFinding({ products, similar }: StockBesideProducts): string {
  const held = similar.filter((items) => items.length > 0).length;
  if (products.length === 0) return m.stock_finding_no_products();
  if (held === 0) return m.stock_finding_none();
  return m.stock_finding({ ...tally(held), all: formatCount(products.length) });
}

export function listWords({ list }: StockBesideProducts): string {
  return m.stock_list({
    ...tally(list.items.length),
    file: list.fileName,
    day: formatDay(list.asOf),
  });
}

/** Says what became of the rows of a file. */
export function accountWords(account: StockAccount): string {
  const { itemCount, soldOutCount, namelessCount, unreadableCount } = account;
  return sentences(
    m.stock_read(tally(itemCount)),
    soldOutCount > 0 ? m.stock_sold_out(tally(soldOutCount)) : '',
    namelessCount > 0 ? m.stock_nameless(tally(namelessCount)) : '',
    unreadableCount > 0 ? m.stock_unreadable(tally(unreadableCount)) : '',
  );
}
