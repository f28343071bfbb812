// What the seller usually does, as a forecast: the mean over what they would choose by habit, at list price; its ranges are as
// wide as a single launch's.

import type { Residuals } from '../evaluation/conformal.ts';
import { periodOf } from '../model/heads.ts';
import { indexOfMax } from '../statistics.ts';
import { cellIndex, type ActionSpace } from './action-space.ts';
import { moneyOf, type Economy } from './economics.ts';
import { forecast } from './forecast.ts';
import type { Habit } from './habit.ts';
import type { UsualPractice } from './launch-plan.ts';

const PRACTICALLY_NOTHING = 1e-6;

interface UsualInput {
  readonly space: ActionSpace;
  readonly habit: Habit;
  readonly economy: Economy;
  /** log1p of expected units per cell. */
  readonly logUnits: ArrayLike<number>;
  readonly residuals: Residuals;
}

export function usualPractice({
  space,
  habit,
  economy,
  logUnits,
  residuals,
}: UsualInput): UsualPractice {
  const mean = { weight: 0, units: 0, revenue: 0, margin: 0, fixedCost: 0 };
  const ofUnits = { revenue: 0, margin: 0 };
  forEachHabit(space, habit, (index, weight) => {
    const money = moneyOf(economy, index);
    const units = weight * Math.expm1(logUnits[index]!);
    mean.weight += weight;
    mean.units += units;
    mean.revenue += weight * money.revenue;
    mean.margin += weight * money.margin;
    mean.fixedCost += weight * money.fixedCost;
    ofUnits.revenue += units * money.revenue;
    ofUnits.margin += units * money.margin;
  });
  const all = mean.weight > 0 ? mean.weight : 1;
  // Money a unit is weighed by the units that each choice would sell, unless practically nothing is sold at all.
  const sells = mean.units / all > PRACTICALLY_NOTHING;
  const money = {
    revenue: sells ? ofUnits.revenue / mean.units : mean.revenue / all,
    margin: sells ? ofUnits.margin / mean.units : mean.margin / all,
    fixedCost: mean.fixedCost / all,
  };
  const channel = indexOfMax(habit.channels);
  const promotion = indexOfMax(habit.promotions);
  return {
    channel: space.channels[channel]?.name ?? null,
    channelShare: space.channels.length > 0 ? habit.channels[channel]! : null,
    promotion: space.promotions[promotion]?.name ?? null,
    promotionShare: space.promotions.length > 0 ? habit.promotions[promotion]! : null,
    period: indexOfMax(habit.periods),
    outcome: forecast(Math.log1p(mean.units / all), money, residuals),
  };
}

/** Every cell at list price that the habit may choose, with its chance. */
function forEachHabit(
  space: ActionSpace,
  { channels, promotions, periods }: Habit,
  visit: (index: number, weight: number) => void,
): void {
  const factorIndex = indexOfMax(space.priceFactors.map((factor) => -Math.abs(factor - 1)));
  const periodOfWeek = space.weeks.map(periodOf);
  const weeksInPeriod = periods.map((_, p) => periodOfWeek.filter((own) => own === p).length);
  periodOfWeek.forEach((period, weekIndex) => {
    const ofWeek = periods[period]! / weeksInPeriod[period]!;
    channels.forEach((ofChannel, channelIndex) => {
      promotions.forEach((ofPromotion, promotionIndex) => {
        const weight = ofChannel * ofPromotion * ofWeek;
        if (weight === 0) return;
        visit(cellIndex(space, { weekIndex, channelIndex, promotionIndex, factorIndex }), weight);
      });
    });
  });
}
