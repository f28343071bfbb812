import { describe, expect, it } from 'vitest';
import type { DerivedLaunch } from '#core/import/derivation/derivation-settings.ts';
import { GAPS, dataGaps } from '#core/import/derivation/data-gaps.ts';
import { derivedLaunch } from '../../../support/derived-launch.ts';

/** A hundred launches, of which so many tell something. */
function launches(count: number, facts: Partial<DerivedLaunch>): DerivedLaunch[] {
  return Array.from({ length: 100 }, (_, i) => derivedLaunch(i < count ? facts : {}));
}

describe('dataGaps', () => {
  it('lack everything where orders tell no more than what was sold', () => {
    expect(dataGaps(launches(0, {}))).toEqual(GAPS.filter((gap) => gap !== 'one-channel'));
    expect(dataGaps([])).toEqual([]);
  });

  it.each([
    ['no-promotion', { promotion: 'Coupon' }],
    ['no-unit-cost', { unitCost: 2 }],
    ['no-category', { category: 'Cups' }],
    ['no-channel', { channel: 'web' }],
  ] as const)('are filled by one launch in twenty: %s', (gap, facts) => {
    expect(dataGaps(launches(4, facts))).toContain(gap);
    expect(dataGaps(launches(5, facts))).not.toContain(gap);
  });

  it('are there where all launches had one channel, also if some do not say which', () => {
    const [all, half] = [100, 50].map((count) => dataGaps(launches(count, { channel: 'web' })));
    expect([all, half].map((gaps) => gaps!.includes('one-channel'))).toEqual([true, true]);
    const two = [...launches(100, { channel: 'web' }), derivedLaunch({ channel: 'shop' })];
    expect(dataGaps(two)).not.toContain('one-channel');
  });

  it('always are there for ad spend, which no order tells', () => {
    const known = { channel: 'web', promotion: 'Coupon', unitCost: 2, category: 'Cups' };
    const both = [...launches(100, known), ...launches(100, { ...known, channel: 'shop' })];
    expect(dataGaps(both)).toEqual(['no-ad-spend']);
  });
});
