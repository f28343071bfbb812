/** Rounds a computed amount of money to two decimals: a third of 10 is 3.33, and 0.1 + 0.2 is 0.3. NaN stays NaN. */
export function inCents(money: number): number {
  return Math.round(money * 100) / 100;
}
