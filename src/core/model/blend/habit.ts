// The habit: the seller's usual approach to such a product. It is the baseline policy that every plan is compared with.

import { PERIODS_PER_YEAR, periodOf, type Heads } from '../outcomes/heads.ts';
import { sigmoid, sum } from '#core/base/statistics/statistics.ts';
import type { ActionSpace } from '../features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

export interface Habit {
  /** Chances in the order of the action space; [1] where there is nothing to choose. */
  readonly channels: readonly number[];
  readonly promotions: readonly number[];
  /** Chances of the 13 four-week periods of a year. */
  readonly periods: readonly number[];
}

/**
 * Returns the habit from the network's habit heads. Each choice is learnt as a separate yes or no, so the chances are
 * normalised to sum to 1.
 * @param z logits of one product, [members × heads], offsets included
 */
export function habitFromHeads(z: Float32Array, heads: Heads, space: ActionSpace): Habit {
  const headCount = heads.outcomes.length + heads.habits.length;
  const members = z.length / headCount;
  const chanceOf = (kind: string, value: string | number): number => {
    const index = heads.habits.findIndex((head) => head.kind === kind && head.value === value);
    if (index < 0) return 0;
    const at = heads.outcomes.length + index;
    return (
      sum(Array.from({ length: members }, (_, k) => sigmoid(z[k * headCount + at]!))) / members
    );
  };
  return {
    channels: shares(space.channels.map(({ name }) => chanceOf('channel', name))),
    promotions: shares(space.promotions.map(({ name }) => chanceOf('promotion', name))),
    periods: shares(Array.from({ length: PERIODS_PER_YEAR }, (_, p) => chanceOf('period', p))),
  };
}

/** Launches of all categories that count as much as one launch of the category itself. */
const PRIOR_LAUNCHES = 5;

/** Returns the habit from counts: the category's shares, shrunk towards those of all launches. */
export function habitFromShares(table: LaunchTable, category: string, space: ActionSpace): Habit {
  const drawn = (matches: (row: number) => boolean): number => {
    const rows = Array.from(table.launchDay.keys());
    const overall = rows.filter(matches).length / rows.length;
    const own = rows.filter((row) => table.category[row] === category);
    return (own.filter(matches).length + PRIOR_LAUNCHES * overall) / (own.length + PRIOR_LAUNCHES);
  };
  return {
    channels: shares(space.channels.map(({ name }) => drawn((row) => table.channel[row] === name))),
    promotions: shares(
      space.promotions.map(({ name }) => drawn((row) => table.promotion[row] === name)),
    ),
    periods: shares(
      Array.from({ length: PERIODS_PER_YEAR }, (_, period) =>
        drawn((row) => periodOf(table.launchDay[row]!) === period),
      ),
    ),
  };
}

function shares(chances: readonly number[]): number[] {
  if (chances.length === 0) return [1];
  const all = sum(chances);
  return chances.map((chance) => (all > 0 ? chance / all : 1 / chances.length));
}
