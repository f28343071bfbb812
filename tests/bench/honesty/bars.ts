// Targets that promises must meet, on average over a cell's shops.

import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { ShopFigures } from './figures.ts';
import type { WorldOptions } from './misleading-world.ts';

export interface Cell extends Omit<WorldOptions, 'seed'> {
  readonly launches: number;
  readonly shops: readonly ShopFigures[];
}

const KEPT = { least: 0.85, most: 1.15 };
/** Largest loss compared with the baseline policy (habit), as a share of its profit. */
const MOST_LOST = 0.02;
const INSIDE_80 = { least: 0.75, most: 0.86, leastConfounded: 0.7 };
const ODDS_WITHIN = 0.06;
const MOST_IDLE_SPEND = 1.3;
const MOST_IDLE_GAIN = 1.5;

/** Returns the targets that a cell misses, in words. */
export function verdictsOn({ kind, strength, launches, shops }: Cell): string[] {
  const total = (name: keyof ShopFigures) => sum(shops.map((shop) => shop[name]));
  const average = (name: keyof ShopFigures) => mean(shops.map((shop) => shop[name]));
  const failures: string[] = [];
  const check = (what: string, holds: boolean) => {
    if (!holds) failures.push(`${kind}, ${strength}, ${launches} launches: ${what}`);
  };
  const kept = total('earned') / total('promised');
  if (kind === 'readable')
    check(`keeps ${kept.toFixed(2)} of the profit`, kept >= KEPT.least && kept <= KEPT.most);
  const beside = total('gainTrue') / Math.abs(total('habit'));
  check(`earns ${(100 * beside).toFixed(1)} % beside habit`, beside >= -MOST_LOST);
  const isConfounded = kind.startsWith('hidden') && strength === 'full';
  const least = isConfounded ? INSIDE_80.leastConfounded : INSIDE_80.least;
  const inside = average('in80');
  check(`${(100 * inside).toFixed(0)} % in 80`, inside >= least && inside <= INSIDE_80.most);
  const [told, came] = [average('lossTold'), average('lossTrue')];
  check(
    `a loss told as ${told.toFixed(2)}, true ${came.toFixed(2)}`,
    Math.abs(told - came) <= ODDS_WITHIN,
  );
  if (kind === 'hidden-spend') {
    const times = average('spendTimes');
    check(`ads that do nothing: spend × ${times.toFixed(2)}`, times <= MOST_IDLE_SPEND);
    const [promised, gained] = [total('gainPromised'), total('gainTrue')];
    check(
      `ads that do nothing: gain ${promised.toFixed(0)} promised, ${gained.toFixed(0)} true`,
      promised <= MOST_IDLE_GAIN * Math.max(0, gained),
    );
  }
  const unseen = total('outOfSeason');
  if (kind === 'promotion-season' && strength === 'full')
    check(`${unseen} plans with a promotion never tried in that season`, unseen === 0);
  return failures;
}
