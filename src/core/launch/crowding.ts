import type { Day } from '../base/dates.ts';

/** Days before a launch in which the shop's own launches of the category count as crowding. */
export const CROWDING_DAYS = 28;

interface Launches {
  readonly category: readonly string[];
  readonly launchDay: ArrayLike<Day>;
}

/**
 * Returns, for each launch, how many others of its category the shop launched in the CROWDING_DAYS before it. Launches
 * of the same day do not count; launches without a category have 0.
 * @param before launches of another table that count too
 */
export function crowdingOf(launches: Launches, before?: Launches): Float64Array {
  const crowding = new Float64Array(launches.category.length);
  for (const own of byCategory([...entriesOf(before, false), ...entriesOf(launches, true)])) {
    own.sort((a, b) => a.day - b.day);
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

interface Entry {
  readonly category: string;
  readonly day: Day;
  /** Index of its count; null where the launch only counts for others. */
  readonly place: number | null;
}

function entriesOf(launches: Launches | undefined, counted: boolean): Entry[] {
  return (launches?.category ?? []).map((category, i) => ({
    category,
    day: launches!.launchDay[i]!,
    place: counted ? i : null,
  }));
}

/** Groups by category, without launches that have none. */
function byCategory(entries: readonly Entry[]): Iterable<Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.category === '') continue;
    const group = groups.get(entry.category);
    if (group) group.push(entry);
    else groups.set(entry.category, [entry]);
  }
  return groups.values();
}
