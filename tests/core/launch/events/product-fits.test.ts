import { describe, expect, it } from 'vitest';
import { marketEvents } from '#core/launch/events/market-events.ts';
import { isEditedSince } from '#core/launch/events/planned-events.ts';
import { plannedEvents } from '#core/launch/events/product-fits.ts';

const lantern = { id: '1', title: 'Pumpkin lantern' };
const mug = { id: '__proto__', title: 'Mug' };
const planned = plannedEvents([lantern, mug], marketEvents('US'), { Mug: ['easter'] });

describe('fits of planned products', () => {
  it('holds what words say beside what the seller says', () => {
    expect(planned.market).toBe('US');
    expect(Object.entries(planned.fitsById)).toEqual([
      ['1', { found: ['halloween'] }],
      ['__proto__', { found: [], said: ['easter'] }],
    ]);
  });

  it('are out of date when the seller says something else, not when the same in another order', () => {
    expect(isEditedSince(lantern, planned, {})).toBe(false);
    expect(isEditedSince(lantern, planned, { 'Pumpkin lantern': ['halloween'] })).toBe(true);
    expect(isEditedSince(lantern, planned, { 'Pumpkin lantern': [] })).toBe(true);
    expect(isEditedSince(mug, planned, {})).toBe(true);
    expect(isEditedSince(mug, planned, { Mug: ['easter'] })).toBe(false);
    const two = plannedEvents([mug], marketEvents('US'), { Mug: ['easter', 'winter'] });
    expect(isEditedSince(mug, two, { Mug: ['winter', 'easter'] })).toBe(false);
  });

  it('cannot be, where plans were made without events', () => {
    expect(isEditedSince(mug, undefined, { Mug: ['easter'] })).toBe(false);
  });
});
