/** Money that was worked out, in the digits that money has: a third of 10 is 3.33, and 0.1 + 0.2 is 0.3. NaN stays. */
export function inCents(money: number): number {
  return Math.round(money * 100) / 100;
}
