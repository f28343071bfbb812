import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTITUDES, GIVEN_UP, type Attitude } from '#core/planning/plan/aim.ts';
import { demandAt, demandSpread } from '#core/planning/economics/demand.ts';
import { stockOf, type Economy } from '#core/planning/economics/economics.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import { orderableAbove } from '#core/planning/economics/first-stock.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import {
  badCase,
  chooseOffer,
  type OfferCandidate,
  type OfferChoice,
} from '#core/planning/search/offer-choice.ts';
import { anySpread } from '../../../support/demand.ts';

const anyCandidate: fc.Arbitrary<OfferCandidate> = fc.record({
  index: fc.constant(0),
  priceFactor: fc.constantFrom(0.9, 1, 1.1),
  adSpend: fc.constantFrom(0, 20, 80),
  logUnits: fc.double({ min: 0, max: 4.5, noNaN: true }),
  money: fc.record({
    revenue: fc.constant(20),
    margin: fc.double({ min: -3, max: 20, noNaN: true }),
    leftover: fc.double({ min: 0, max: 6, noNaN: true }),
    fixedCost: fc.double({ min: 0, max: 100, noNaN: true }),
  }),
});
const anyCandidates = fc.array(anyCandidate, { minLength: 1, maxLength: 8 });
const anyTerms = fc.record({
  leftoverLoss: fc.constant(0.3),
  minimumOrder: fc.integer({ min: 0, max: 30 }),
  packSize: fc.integer({ min: 1, max: 8 }),
  leadTimeDays: fc.constant(0),
});
const anyEconomy: fc.Arbitrary<Economy> = fc.tuple(anySpread, anyTerms).map(([spread, terms]) => ({
  ...{ objective: 'profit', economics: { listPrice: 20, unitCost: 5 }, offers: [] },
  ...{ returnRates: null, spread, terms, fixedStock: null },
}));
const careful = fc.constantFrom<Attitude>('balanced', 'cautious');

const profitOfChoice = (economy: Economy, { offer, stock }: OfferChoice) =>
  profitOf(economy, offer.logUnits, { money: offer.money, stock });

const withBestStock = (economy: Economy, offer: OfferCandidate) =>
  profitOfChoice(economy, { offer, stock: stockOf(economy, offer.logUnits, offer.money) });

/** Every stock that can be ordered, from what is sold in a bad case up to the best, of an offer. */
function stocksOf(economy: Economy, { logUnits, money }: OfferCandidate): number[] {
  const { spread, terms } = economy;
  const best = stockOf(economy, logUnits, money);
  const least = Math.min(best, orderableAbove(demandAt(spread, logUnits, 0.25), terms));
  const count = 1 + (best - least) / terms.packSize;
  return Array.from({ length: count }, (_, i) => least + i * terms.packSize);
}

describe('the choice of an offer', () => {
  it('is tied with the best, and of those tied the nearest to list price, then the one with the fewest ads', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidates, (economy, candidates) => {
        const { offer } = chooseOffer(economy, candidates, 'expected');
        const value = (offer: OfferCandidate) => withBestStock(economy, offer);
        const best = Math.max(...candidates.map(value));
        const least = best > 0 ? 0.99 * best : best;
        expect(value(offer)).toBeGreaterThanOrEqual(least);
        const apart = Math.abs(offer.priceFactor - 1);
        for (const other of candidates.filter((each) => value(each) >= least)) {
          const otherApart = Math.abs(other.priceFactor - 1);
          expect(otherApart).toBeGreaterThanOrEqual(apart);
          if (otherApart === apart) expect(other.adSpend).toBeGreaterThanOrEqual(offer.adSpend);
        }
      }),
    );
  });

  it('has the smallest stock that keeps all but half a percent of the profit', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidate, (economy, offer) => {
        const { stock } = chooseOffer(economy, [offer], 'expected');
        const best = stockOf(economy, offer.logUnits, offer.money);
        const profits = stocksOf(economy, offer).map((each) => ({
          stock: each,
          profit: profitOfChoice(economy, { offer, stock: each }),
        }));
        const most = profitOfChoice(economy, { offer, stock: best });
        const keeps = profits.filter(({ profit }) => profit >= 0.995 * most);
        expect(stock).toBe(most > 0 ? keeps[0]!.stock : best);
      }),
    );
  });

  it('keeps what is best where it is clearly so', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidates, (economy, candidates) => {
        const values = candidates.map((offer) => withBestStock(economy, offer));
        const [best, second] = values.toSorted((a, b) => b - a);
        fc.pre(second === undefined || best! <= 0 || second < 0.98 * best!);
        const { offer } = chooseOffer(economy, candidates, 'expected');
        expect(offer).toBe(candidates[values.indexOf(best!)]);
      }),
    );
  });

  it('gives up no more than the attitude says, for a bad case that is no worse', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidates, careful, (economy, candidates, attitude) => {
        const best = chooseOffer(economy, candidates, 'expected');
        const careful = chooseOffer(economy, candidates, attitude);
        const expected = profitOfChoice(economy, best);
        const kept = expected > 0 ? (1 - GIVEN_UP[attitude]) * expected : expected;
        expect(profitOfChoice(economy, careful)).toBeGreaterThanOrEqual(kept - 1e-9);
        expect(badCase(economy, careful)).toBeGreaterThanOrEqual(badCase(economy, best));
      }),
    );
  });

  it('has the best bad case of all offers and stocks that keep the rest', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidates, careful, (economy, candidates, attitude) => {
        const best = chooseOffer(economy, candidates, 'expected');
        const expected = profitOfChoice(economy, best);
        fc.pre(expected > 0);
        const choices = candidates
          .flatMap((offer) => stocksOf(economy, offer).map((stock) => ({ offer, stock })))
          .filter(
            (choice) => profitOfChoice(economy, choice) >= (1 - GIVEN_UP[attitude]) * expected,
          );
        const cases = [best, ...choices].map((choice) => badCase(economy, choice));
        const careful = chooseOffer(economy, candidates, attitude);
        const highest = Math.max(...cases);
        expect(badCase(economy, careful)).toBeGreaterThanOrEqual(highest - 1e-9);
      }),
    );
  });

  it('is more careful the more may be given up', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidates, (economy, candidates) => {
        const cases = ATTITUDES.map((attitude) =>
          badCase(economy, chooseOffer(economy, candidates, attitude)),
        );
        expect(cases).toEqual(cases.toSorted((a, b) => a - b));
      }),
    );
  });

  it('keeps what is on hand', () => {
    fc.assert(
      fc.property(
        anyEconomy,
        anyCandidates,
        fc.constantFrom(...ATTITUDES),
        (economy, candidates, attitude) => {
          const onHand = { ...economy, fixedStock: 13 };
          expect(chooseOffer(onHand, candidates, attitude).stock).toBe(13);
        },
      ),
    );
  });

  it('is the same for every attitude where something else than profit is aimed at', () => {
    fc.assert(
      fc.property(anyEconomy, anyCandidates, careful, (economy, candidates, attitude) => {
        for (const objective of ['revenue', 'units', 'sell-through'] as const) {
          const own = { ...economy, objective };
          const chosen = chooseOffer(own, candidates, attitude);
          expect(chosen).toEqual(chooseOffer(own, candidates, 'expected'));
        }
      }),
    );
  });
});

it('takes fewer pieces where a seller is cautious', () => {
  const economy: Economy = {
    ...{ objective: 'profit', economics: { listPrice: 20, unitCost: 5 }, offers: [] },
    spread: demandSpread(Float64Array.from({ length: 199 }, (_, i) => (i - 99) / 100)),
    ...{ returnRates: null, terms: USUAL_STOCK_TERMS, fixedStock: null },
  };
  const offer = {
    ...{ index: 0, priceFactor: 1, adSpend: 0, logUnits: 5 },
    money: { revenue: 20, margin: 10, leftover: 4, fixedCost: 0 },
  };
  const stocks = ATTITUDES.map((attitude) => chooseOffer(economy, [offer], attitude).stock);
  expect(stocks).toEqual(stocks.toSorted((a, b) => b - a));
  expect(new Set(stocks).size).toBe(3);
});

it('tells the bad case as what three launches in four outdo', () => {
  const spread = demandSpread(Float64Array.from({ length: 199 }, (_, i) => (i - 99) / 100));
  const money = { revenue: 20, margin: 10, leftover: 4, fixedCost: 30 };
  const offer = { index: 0, priceFactor: 1, adSpend: 30, logUnits: 5, money };
  const units = demandAt(spread, 5, 0.25);
  expect(badCase({ spread }, { offer, stock: 500 })).toBeCloseTo(
    10 * units - 4 * (500 - units) - 30,
    9,
  );
  expect(badCase({ spread }, { offer, stock: 20 })).toBeCloseTo(10 * 20 - 30, 9);
});
