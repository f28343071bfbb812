import { expect, it, describe } from 'vitest';
import type { DerivationAccount } from '#core/import/derivation/derivation-settings.ts';
import {
  lineParts,
  productParts,
  lackFindings,
  pendingFindings,
} from '#components/pages/data/platform-files/derivation-words.ts';
import { countedLaunches, tally } from '#components/words/counts.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { m } from '#messages';

const account: DerivationAccount = {
  ...{ linesRead: 100, linesCounted: 80, productCount: 60, launchCount: 20 },
  linesSetAside: {
    ...{ cancelled: 5, 'no-date': 0, 'no-quantity': 0, 'no-product': 0, 'not-a-product': 12 },
    ...{ 'no-title': 0, 'no-price': 2, bulk: 1, pending: 0 },
  },
  productsSetAside: { 'seen-before': 10, 'too-recent': 30, 'beside-gap': 0, 'unlike-title': 0 },
  ...{ bulkLines: 1, pendingLines: 0, soldOutCount: 0, relistings: 0 },
  ...{ firstRead: 0, lastRead: 500, firstDay: 0, lastDay: 500 },
};
const counts = (parts: ReturnType<typeof lineParts>) => parts.map(({ rowCount }) => rowCount);

it('gives what is counted first, then the rest by number, and all of it', () => {
  expect(counts(lineParts(account)).slice(0, 5)).toEqual([80, 12, 5, 2, 1]);
  expect(counts(productParts(account, 28))).toEqual([20, 30, 10, 0, 0]);
  const young = { label: m.exports_product_too_recent({ days: '28' }), rowCount: 30 };
  expect(productParts(account, 28)[1]).toEqual(young);
  const sum = (all: number[]) => all.reduce((total, count) => total + count, 0);
  expect(sum(counts(lineParts(account)))).toBe(account.linesRead);
  expect(sum(counts(productParts(account, 28)))).toBe(account.productCount);
});

function orders(formatId: string, platform: string): FileFacts[] {
  const found = { formatId, platform, kind: 'order-lines' } as const;
  return [{ name: 'o.csv', sizeBytes: 1, rowCount: 1, account: null, found, tableKind: null }];
}

describe('lackFindings', () => {
  const short = { kind: 'short-records', dayCount: 33, beforeDays: 120, afterDays: 28 } as const;

  it('says how long records have to be, and where the platform exports them', () => {
    const advice = (how: string) =>
      m.exports_lack_short_records_advice({ before: '120', after: '28', how });
    expect(lackFindings(short, orders('shopify-orders', 'Shopify'))).toEqual([
      {
        ...{ icon: 'wrong', title: '33 days of orders are too few to find launches' },
        advice: advice(m.exports_how_shopify_orders()),
      },
    ]);
    const title = m.exports_lack_short_records(tally(1));
    const day = lackFindings({ ...short, dayCount: 1 }, orders('plain-sales', ''));
    expect(day).toEqual([{ icon: 'wrong', title, advice: advice('') }]);
  });

  it('says where the products are that are no launches', () => {
    const few = { kind: 'few-launches', launchCount: 1, leastLaunches: 8 } as const;
    expect(lackFindings({ ...few, seenBefore: 40, tooRecent: 3 }, [])[0]).toMatchObject({
      title: m.exports_lack_few_launches({ launches: countedLaunches(1), least: '8' }),
      advice: m.exports_lack_few_launches_advice({ before: '40', recent: '3', how: '' }),
    });
  });

  it('warns of single pieces, and says nothing where nothing is lacking', () => {
    const [single] = lackFindings({ kind: 'single-pieces' }, []);
    expect(single).toMatchObject({ icon: 'warn', title: m.exports_lack_single_pieces() });
    const [none] = lackFindings({ kind: 'nothing-counted' }, []);
    expect(none).toMatchObject({ icon: 'wrong', title: m.exports_lack_nothing_counted() });
    expect(lackFindings(null, [])).toEqual([]);
  });
});

it('says how many lines wait for their payment, while they are left out', () => {
  const linesSetAside = { ...account.linesSetAside, pending: 513 };
  expect(pendingFindings({ ...account, linesSetAside, pendingLines: 513 })).toEqual([
    {
      icon: 'warn',
      title: '513 lines are of orders that are not paid yet',
      advice: m.exports_pending_advice(),
    },
  ]);
  expect(pendingFindings({ ...account, pendingLines: 513 })).toEqual([]);
  expect(pendingFindings(null)).toEqual([]);
});
