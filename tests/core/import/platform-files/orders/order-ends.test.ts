import { expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { orderEnds } from '#core/import/platform-files/orders/order-ends.ts';

const isClosed = Uint8Array.of(0, 1, 0, 1, 0, 1);
const isPaidBack = Uint8Array.of(0, 0, 1, 1, 1, 0);

it('cancels what ended before it left, and takes the rest for returned', () => {
  const days = ['2024-03-01', '2024-03-01', 'No:7312', '-', '', ''];
  const ends = orderEnds({ isClosed, isPaidBack, dispatched: codedColumn(days) });
  expect([...ends.isCancelled]).toEqual([0, 0, 0, 1, 1, 1]);
  expect([...ends.isReturned]).toEqual([0, 1, 1, 0, 0, 0]);
  expect([...ends.hasLeft]).toEqual([1, 1, 1, 0, 0, 0]);
});

it('believes the states of a file that does not say what left', () => {
  const ends = orderEnds({ isClosed, isPaidBack, dispatched: null });
  expect([...ends.isCancelled]).toEqual([...isClosed]);
  expect([...ends.isReturned]).toEqual([...isPaidBack]);
  expect([...ends.hasLeft]).toEqual([0, 0, 0, 0, 0, 0]);
});
