import { expect, it } from 'vitest';
import { reachableCells } from '#workers/model/plan/reachable-cells.ts';
import { smallSpace } from '../../../support/action-space.ts';

const space = smallSpace({ weeks: [0, 7, 14], channels: [], promotions: [], priceFactors: [1, 2] });
const tried = {
  refused: Uint8Array.from([0, 0, 0, 1, 0, 0]),
  allowed: Uint8Array.from([1, 1, 1, 0, 1, 0]),
  hasUnlawful: true,
};

it('leaves out the weeks before a product can be there', () => {
  const { refused, allowed } = reachableCells(space, tried, 7);
  expect([...allowed]).toEqual([0, 0, 1, 0, 1, 0]);
  expect([...refused]).toEqual([1, 1, 0, 1, 0, 0]);
});

it('leaves all where it is there in time, or could be launched in none', () => {
  expect(reachableCells(space, tried, 0)).toBe(tried);
  expect(reachableCells(space, tried, -3)).toBe(tried);
  expect(reachableCells(space, tried, 400)).toBe(tried);
});
