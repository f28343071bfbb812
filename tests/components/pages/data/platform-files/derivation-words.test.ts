import { expect, it } from 'vitest';
import type { DerivationAccount } from '#core/import/derivation/derivation-settings.ts';
import { lineParts, productParts } from '#components/pages/data/platform-files/derivation-words.ts';

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
