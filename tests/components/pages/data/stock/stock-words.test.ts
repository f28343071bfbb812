import { describe, expect, it } from 'vitest';
import {
  accountWords,
  outlookWords,
  stockFinding,
  untilWords,
} from '#components/pages/data/stock/stock-words.ts';
import { tally } from '#components/words/counts.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { StockBesideProducts } from '#core/ledger/stock/stock-beside-products.ts';
import { m } from '#messages';
import { sampleProduct } from '../../../../support/ranking.ts';
import { stockItem } from '../../../../support/stock-item.ts';

const may = (day: number) => dayFromCalendar(2026, 5, day);
const outlook = {
  ...{ item: stockItem({ title: 'Blue mug', onHand: 40 }), asOf: may(1), ahead: null },
  soldOut: { low80: may(3), expected: may(9), high80: may(28) },
};

describe('outlookWords', () => {
  it('say how many are left, and until when', () => {
    expect(outlookWords(outlook)).toBe(
      '40 units of Blue mug left, lasting until about 9\u00A0May, likely 3\u00A0May\u2060–\u206028\u00A0May.',
    );
  });

  it('leave open what lies further than anybody looks, and what nothing tells', () => {
    const [day, low] = ['9\u00A0May', '3\u00A0May'];
    const open = { ...outlook.soldOut, high80: null };
    expect(untilWords(open)).toBe(m.stock_until_open({ day, low }));
    expect(untilWords({ ...open, expected: null })).toBe(m.stock_until_long({ low }));
    expect(untilWords({ ...open, expected: null, low80: null })).toBe(m.stock_until_never());
    expect(untilWords(null)).toBe(m.stock_until_unknown());
  });
});

describe('stockFinding', () => {
  it('says how many new products have something similar in stock', () => {
    const of = (...counts: number[]) =>
      stockFinding({
        products: counts.map((_, i) => sampleProduct({ id: String(i) })),
        similar: counts.map((count) =>
          Array.from({ length: count }, (_, index) => ({ index, similarity: 1 })),
        ),
      } as unknown as StockBesideProducts);
    expect(of(2, 0, 1)).toBe('2 of 3 new products have something similar in stock.');
    expect(of(0, 0)).toBe(m.stock_finding_none());
    expect(of()).toBe(m.stock_finding_no_products());
  });
});

it('the account names what could not be used', () => {
  const read = { rowsRead: 9, itemCount: 3, soldOutCount: 1, namelessCount: 0, unreadableCount: 5 };
  expect(accountWords(read)).toBe(
    'Read 3 products with stock left. 1 row is sold out. 5 rows have no readable quantity and are excluded.',
  );
  const nameless = { ...read, soldOutCount: 0, namelessCount: 2, unreadableCount: 0 };
  expect(accountWords(nameless)).toBe(`${m.stock_read(tally(3))} ${m.stock_nameless(tally(2))}`);
});
