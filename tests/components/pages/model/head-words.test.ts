import { expect, it } from 'vitest';
import { headCurves } from '#components/pages/model/head-words.ts';

const epoch = (n: number, losses: readonly [string, number][] | null) => ({
  epoch: n,
  training: 1,
  validation: losses && 1,
  byHead: losses?.map(([name, loss]) => ({ name, loss })),
});

it('follows each head from its first pass, also past passes that nothing checks', () => {
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
  expect(headCurves(curve)).toEqual([
    { name: 'clickRate', label: 'Click rate', shares: [1, 0.5] },
    { name: 'channel', label: 'Your usual channel', shares: [1, 0.8] },
  ]);
});

it('leaves out a head that had nothing to miss, and says nothing before the first pass', () => {
  expect(headCurves([epoch(1, [['units', 0]])])).toEqual([]);
  expect(headCurves([])).toEqual([]);
});
