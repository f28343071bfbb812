import { describe, expect, it } from 'vitest';
import { alikeOutcomes } from '#core/model/training/alike-outcomes.ts';

const times = (count: number, units: number): number[] =>
  Array.from({ length: count }, () => units);

describe('launches that sold the same', () => {
  it('are told with their number where hardly any differs', () => {
    expect(alikeOutcomes([...times(245, 1), 2, 2, 3, 4, 7])).toEqual({
      ...{ launchCount: 250, alikeCount: 245, units: 1 },
    });
    expect(alikeOutcomes(times(8, 0))).toEqual({ launchCount: 8, alikeCount: 8, units: 0 });
  });

  it('are none where a tenth differs, or thirty', () => {
    expect(alikeOutcomes([...times(90, 1), ...times(10, 2)])).not.toBeNull();
    expect(alikeOutcomes([...times(89, 1), ...times(11, 2)])).toBeNull();
    expect(alikeOutcomes([...times(1000, 0), ...times(29, 2)])).not.toBeNull();
    expect(alikeOutcomes([...times(1000, 0), ...times(30, 2)])).toBeNull();
    expect(alikeOutcomes([])).toBeNull();
  });
});
