import type { BuyersPast } from '#core/model/segments/buyers-past.ts';

/**
 * Returns each past buyer's recency, frequency and money quintile (1–5, 5 the most recent, frequent, high), summed: 3–15;
 * 0 without a past. Frequency counts days with an order, money is all that was paid. Buyers tied across a quintile's bound
 * are split by their number.
 */
export function rfmScores(past: BuyersPast): Float64Array {
  const scores = new Float64Array(past.orderDays.length);
  const buyers = Array.from(scores.keys()).filter((buyer) => past.orderDays[buyer]! > 0);
  for (const measure of [past.lastDay, past.orderDays, past.money]) {
    const order = [...buyers].sort((a, b) => measure[a]! - measure[b]!);
    order.forEach((buyer, rank) => {
      scores[buyer]! += Math.floor((5 * rank) / order.length) + 1;
    });
  }
  return scores;
}
