import { expect, it } from 'vitest';
import { encodeActions, fitActionBasis } from '#core/model/features/action-basis.ts';
import { publishedBeyond, publishedLogs } from '#core/model/blend/published-response.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable(
  [10, 40, 90].map((adSpend) => ({ adSpend, listPrice: 20, salePrice: 18, channel: 'shop' })),
);
const basis = fitActionBasis(table, Uint32Array.of(0, 1, 2));
const action = { weekOfYear: 3, channel: 'shop', promotion: '', priceRatio: 0.9, adSpend: 40 };

it('halves what sells four times as much at half the price, and asks ten times the spend for a quarter more', () => {
  const beyond = publishedBeyond(basis, [action]);
  expect(beyond(action)).toBe(0);
  expect(Math.exp(beyond({ ...action, priceRatio: 0.45 }))).toBeCloseTo(4, 12);
  expect(Math.exp(beyond({ ...action, adSpend: 41 * 10 - 1 }))).toBeCloseTo(10 ** 0.1, 12);
});

it('is read off encoded actions as it is of plain ones, whatever is not known', () => {
  const actions = [
    { ...action, day: 19_000, crowding: NaN },
    { ...action, day: 19_000, crowding: NaN, priceRatio: 0.7, adSpend: 0 },
    { ...action, day: 19_000, crowding: NaN, priceRatio: NaN, adSpend: NaN },
  ];
  const phi = encodeActions(basis, actions.length, (i) => actions[i]!);
  const logs = publishedLogs(basis, phi, actions.length);
  const beyond = publishedBeyond(basis, [action]);
  actions.forEach((each, i) => expect(logs[i]! - logs[0]!).toBeCloseTo(beyond(each), 5));
});
