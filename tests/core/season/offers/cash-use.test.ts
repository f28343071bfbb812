import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashOn, cashTiedUp, fallingDays, hasAsMuchCash } from '#core/season/offers/cash-use.ts';

const optionOf = (days: number[], ...amounts: number[]) => {
  let sum = 0;
  return {
    amounts,
    cash: { days, balances: Float64Array.from(amounts, (amount) => (sum += amount)) },
  };
};

const anyOption = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -90, max: 90 })), {
    maxLength: 6,
  })
  .map((payments) => {
    const byDay = [...new Map(payments)].sort(([a], [b]) => a - b);
    const days = byDay.map(([day]) => day);
    return optionOf(days, ...byDay.map(([, amount]) => amount));
  });

describe('the cash that launches tie up', () => {
  it('is the lowest of their sums, day by day, and is reached on a day on which money goes out', () => {
    fc.assert(
      fc.property(fc.array(anyOption, { maxLength: 5 }), (options) => {
        const days = Array.from({ length: 31 }, (_, day) => day);
        const cash = days.map((day) =>
          options.reduce(
            (all, { amounts, cash: { days: own } }) =>
              own.reduce((sum, each, i) => (each <= day ? sum + amounts[i]! : sum), all),
            0,
          ),
        );
        expect(cashTiedUp(options)).toBe(0 - Math.min(0, ...cash));
        const falling = fallingDays(options).map((day) =>
          options.reduce((all, option) => all + cashOn(option, day), 0),
        );
        expect(0 - Math.min(0, ...falling)).toBe(cashTiedUp(options));
      }),
    );
  });

  it('is nothing where payments are not known', () => {
    expect(cashTiedUp([{}, {}])).toBe(0);
    expect(cashOn({}, 5)).toBe(0);
  });
});

describe('one option', () => {
  it('has as much cash as another only if it has on every day', () => {
    const slow = optionOf([0, 20], -50, 90);
    const fast = optionOf([0, 10], -50, 90);
    expect(hasAsMuchCash(fast, slow)).toBe(true);
    expect(hasAsMuchCash(slow, fast)).toBe(false);
    expect(hasAsMuchCash(fast, optionOf([0, 10], -40, 20))).toBe(false);
    expect(hasAsMuchCash(slow, slow)).toBe(true);
  });
});
