import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TopMatches } from '#core/base/statistics/top-matches.ts';

it('keeps what a stable sort puts first, but for what is not alike at all', () => {
  const tenths = fc.array(fc.nat(10).map((value) => value / 10));
  fc.assert(
    fc.property(tenths, fc.integer({ min: 1, max: 6 }), (similarities, most) => {
      const kept = new TopMatches(most);
      similarities.forEach((similarity, launch) => kept.offer(launch, similarity));
      const sorted = similarities
        .map((similarity, launch) => ({ launch, similarity }))
        .filter(({ similarity }) => similarity > 0)
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, most);
      expect([...kept.launches().launches]).toEqual(sorted.map(({ launch }) => launch));
      expect([...kept.launches().similarity]).toEqual(sorted.map(({ similarity }) => similarity));
    }),
  );
});
