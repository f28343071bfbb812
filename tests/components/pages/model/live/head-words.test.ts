import { expect, it } from 'vitest';
import { headCurves } from '#components/pages/model/live/head-words.ts';

const epoch = (n: number, losses: readonly [string, number][] | null) => ({
  epoch: n,
  training: 1,
  validation: losses && 1,
  byHead: losses?.map(([name, loss]) => ({ name, loss })),
});

const nothing = (losses: readonly [string, number][]) =>
  losses.map(([name, loss]) => ({ name, loss }));

it('compares each head with knowing nothing, also past passes that nothing checks', () => {
  const curve = [
    epoch(1, [
      ['clickRate', 2],
      ['channel', 0.5],
    ]),
    epoch(2, [
      ['clickRate', 1],
      ['channel', 0.4],
    ]),
    epoch(3, null),
  ];
  const known = nothing([
    ['clickRate', 4],
    ['channel', 0.5],
  ]);
  expect(headCurves(curve, known)).toEqual([
    { name: 'clickRate', label: 'Click rate', shares: [0.5, 0.25] },
    { name: 'channel', label: 'Your usual channel', shares: [1, 0.8] },
  ]);
});

it('leaves out a head that nothing can miss, and says nothing before there is a comparison', () => {
  expect(headCurves([epoch(1, [['units', 0]])], nothing([['units', 0]]))).toEqual([]);
  expect(headCurves([epoch(1, [['units', 1]])], null)).toEqual([]);
});
