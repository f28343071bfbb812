import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '#core/ledger/wilson-interval.ts';
import reference from '../../support/references/drift.json' with { type: 'json' };

describe('wilsonInterval', () => {
  it('is SciPy’s', () => {
    for (const { seen, count, low, high } of reference.wilson) {
      const interval = wilsonInterval(seen, count);
      expect(interval.low).toBeCloseTo(low, 9);
      expect(interval.high).toBeCloseTo(high, 9);
    }
  });

  it('knows nothing of nothing', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: NaN, high: NaN });
  });
});
