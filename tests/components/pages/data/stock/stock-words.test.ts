import { describe, expect, it } from 'vitest';
import {
  accountWords,
  outlookWords,
  stockFinding,
  untilWords,
} from '#components/pages/data/stock/stock-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { StockBesideProducts } from '#core/ledger/stock/stock-beside-products.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { sampleProduct } from '../../../../support/ranking.ts';
import { stockItem } from '../../../../support/stock-item.ts';

const plain = (text: string) => text.replace(/\u2060/g, '').replace(/\u00A0/g, ' ');
const may = (day: number) => dayFromCalendar(2026, 5, day);
const outlook = {
  ...{ item: stockItem({ title: 'Blue mug', onHand: 40 }), asOf: may(1), ahead: null },
  soldOut: { low80: may(3), expected: may(9), high80: may(28) },
};

describe('outlookWords', () => {
  it('say how many are left, and until when', () => {
    expect(plain(outlookWords(outlook))).toBe(
      '40 units of Blue mug left, lasting until about 9 May, likely 3 May–28 May.',
    );
    inChinese(() => expect(plain(outlookWords(outlook))).toContain('“Blue mug”还剩 40 件'));
  });

  it('leave open what lies further than anybody looks, and what nothing tells', () => {
    const { soldOut } = outlook;
    expect(plain(untilWords({ ...soldOut, high80: null }))).toContain('3 May or later');
    expect(plain(untilWords({ ...soldOut, expected: null, high80: null }))).toBe(
      'lasting more than two years, likely 3 May or later',
    );
    expect(untilWords({ low80: null, expected: null, high80: null })).toBe(
      'lasting more than two years',
    );
    expect(untilWords(null)).toContain('not known');
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
    expect(of(0, 0)).toContain('Nothing in stock is similar');
    expect(of()).toContain('Add new products');
  });
});

it('the account names what could not be used', () => {
  const read = { rowsRead: 9, itemCount: 3, soldOutCount: 1, namelessCount: 0, unreadableCount: 5 };
  expect(accountWords(read)).toBe(
    'Read 3 products with stock left. 1 row is sold out. 5 rows have no readable quantity and are excluded.',
  );
});
