import { expect, it } from 'vitest';
import type { StopPoint } from '#core/model/training/stop-point.ts';
import { followStops } from '#workers/model/train/follow-stops.ts';

function following(total: { readonly backtests: number; readonly epochs: number }) {
  const told: (StopPoint | null)[] = [];
  const follow = followStops({ offerStop: (point) => told.push(point) }, total);
  return { follow, last: () => told.at(-1)! };
}

it('offers to stop the backtests until the evaluated fit has an epoch, and then its epochs', () => {
  const { follow, last } = following({ backtests: 2, epochs: 3 });
  expect(last()).toEqual({ part: 'backtests', done: 0, total: 2 });
  follow.backtestOver();
  expect(last()).toEqual({ part: 'backtests', done: 1, total: 2 });
  follow.epochOver(1);
  expect(last()).toEqual({ part: 'epochs', done: 1, total: 3 });
  follow.backtestOver();
  expect(last()).toEqual({ part: 'epochs', done: 1, total: 3 });
  follow.epochOver(3);
  expect(last()).toBeNull();
});

it('offers the backtests again where they go on after the last epoch', () => {
  const { follow, last } = following({ backtests: 2, epochs: 2 });
  follow.epochOver(2);
  expect(last()).toEqual({ part: 'backtests', done: 0, total: 2 });
});

it('offers nothing before the first epoch where there are no backtests', () => {
  const { follow, last } = following({ backtests: 0, epochs: 2 });
  expect(last()).toBeNull();
  follow.epochOver(1);
  expect(last()).toEqual({ part: 'epochs', done: 1, total: 2 });
});
