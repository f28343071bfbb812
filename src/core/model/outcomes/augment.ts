// Data augmentation for short histories: each launch once more, some days earlier or later, and without some words of
// its title. So the network does not take the day or a word of a single launch for a rule.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Random } from '#core/base/random.ts';
import type { TrainingRows } from '../net/net.ts';

const MOST_DAYS = 7;
const DROPPED_WORDS = 0.2;

/** Returns the launches, each moved by up to a week and with about a fifth of its title's words left out. */
export function jittered(table: LaunchTable, random: Random): LaunchTable {
  const keeps = (): boolean => random() >= DROPPED_WORDS;
  return {
    ...table,
    launchDay: table.launchDay.map(
      (day) => day + Math.floor((2 * MOST_DAYS + 1) * random()) - MOST_DAYS,
    ),
    title: table.title.map((title) => title.split(/\s+/).filter(keeps).join(' ')),
  };
}

/** Returns the rows of `one` followed by those of `other`. */
export function joinRows(one: TrainingRows, other: TrainingRows): TrainingRows {
  const joined = (name: Exclude<keyof TrainingRows, 'rowCount'>): Float32Array => {
    const both = new Float32Array(one[name].length + other[name].length);
    both.set(one[name]);
    both.set(other[name], one[name].length);
    return both;
  };
  return {
    rowCount: one.rowCount + other.rowCount,
    x: joined('x'),
    phi: joined('phi'),
    soft: joined('soft'),
    square: joined('square'),
    target: joined('target'),
    constant: joined('constant'),
  };
}
