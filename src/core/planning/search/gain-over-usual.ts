import type { Economy } from '../economics/economics.ts';
import { pairedGain } from '../economics/paired-gain.ts';
import type { GainRange, PlannedLaunch, UsualPractice } from '../plan/launch-plan.ts';
import { measuredRange, measureFor } from '../plan/planned-value.ts';
import { knownMoney, type UnitMoney } from '../plan/unit-money.ts';

interface ForecastLaunch extends Pick<PlannedLaunch, 'outcome' | 'odds'> {
  readonly logUnits: number;
  readonly money: UnitMoney;
  readonly stock: number;
}

/** Returns the gain of a launch over the usual approach, in the objective's measure; null where money is not known. */
export function gainOf(
  { spread, objective }: Pick<Economy, 'spread' | 'objective'>,
  launch: ForecastLaunch,
  usual: UsualPractice,
): GainRange | null {
  if (!usual.money) return null;
  const named = measureFor(objective, launch);
  const measure = launch.outcome[named] && usual.outcome[named] ? named : 'units';
  const expected = measuredRange(launch, measure).expected - measuredRange(usual, measure).expected;
  const own = { ...launch, money: knownMoney(launch.money) };
  const other = {
    logUnits: Math.log1p(usual.outcome.units.expected),
    money: usual.money,
    stock: usual.stockUnits,
  };
  return pairedGain(spread, [own, other], { measure, expected });
}
