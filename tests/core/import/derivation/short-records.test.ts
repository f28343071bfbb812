import { expect, it } from 'vitest';
import { recordedDays, shortRecords } from '#core/import/derivation/short-records.ts';
import { orderLines } from '../../../support/order-lines.ts';

const SPAN = { burnInDays: 120, horizonDays: 28 };

it('tells of records in which no launch can be seen', () => {
  const told = { kind: 'short-records', beforeDays: 120, afterDays: 28 };
  expect(shortRecords(7, SPAN)).toEqual({ ...told, dayCount: 7 });
  expect(shortRecords(148, SPAN)).toEqual({ ...told, dayCount: 148 });
  expect(shortRecords(149, SPAN)).toBeNull();
});

it('counts the days from the first line to the last, whatever the lines are worth', () => {
  const lines = orderLines([{ orderedAt: 26.9 }, { orderedAt: 0.1 }, { orderedAt: NaN }]);
  expect(recordedDays(lines)).toBe(27);
});

it('says nothing where there are no lines, or none has a date', () => {
  expect(recordedDays(null)).toBe(0);
  expect(recordedDays(orderLines([{ orderedAt: NaN }]))).toBe(0);
  expect(shortRecords(0, SPAN)).toBeNull();
});
