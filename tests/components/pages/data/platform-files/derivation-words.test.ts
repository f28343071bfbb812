import { expect, it, describe } from 'vitest';
import type { DerivationAccount } from '#core/import/derivation/derivation-settings.ts';
import {
  lineParts,
  productParts,
  lackFindings,
} from '#components/pages/data/platform-files/derivation-words.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';

const account: DerivationAccount = {
  ...{ linesRead: 100, linesCounted: 80, productCount: 60, launchCount: 20 },
  linesSetAside: {
    ...{ cancelled: 5, 'no-date': 0, 'no-quantity': 0, 'no-product': 0, 'not-a-product': 12 },
    ...{ 'no-title': 0, 'no-price': 2, bulk: 1 },
  },
  productsSetAside: { 'seen-before': 10, 'too-recent': 30, 'beside-gap': 0, 'unlike-title': 0 },
  ...{ bulkLines: 1, soldOutCount: 0, relistings: 0, firstDay: 0, lastDay: 500 },
};
const counts = (parts: ReturnType<typeof lineParts>) => parts.map(({ rowCount }) => rowCount);

it('gives what is counted first, then the rest by number, and all of it', () => {
  expect(counts(lineParts(account)).slice(0, 5)).toEqual([80, 12, 5, 2, 1]);
  expect(counts(productParts(account, 28))).toEqual([20, 30, 10, 0, 0]);
  const sum = (all: number[]) => all.reduce((total, count) => total + count, 0);
  expect(sum(counts(lineParts(account)))).toBe(account.linesRead);
  expect(sum(counts(productParts(account, 28)))).toBe(account.productCount);
});

function orders(formatId: string, platform: string): FileFacts[] {
  const found = { formatId, platform, kind: 'order-lines' } as const;
  return [{ name: 'o.csv', sizeBytes: 1, rowCount: 1, account: null, found }];
}

describe('lackFindings', () => {
  const short = { kind: 'short-records', dayCount: 33, beforeDays: 120, afterDays: 28 } as const;

  it('says how long records have to be, and where the platform exports them', () => {
    const [finding] = lackFindings(short, orders('shopify-orders', 'Shopify'));
    expect(finding).toMatchObject({
      icon: 'wrong',
      title: '33 days of orders are too few to find launches',
    });
    expect(finding!.advice).toMatch(/at least 120 days before .* 28 days after/);
    expect(finding!.advice).toMatch(/In Shopify: Orders › Export/);
    const [day] = lackFindings({ ...short, dayCount: 1 }, orders('plain-sales', ''));
    expect(day!.title).toMatch(/^1 day of orders is/);
    expect(day!.advice).not.toContain('all its columns');
  });

  it('says where the products are that are no launches', () => {
    const few = { kind: 'few-launches', launchCount: 1, leastLaunches: 8 } as const;
    const [finding] = lackFindings({ ...few, seenBefore: 40, tooRecent: 3 }, []);
    expect(finding!.title).toBe('1 launch found: Debut needs at least 8');
    expect(finding!.advice).toMatch(/^40 products were already on sale .* 3 are too recent/);
  });

  it('warns of single pieces, and says nothing where nothing is lacking', () => {
    expect(lackFindings({ kind: 'single-pieces' }, [])[0]!.icon).toBe('warn');
    expect(lackFindings({ kind: 'nothing-counted' }, [])[0]!.icon).toBe('wrong');
    expect(lackFindings(null, [])).toEqual([]);
  });
});
