// How much cash launches tie up together, by their expected payments. What similar launches take from each other is not
// counted, because the program is linear in the launches.

import type { Day } from '#core/base/dates.ts';

/** Expected cumulative cash; money out is negative. */
export interface CashBalance {
  /** Days with a payment, ascending. */
  readonly days: readonly Day[];
  /** At the end of each of the days. */
  readonly balances: Float64Array;
}

/** An option, or a launch; without a balance, it ties up nothing. */
interface WithCash {
  readonly cash?: CashBalance;
}

/** Returns the balance of an option at the end of a day. */
export function cashOn({ cash }: WithCash, day: Day): number {
  if (!cash) return 0;
  const { days, balances } = cash;
  let place = days.length - 1;
  while (place >= 0 && days[place]! > day) place--;
  return place < 0 ? 0 : balances[place]!;
}

/** Returns the days on which the balance of some option falls, ascending: that of all is lowest on one of them. */
export function fallingDays(options: Iterable<WithCash>): Day[] {
  const days = new Set<Day>();
  for (const { cash } of options) {
    let before = 0;
    cash?.balances.forEach((balance, i) => {
      if (balance < before) days.add(cash.days[i]!);
      before = balance;
    });
  }
  return [...days].sort((a, b) => a - b);
}

/** Returns the most that launches tie up on any day; 0 where their balance never falls below zero. */
export function cashTiedUp(launches: readonly WithCash[]): number {
  const least = fallingDays(launches).reduce((low, day) => {
    const balance = launches.reduce((all, launch) => all + cashOn(launch, day), 0);
    return Math.min(low, balance);
  }, 0);
  return 0 - least; // never −0
}

/** Returns whether an option has at least as much cash as another on every day. */
export function hasAsMuchCash(one: WithCash, other: WithCash): boolean {
  const [own, others] = [one.cash, other.cash];
  if (own && others && haveSameDays(own, others))
    return own.balances.every((balance, i) => balance >= others.balances[i]!);
  const days = [...(own?.days ?? []), ...(others?.days ?? [])];
  return days.every((day) => cashOn(one, day) >= cashOn(other, day));
}

/** Options of one product in one week are paid on the same days. */
function haveSameDays({ days }: CashBalance, { days: others }: CashBalance): boolean {
  return days.length === others.length && days.every((day, i) => day === others[i]);
}
