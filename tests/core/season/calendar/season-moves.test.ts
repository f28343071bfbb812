import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeWithout, movesOf } from '#core/season/calendar/season-moves.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { LEFT_OUT, seasonProblem } from '#core/season/problem/season-problem.ts';
import { brokenLimits, seasonMerit, seasonValue } from '#core/season/problem/season-value.ts';
import { randomChoice } from '../../../support/random-choice.ts';
import { FIRST_WEEK, randomOffers } from '../../../support/random-offers.ts';

const limited: SeasonLimits = { ...usualLimits(FIRST_WEEK), mostPerWeek: 1, stockBudget: 2500 };

describe('what another week would cost', () => {
  it('is what the calendar is worth with it, less what it is worth now', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer(), (seed, draw) => {
        const offers = randomOffers({ seed, products: 5, weeks: 5, channels: 2, hasMerits: true });
        const problem = seasonProblem(offers, limited);
        const choice = randomChoice(problem, draw);
        const [before, merit] = [seasonValue(problem, choice), seasonMerit(problem, choice)];
        movesOf(problem, choice, 2).forEach((move, week) => {
          const places = problem.products[2]!.options.flatMap((option, place) =>
            option.week === week ? [place] : [],
          );
          expect(move === null).toBe(places.length === 0);
          if (!move) return;
          const moved = choice.with(2, move.option);
          expect(places).toContain(move.option);
          expect(move.change).toBeCloseTo(seasonValue(problem, moved) - before, 9);
          expect(move.merit).toBeCloseTo(seasonMerit(problem, moved) - merit, 9);
          const fits = places.filter(
            (place) => brokenLimits(problem, choice.with(2, place)).length === 0,
          );
          if (brokenLimits(problem, choice).length > 0) return;
          expect(move.breaks.length === 0).toBe(fits.length > 0);
          for (const place of fits)
            expect(seasonMerit(problem, choice.with(2, place))).toBeLessThanOrEqual(
              seasonMerit(problem, moved) + 1e-9,
            );
        });
      }),
    );
  });

  it('is nothing where it stays', () => {
    const problem = seasonProblem(
      randomOffers({ seed: 1, products: 3, weeks: 5, channels: 1 }),
      usualLimits(FIRST_WEEK),
    );
    const choice = Int32Array.from([0, LEFT_OUT, 0]);
    const { week } = problem.products[0]!.options[0]!;
    expect(movesOf(problem, choice, 0)[week]).toEqual({
      option: 0,
      change: 0,
      merit: 0,
      breaks: [],
    });
    expect(changeWithout(problem, choice, 1)).toBe(0);
    expect(changeWithout(problem, choice, 0)).toBeCloseTo(
      seasonValue(problem, choice.with(0, LEFT_OUT)) - seasonValue(problem, choice),
      9,
    );
  });
});
