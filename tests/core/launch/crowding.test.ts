import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CROWDING_DAYS, crowdingOf } from '#core/launch/crowding.ts';

const launches = (...entries: [category: string, day: number][]) => ({
  category: entries.map(([category]) => category),
  launchDay: entries.map(([, day]) => day),
});

it('counts the launches of the category in the days before, whatever their order in the file', () => {
  const table = launches(['mug', 128], ['mug', 100], ['bag', 110], ['mug', 129], ['mug', 128]);
  expect([...crowdingOf(table)]).toEqual([1, 0, 0, 2, 1]);
});

it('counts launches of an earlier table too', () => {
  const before = launches(['mug', 99], ['mug', 71], ['bag', 99]);
  expect([...crowdingOf(launches(['mug', 100], ['mug', 101]), before)]).toEqual([1, 2]);
});

it('knows of no crowding where a launch has no category', () => {
  expect([...crowdingOf(launches(['', 100], ['', 101]))]).toEqual([0, 0]);
});

it('agrees with counting one by one', () => {
  const entry = fc.tuple(fc.constantFrom('a', 'b', ''), fc.integer({ min: 0, max: 90 }));
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const counted = entries.map(
        ([category, day]) =>
          entries.filter(
            ([other, otherDay]) =>
              category !== '' &&
              other === category &&
              otherDay >= day - CROWDING_DAYS &&
              otherDay < day,
          ).length,
      );
      expect([...crowdingOf(launches(...entries))]).toEqual(counted);
    }),
  );
});
