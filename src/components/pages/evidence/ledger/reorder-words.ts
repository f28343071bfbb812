import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { CorrectedMargin } from '#core/ledger/reorder/margin-after-returns.ts';
import type {
  ReorderAdvice,
  ReviewCorrection,
  UnitsToCome,
} from '#core/ledger/reorder/reorder-advice.ts';
import { dayAfterWeeks } from '#core/ledger/reorder/weeks-on-sale.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatPrice } from '#components/words/money.ts';
import { formatCount, formatPercent, formatUnits } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { oddsWords } from '#components/pages/plan/odds-words.ts';

/** Says in a sentence what to do. */
export function adviceFinding({ kind, orderUnits, reorderPoint }: ReorderAdvice): string {
  if (kind === 'order') return m.reorder_order(tally(orderUnits));
  if (kind === 'too-late') return m.reorder_too_late();
  return reorderPoint > 0
    ? m.reorder_enough({ point: formatCount(reorderPoint) })
    : m.reorder_never();
}

/** Gives the reasons: the units still to come, each with its range, and what the forecast rests on. */
export function adviceReasons(advice: ReorderAdvice, entry: AdoptedPlan): readonly string[] {
  const { soon, rest, shortOdds, launchCount } = advice;
  return [
    m.reorder_soon({ ...toCome(soon), day: lastDay(soon, entry), odds: oddsWords(shortOdds) }),
    ...(rest.until > soon.until
      ? [m.reorder_rest({ ...toCome(rest), day: lastDay(rest, entry) })]
      : []),
    launchCount === null ? m.reorder_by_rule() : m.reorder_learnt(tally(launchCount)),
  ];
}

/** Says what the first returns and reviews change of the expected returns. */
export function returnsReason({ rate, expectedRate, margin, by }: CorrectedMargin): string {
  const words = {
    returns: m.reorder_after_returns,
    reviews: m.reorder_after_review_returns,
    both: m.reorder_after_both,
  };
  return words[by]({
    rate: formatPercent(rate),
    expected: formatPercent(expectedRate),
    margin: formatPrice(margin),
  });
}

/** Says what the first reviews change. */
export function reviewsReason({ count, negative, usual, factor }: ReviewCorrection): string {
  const change = formatPercent(Math.abs(factor - 1));
  const said = { count: formatCount(count), negative: formatCount(negative) };
  const told = { ...said, usual: formatPercent(usual) };
  if (change === formatPercent(0)) return m.reorder_after_reviews_same(told);
  return factor < 1
    ? m.reorder_after_reviews_more({ ...told, change })
    : m.reorder_after_reviews_fewer({ ...told, change });
}

function toCome({ expected, low80, high80 }: UnitsToCome) {
  return { expected: formatUnits(expected), range: formatRange(low80, high80, formatUnits) };
}

function lastDay({ until }: UnitsToCome, entry: AdoptedPlan): string {
  return formatShortDay(dayAfterWeeks(entry, until) - 1);
}
