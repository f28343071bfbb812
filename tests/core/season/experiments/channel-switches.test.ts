import { describe, expect, it } from 'vitest';
import { cheapestSwitch, mayMove } from '#core/season/experiments/channel-switches.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { LEFT_OUT, seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, chosen, seasonMerit } from '#core/season/problem/season-value.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const offers = randomOffers({ seed: 9, products: 8, weeks: 6, channels: 3, hasMerits: true });
// With a budget by channel, options of all channels are kept.
const limits = {
  ...usualLimits(FIRST_WEEK),
  mostPerWeek: 2,
  adBudget: 250,
  channelBudgets: { 'channel 0': 120, 'channel 1': 120, 'channel 2': 120 },
};
const problem = seasonProblem(offers, limits);
const choice = greedySeason(problem)!;

describe('cheapestSwitch', () => {
  it('is the cheapest of all options on the channel that break nothing', () => {
    let found = 0;
    for (const product of problem.products.keys())
      for (let channel = 0; channel < 3; channel++) {
        const costs = problem.products[product]!.options.flatMap((option, place) => {
          const moved = choice.with(product, place);
          const isAllowed = option.channel === channel && brokenLimits(problem, moved).length === 0;
          return isAllowed ? [seasonMerit(problem, choice) - seasonMerit(problem, moved)] : [];
        });
        if (choice[product] === LEFT_OUT) continue;
        const own = cheapestSwitch(problem, choice, { product, channel, mostCost: Infinity });
        expect(own?.cost ?? Infinity).toBeCloseTo(Math.min(...costs), 9);
        if (own) found++;
        const most = Math.min(...costs);
        expect(cheapestSwitch(problem, choice, { product, channel, mostCost: most })).toBeNull();
      }
    expect(found).toBeGreaterThan(8);
  });

  it('is none for a product that is left out', () => {
    const without = choice.with(0, LEFT_OUT);
    const asked = { product: 0, channel: 1, mostCost: Infinity };
    expect(cheapestSwitch(problem, without, asked)).toBeNull();
  });
});

describe('mayMove', () => {
  it('is true of what is launched and not locked', () => {
    const launched = problem.products.findIndex((_, i) => choice[i] !== LEFT_OUT);
    const { week, channel } = chosen(problem, choice, launched)!;
    const locked = { week: offers.weeks[week]!, channel: offers.channels[channel]!.name };
    const withLock = seasonProblem(offers, {
      ...limits,
      wishes: { [`p${launched}`]: { locked } },
    });
    expect(mayMove(problem, choice, launched)).toBe(true);
    expect(mayMove(withLock, choice, launched)).toBe(false);
    expect(mayMove(problem, choice.with(launched, LEFT_OUT), launched)).toBe(false);
  });
});
