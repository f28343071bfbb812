import { describe, expect, it } from 'vitest';
import { partialOut } from '#core/season/similarity/partial-out.ts';
import references from '../../../support/references/season.json' with { type: 'json' };

function whole<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

describe('partialling out', () => {
  const { x, y, left } = references.partialled;
  const explaining = { columns: Float32Array.from(x.flat()), rowCount: x.length };

  it('leaves what ridge regressions of scikit-learn leave, fold by fold', () => {
    const [own] = whole(partialOut(explaining, [Float64Array.from(y)]));
    own!.forEach((value, i) => expect(value).toBeCloseTo(left[i]!, 3));
  });

  it('treats every target alone', () => {
    const targets = [Float64Array.from(y), Float64Array.from(y, (value) => -2 * value)];
    const [one, other] = whole(partialOut(explaining, targets));
    one!.forEach((value, i) => expect(other![i]).toBeCloseTo(-2 * value, 4));
  });
});
