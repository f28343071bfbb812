// What the weeks so far say of a launch: the forecast before, the corrected one, how much of the difference is believed, and
// whether a lower price could pay.

import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { CorrectedForecast, UnitsRange } from '#core/ledger/correction/corrected-forecast.ts';
import { dayAfterWeeks } from '#core/ledger/reorder/weeks-on-sale.ts';
import type { BreakEven } from '#core/planning/price-path/break-even-cut.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { m } from '#messages';
import { formatPercent, formatUnits, MISSING } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { formatShortDay } from '#components/words/dates.ts';

/** Smaller differences from the forecast are not worth a sentence. */
const LEAST_CHANGE = 0.05;

/** One coming week as a table shows it. */
export interface CorrectedRow {
  readonly week: string;
  readonly before: string;
  readonly expected: string;
  readonly range: string;
}

/** Says what the weeks so far change of the forecast; nothing where past launches are too few. */
export function correctionReasons(corrected: CorrectedForecast | null): readonly string[] {
  if (!corrected) return [];
  const reasons = [correctionReason, believedReason, forecastBefore].map((of) => of(corrected));
  return reasons.filter((reason) => reason !== null);
}

/** Says how sales so far compare with the forecast, and what of that is believed to last; null without a forecast. */
export function correctionReason({
  soldFactor,
  correctedFactor,
}: CorrectedForecast): string | null {
  if (!Number.isFinite(soldFactor) || !Number.isFinite(correctedFactor)) return null;
  const [sold, coming] = [soldFactor - 1, correctedFactor - 1];
  if (Math.abs(sold) < LEAST_CHANGE) return m.reorder_as_forecast({ coming: changeWords(coming) });
  const words = { sold: formatPercent(Math.abs(sold)), coming: changeWords(coming) };
  return sold > 0 ? m.reorder_above_forecast(words) : m.reorder_below_forecast(words);
}

/** Says how much of the difference is believed; null where the correction points the other way, or is as large. */
export function believedReason({ soldFactor, correctedFactor }: CorrectedForecast): string | null {
  if (!(soldFactor > 0) || !(correctedFactor > 0)) return null;
  if (Math.abs(soldFactor - 1) < LEAST_CHANGE) return null;
  const share = Math.log(correctedFactor) / Math.log(soldFactor);
  return share > 0 && share < 1 ? m.reorder_believed({ share: formatPercent(share) }) : null;
}

/** Returns the coming weeks, each with its forecast before and its corrected one. */
export function correctedRows(
  { weeks, before }: CorrectedForecast,
  { entry, after }: { readonly entry: AdoptedPlan; readonly after: number },
): readonly CorrectedRow[] {
  return weeks.map((week, i) => ({
    week: formatShortDay(dayAfterWeeks(entry, after + i)),
    before: Number.isFinite(before[i]) ? formatUnits(before[i]) : MISSING,
    ...wordsOf(week),
  }));
}

/** Returns the forecast of all coming weeks before the launch; null where there is none. */
export function forecastBefore({ before }: CorrectedForecast): string | null {
  const units = sum(before);
  return Number.isFinite(units) ? m.reorder_before({ units: formatUnits(units) }) : null;
}

/** Says whether a price cut could pay. */
export function cutReason(
  { leftoverUnits, demandFactor }: BreakEven,
  { depth, day }: { readonly depth: number; readonly day: string },
): string {
  const left = m.reorder_leftover({ units: formatUnits(leftoverUnits), day });
  const cut = { depth: formatPercent(depth) };
  const pays =
    demandFactor === null
      ? m.reorder_cut_never(cut)
      : m.reorder_cut_from({ ...cut, rise: formatPercent(demandFactor - 1) });
  return `${left} ${pays}`;
}

function changeWords(change: number): string {
  const size = formatPercent(Math.abs(change));
  if (size === formatPercent(0)) return m.reorder_unchanged();
  return change > 0 ? m.reorder_higher({ size }) : m.reorder_lower({ size });
}

function wordsOf({ expected, low80, high80 }: UnitsRange) {
  return {
    expected: formatUnits(expected),
    range: formatRange(low80, high80, formatUnits),
  };
}
