import { expect, it } from 'vitest';
import { shortRecords } from '#core/exports/short-records.ts';
import { orderLines } from '../../support/order-lines.ts';

it('tells of records that end before any launch can have an outcome', () => {
  const lines = orderLines([{ orderedAt: 26.9 }, { orderedAt: 0.1 }, { orderedAt: NaN }]);
  expect(shortRecords(lines, 28)).toEqual([
    { kind: 'short-records', dayCount: 27, horizonDays: 28 },
  ]);
  expect(shortRecords(lines, 27)).toEqual([]);
});

it('says nothing where there are no lines, or none has a date', () => {
  expect(shortRecords(null, 28)).toEqual([]);
  expect(shortRecords(orderLines([{ orderedAt: NaN }]), 28)).toEqual([]);
});
