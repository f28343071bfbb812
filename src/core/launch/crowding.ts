import type { Day } from '../dates.ts';
import { countTexts } from '../statistics.ts';

/** A launch competes with the shop's own launches of so many days before it. */
export const CROWDING_DAYS = 28;

interface Launches {
  readonly category: readonly string[];
  readonly launchDay: ArrayLike<Day>;
}

/**
 * Per launch, how many others of its category the shop launched in the days before it.
 * @param before launches of another table that count too
 */
export function crowdingOf(launches: Launches, before?: Launches): Float64Array {
  const crowding = new Float64Array(launches.category.length);
  const all = [...entriesOf(before, false), ...entriesOf(launches, true)];
  for (const [category] of countTexts(launches.category)) {
    const own = all.filter((entry) => entry.category === category).sort((a, b) => a.day - b.day);
    let first = 0;
    let ofDay = 0;
    own.forEach(({ day, place }, i) => {
      while (own[first]!.day < day - CROWDING_DAYS) first++;
      if (own[ofDay]!.day < day) ofDay = i;
      if (place !== null) crowding[place] = ofDay - first;
    });
  }
  return crowding;
}

function entriesOf(launches: Launches | undefined, counted: boolean) {
  return (launches?.category ?? []).map((category, i) => ({
    category,
    day: launches!.launchDay[i]!,
    place: counted ? i : null,
  }));
}
