import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TopMatches } from '#core/base/statistics/top-matches.ts';

it('keeps what a stable sort puts first, but for what is not alike at all', () => {
  const tenths = fc.array(fc.nat(10).map((value) => value / 10));
  fc.assert(
    fc.property(tenths, fc.integer({ min: 1, max: 6 }), (likenesses, most) => {
      const kept = new TopMatches(most);
      likenesses.forEach((likeness, launch) => kept.offer(launch, likeness));
      const sorted = likenesses
        .map((likeness, launch) => ({ launch, likeness }))
        .filter(({ likeness }) => likeness > 0)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, most);
      expect([...kept.launches().launches]).toEqual(sorted.map(({ launch }) => launch));
      expect([...kept.launches().likeness]).toEqual(sorted.map(({ likeness }) => likeness));
    }),
  );
});
