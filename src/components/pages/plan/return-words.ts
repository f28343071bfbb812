import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { countedUnits } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import { formatPercent, formatPoints } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

type Returned = Pick<LaunchPlan, 'returns' | 'returnRate'> & {
  readonly outcome: { readonly units: { readonly expected: number } };
};

/** Says how sure a plan's return rate is, what of the product moves it, and what it leaves of the units. */
export function returnNotes({ returns, returnRate = 0, outcome }: Returned): string[] {
  const kept = outcome.units.expected * (1 - returnRate);
  const note = m.plan_returns_kept({ units: countedUnits(kept) });
  if (returns === undefined) return [note];
  if (returns === null) return [m.plan_returns_refused(), note];
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
    note,
  ];
}
