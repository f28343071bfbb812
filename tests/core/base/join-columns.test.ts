import { expect, it } from 'vitest';
import { joinColumns } from '#core/base/join-columns.ts';

const [x, more] = [Float32Array.of(1, 2, 3, 4), Float32Array.of(8, 9)];

it('puts columns after columns', () => {
  const joined = joinColumns(x, more, 2);
  expect([...joined]).toEqual([1, 2, 8, 3, 4, 9]);
});

it('leaves out the first columns of the second matrix', () => {
  expect([...joinColumns(more, x, 2, 1)]).toEqual([8, 2, 9, 4]);
});

it('joins nothing to nothing', () => {
  expect(joinColumns(new Float32Array(), new Float32Array(), 0)).toHaveLength(0);
});
