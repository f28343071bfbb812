import { expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { predictByOneMember } from '#workers/model/explain/model-view.ts';

it('views a launch by the network or ridge, never by a network without a weight', () => {
  const none = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
  const viewed = (blend: object, net: object | null = {}) =>
    predictByOneMember({ net, blend: { ...none, ...blend } } as unknown as TrainedModel);
  expect(viewed({ net: 0.5, ridge: 0.5 })).toBe('net');
  expect(viewed({ net: 0.25, ridge: 0.5, trees: 0.25 })).toBe('ridge');
  expect(viewed({ trees: 1 })).toBe('ridge');
  expect(viewed({ ridge: 1 }, null)).toBe('ridge');
});
