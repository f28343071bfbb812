import { expect, it } from 'vitest';
import { headCurves } from '#components/pages/model/live/head-words.ts';
import type { HeadLoss } from '#core/model/training/training-report.ts';
import { m } from '#messages';

const epoch = (n: number, byHead: readonly HeadLoss[] | null) => ({
  ...{ epoch: n, training: 1, validation: byHead && 1, byHead },
});
const losses = (clickRate: number, channel: number): HeadLoss[] => [
  { name: 'clickRate', loss: clickRate },
  { name: 'channel', loss: channel },
];

it('compares each head with knowing nothing, also past passes that nothing checks', () => {
  const curve = [epoch(1, losses(2, 0.5)), epoch(2, losses(1, 0.4)), epoch(3, null)];
  expect(headCurves(curve, losses(4, 0.5))).toEqual([
    { name: 'clickRate', label: m.model_head_click_rate(), shares: [0.5, 0.25] },
    { name: 'channel', label: m.model_head_channel(), shares: [1, 0.8] },
  ]);
});

it('leaves out a head that nothing can miss, and says nothing before there is a comparison', () => {
  expect(headCurves([epoch(1, losses(0, 0))], losses(0, 0))).toEqual([]);
  expect(headCurves([epoch(1, losses(1, 1))], null)).toEqual([]);
});
