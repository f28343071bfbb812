import { m } from '#messages';
import { formatPercent } from './numbers.ts';

/**
 * Says what the profit takes a leftover unit to be worth.
 * @param leftoverLoss share of its cost that it loses, 0–1
 */
export function leftoverWords(leftoverLoss: number): string {
  return leftoverLoss < 1
    ? m.money_leftover_kept({ share: formatPercent(1 - leftoverLoss) })
    : m.money_leftover_lost();
}
