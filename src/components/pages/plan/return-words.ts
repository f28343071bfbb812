import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { countedUnits } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import { formatPercent, formatPoints } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

/** Says how sure a plan's return rate is, what of the product moves it, and what it does to the plan. */
export function returnNotes({ returns }: Pick<LaunchPlan, 'returns'>): string[] {
  if (returns === undefined) return [m.plan_returns_note()];
  if (returns === null) return [m.plan_returns_refused(), m.plan_returns_note()];
  const { low80, high80, reasons } = returns;
  return [
    m.plan_returns_range({ range: formatRange(low80, high80, formatPercent) }),
    ...reasons.map(({ texts, points, units }) =>
      m.plan_returns_reason({
        texts: listed(texts),
        points: points > 0 ? `+${formatPoints(points)}` : formatPoints(points),
        units: countedUnits(units),
      }),
    ),
    m.plan_returns_note(),
  ];
}
