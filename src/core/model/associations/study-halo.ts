// What launches bring to other products of the shop, group by group.

import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import type { HaloEffect, HaloStudy } from './associations.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { ProductGroups } from './groups.ts';
import {
  haloEstimates,
  launchingGroups,
  supposed,
  type HaloEstimate,
  type LaunchingGroup,
} from './halo-estimates.ts';
import { haloPanel, type HaloPanel } from './halo-panel.ts';
import { launchedGroups } from './launched-groups.ts';
import { placeboErrors } from './placebo-errors.ts';
import { effectBelief, fitEffectPrior, type Estimates } from './shrink-effects.ts';
import { beyondShare, wideningOf, type Student } from './student-errors.ts';

/** Weeks of a launch's window; the shorter one serves shops that launch so often that few weeks are free of launches. */
const WINDOWS = [8, 4] as const;
/** Rounds in which effects on the same group are told apart. */
const ROUNDS = 3;
/**
 * What standard errors lack because launches differ in what they bring and overlap with others: chosen on worlds with
 * planted effects (seeds below 1000) so that 90% intervals hold; reported on others by bench:associations.
 */
const WIDENING = 1.35;
const FALSE_SHARE = 0.05;
/** Effects of less than half a unit a launch are nothing to act on. */
const LEAST_UNITS = 0.5;
/** Spread of effects of single launches on ratios, before any were estimated; and the least one. */
const FIRST_SPREAD = 0.05;
const LEAST_SPREAD = 0.04;
/** Shorter logs tell no season from an effect. */
const LEAST_WEEKS = 40;

/** Studies what launches bring. Yields now and then. */
export function* studyHalo(log: SalesLog, groups: ProductGroups): Generator<void, HaloStudy> {
  const { panel, launching } = comparable(log, groups);
  const none = { launchCount: 0, weeks: panel.windowWeeks, effects: [], testedPairs: 0 };
  if (launching.length === 0 || panel.weekCount < LEAST_WEEKS) return none;
  let spreads: readonly Float64Array[] = panel.groups.map(() =>
    new Float64Array(launching.length).fill(FIRST_SPREAD),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const terms = yield* supposed(panel, launching, spreads);
    spreads = spreadsAfter(panel, yield* haloEstimates(panel, launching, terms), launching.length);
  }
  const terms = yield* supposed(panel, launching, spreads);
  const placebo = yield* placeboErrors(panel, terms);
  const errors = { ...placebo, scale: placebo.scale * WIDENING };
  const estimates = yield* haloEstimates(panel, launching, terms);
  return {
    launchCount: launching.reduce((total, { weeks }) => total + weeks.launchCount, 0),
    weeks: panel.windowWeeks,
    effects: standing(panel, { estimates, launching, errors }),
    testedPairs: estimates.length,
    launchedGroups: launchedGroups(
      log.products,
      groups,
      launching.map(({ group }) => panel.groups[group]!.name),
    ),
  };
}

interface Comparable {
  readonly panel: HaloPanel;
  readonly launching: readonly LaunchingGroup[];
}

/** Returns the long window, unless the short one lets more than twice as many groups be compared. */
function comparable(log: SalesLog, groups: ProductGroups): Comparable {
  const [long, short] = WINDOWS.map((weeks): Comparable => {
    const panel = haloPanel(log, groups, weeks);
    return { panel, launching: launchingGroups(panel) };
  });
  return short!.launching.length > 2 * long!.launching.length ? short! : long!;
}

/**
 * Returns how far each effect may be from 0, after estimates: the root of its mean square in the belief, so that clear
 * effects are left as they are where others are estimated, and the rest hardly counts (automatic relevance
 * determination, MacKay 1994). [groups][launching]
 */
function spreadsAfter(
  panel: HaloPanel,
  estimates: readonly HaloEstimate[],
  launching: number,
): Float64Array[] {
  const { effects, errors } = inShares(panel, estimates);
  const prior = fitEffectPrior({ effects, errors });
  return panel.groups.map((_, group) =>
    Float64Array.from({ length: launching }, (_each, k) => {
      const at = group * launching + k;
      return Math.max(
        LEAST_SPREAD,
        Math.sqrt(effectBelief(prior, effects[at]!, errors[at]!).meanSquare),
      );
    }),
  );
}

function inShares(panel: HaloPanel, estimates: readonly HaloEstimate[]): Estimates {
  const levels = estimates.map(({ other }) => usualUnits(panel, other));
  return {
    effects: Float64Array.from(estimates, ({ units }, k) => units / levels[k]!),
    errors: Float64Array.from(estimates, ({ error }, k) => error / levels[k]!),
  };
}

interface Found {
  readonly estimates: readonly HaloEstimate[];
  readonly launching: readonly LaunchingGroup[];
  /** How estimates over their standard errors are distributed without effects. */
  readonly errors: Student;
}

/** Returns the effects that false discoveries leave standing, shrunk, largest first. */
function standing(panel: HaloPanel, { estimates, launching, errors }: Found): HaloEffect[] {
  const widening = wideningOf(errors);
  const widened = estimates.map((each) => ({ ...each, error: widening * each.error }));
  const shares = inShares(panel, widened);
  const prior = fitEffectPrior(shares);
  const chances = estimates.map(({ units, error }) => beyondShare(errors, units / error));
  return benjaminiHochberg(chances)
    .flatMap((chance, k): HaloEffect[] => {
      const { launched, other } = estimates[k]!;
      const { mean, low90, high90 } = effectBelief(prior, shares.effects[k]!, shares.errors[k]!);
      if (chance > FALSE_SHARE || low90 * high90 <= 0) return [];
      const [level, from] = [
        usualUnits(panel, other),
        launching.find(({ group }) => group === launched)!,
      ];
      if (Math.abs(mean * level) < LEAST_UNITS) return [];
      return [
        {
          ...{ launched: panel.groups[launched]!.name, other: panel.groups[other]!.name },
          ...{ units: mean * level, low90: low90 * level, high90: high90 * level },
          launchCount: from.weeks.launchCount,
          otherPrice: panel.groups[other]!.price,
        },
      ];
    })
    .sort((a, b) => Math.abs(b.units) - Math.abs(a.units));
}

/** Returns what a group usually sells in the weeks of a window. */
function usualUnits({ groups, weekCount, windowWeeks }: HaloPanel, group: number): number {
  return (groups[group]!.level.reduce((total, each) => total + each, 0) / weekCount) * windowWeeks;
}
