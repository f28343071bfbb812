import type { ForecastOutcome, OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { formatMoney } from '#components/words/money.ts';
import { formatUnits } from '#components/words/numbers.ts';

interface OutcomeLine {
  readonly name: 'units' | 'revenue' | 'profit';
  readonly label: string;
  readonly range: OutcomeRange;
  readonly format: (value: number | null | undefined) => string;
}

/** Returns the known parts of an outcome: units always, money where prices and costs are known. */
export function outcomeLines({ units, revenue, profit }: ForecastOutcome): OutcomeLine[] {
  const lines: OutcomeLine[] = [
    { name: 'units', label: m.plan_demand(), range: units, format: formatUnits },
  ];
  if (revenue)
    lines.push({ name: 'revenue', label: m.plan_revenue(), range: revenue, format: formatMoney });
  if (profit)
    lines.push({ name: 'profit', label: m.plan_profit(), range: profit, format: formatMoney });
  return lines;
}
