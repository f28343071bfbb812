import type { CashFlow } from '#core/planning/cash/cash-flow.ts';
import { cashTermsOf, type CashTerms } from '#core/planning/plan/cash-terms.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { countedUnits, tally } from '#components/words/counts.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { sentences } from '#components/words/sentences.ts';

/** A share of cases from which most are meant. */
const HALF = 0.5;

/** Returns, for example, "Expect at most 11,800 tied up, on 2 Mar; back by 14 May". */
export function cashFinding(flow: CashFlow): string {
  return isTiedUp(flow) ? m.cash_finding(lowestWords(flow)) : m.cash_none();
}

/** Returns the ranges of a cash flow, a sentence each; empty where nothing is tied up. */
export function cashRanges(flow: CashFlow): string {
  if (!isTiedUp(flow)) return '';
  const { expected, low80, high80 } = flow.lowest;
  const range = formatRange(-high80, -low80, formatMoney);
  return sentences(
    range === formatMoney(-expected) ? '' : m.cash_fact_range({ range }),
    backWords(flow),
  );
}

export function usualCashWords(usual: CashFlow | null): string {
  return usual && isTiedUp(usual) ? m.cash_fact_usual(lowestWords(usual)) : '';
}

/** The same for a season. */
export function usualSeasonCashWords(usual: CashFlow | null): string {
  return usual && isTiedUp(usual) ? m.cash_season_usual(lowestWords(usual)) : '';
}

/** Stock that is left in the end. */
export interface Leftover {
  /** What the profit takes it to be worth. */
  readonly value: number;
  /** Share of its cost that it loses, 0–1. */
  readonly leftoverLoss: number;
}

/** Says how much money there is in the end, and what stock is left. */
export function cashEndWords(flow: CashFlow, left: Leftover & { readonly units: number }): string {
  return m.cash_fact_end({ ...endWords(flow, left), units: countedUnits(left.units) });
}

/** The same for a season. */
export function seasonCashEndWords(flow: CashFlow, left: Leftover): string {
  return m.cash_season_end(endWords(flow, left));
}

function endWords({ end, days }: CashFlow, { value, leftoverLoss }: Leftover) {
  const { expected, low80, high80 } = end;
  return {
    day: formatShortDay(days.at(-1)),
    amount: formatMoney(expected),
    range: formatRange(low80, high80, formatMoney),
    share: formatPercent(1 - leftoverLoss),
    value: formatMoney(value),
  };
}

/** Says when stock is paid and sales are paid out, and how sales spread over the weeks. */
export function cashBasisWords(
  terms: { readonly cash?: CashTerms },
  { hasDeposit, hasCurve }: { readonly hasDeposit: boolean; readonly hasCurve: boolean },
): string {
  const { depositShare, payoutDays } = cashTermsOf(terms);
  return sentences(
    m.cash_basis_stock({
      deposit: hasDeposit && depositShare > 0 ? 'yes' : 'no',
      share: formatPercent(depositShare),
    }),
    m.cash_basis_payout({ days: m.cash_days(tally(payoutDays)) }),
    hasCurve ? m.cash_basis_curve() : m.cash_basis_even(),
  );
}

function isTiedUp({ lowest }: { readonly lowest: OutcomeRange }): boolean {
  return formatMoney(-lowest.expected) !== formatMoney(0);
}

function lowestWords(flow: CashFlow) {
  const { lowest, lowestDay, backDay, days } = flow;
  return {
    amount: formatMoney(-lowest.expected),
    day: formatShortDay(lowestDay),
    back: backKind(backDay),
    until: formatShortDay(backDay.expected ?? days.at(-1)),
  };
}

/** open: the expected cash is back and most cases are not, or the other way round; the ranges then say how many are. */
function backKind({ expected, never }: CashFlow['backDay']): 'yes' | 'no' | 'open' {
  if (expected === null) return never < HALF ? 'open' : 'no';
  return never <= HALF ? 'yes' : 'open';
}

function backWords({ backDay, days }: CashFlow): string {
  const { early80, late80, never } = backDay;
  const [early, late] = [formatShortDay(early80), formatShortDay(late80)];
  if (late80 !== null)
    return m.cash_fact_back({ back: early80 === late80 ? 'on' : 'yes', early, late });
  return sentences(
    early80 === null ? '' : m.cash_fact_back({ back: 'late', early, late }),
    m.cash_fact_never({ share: formatPercent(never), late: formatShortDay(days.at(-1)) }),
  );
}
