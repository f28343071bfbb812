import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from '#core/planning/economics/forecast.ts';
import {
  figuresAt,
  logUnitsAt,
  returnRateAt,
  unitMoneyAt,
} from '#core/planning/what-if/what-if.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';

const study = planStudy();
const { weeks, priceFactors, adSpends } = study;

const place = fc.record({
  week: fc.nat(weeks.length - 1),
  price: fc.nat(priceFactors.length - 1),
  spend: fc.nat(adSpends.length - 1),
});
const indexOf = ({ week, price, spend }: { week: number; price: number; spend: number }) =>
  (week * priceFactors.length + price) * adSpends.length + spend;

describe('figures of a choice', () => {
  it('are, where the model was asked, the forecast of what it said', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 400 }), (at, stockUnits) => {
        const choice = {
          weekIndex: at.week,
          priceFactor: priceFactors[at.price]!,
          adSpend: adSpends[at.spend]!,
          stockUnits,
        };
        const logUnits = study.logUnits[indexOf(at)]!;
        expect(logUnitsAt(study, choice)).toBe(logUnits);
        expect(returnRateAt(study, choice)).toBe(study.returnRates![indexOf(at)]);
        const money = unitMoneyAt(study, choice);
        expect(figuresAt(study, choice)).toEqual(
          forecast(study.spread, { logUnits, money, stock: stockUnits }),
        );
      }),
    );
  });

  it('follow the log of price and of spend between two places, and stay at the ends beyond them', () => {
    const between = { ...someChoice, priceFactor: Math.sqrt(0.9), adSpend: 120 };
    const [low, high] = [0.9, 1].map((priceFactor) =>
      logUnitsAt(study, { ...between, priceFactor }),
    );
    expect(logUnitsAt(study, between)).toBeCloseTo((low! + high!) / 2, 12);
    const [less, more] = [50, 120].map((adSpend) => logUnitsAt(study, { ...between, adSpend }));
    const adSpend = Math.sqrt(51 * 121) - 1;
    expect(logUnitsAt(study, { ...between, adSpend })).toBeCloseTo((less! + more!) / 2, 12);
    expect(logUnitsAt(study, { ...someChoice, priceFactor: 0.1 })).toBe(
      logUnitsAt(study, { ...someChoice, priceFactor: 0.72 }),
    );
    expect(logUnitsAt(study, { ...someChoice, adSpend: 1e6, weekIndex: 99 })).toBe(
      study.logUnits[indexOf({ week: 5, price: 3, spend: 3 })],
    );
  });

  it('never leave what the model said of the places around', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.72, max: 1.32, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (priceFactor, adSpend) => {
          const logUnits = logUnitsAt(study, { weekIndex: 2, priceFactor, adSpend });
          const dearest = study.logUnits[indexOf({ week: 2, price: 6, spend: 0 })]!;
          const cheapest = study.logUnits[indexOf({ week: 2, price: 0, spend: 3 })]!;
          expect(logUnits).toBeGreaterThanOrEqual(dearest);
          expect(logUnits).toBeLessThanOrEqual(cheapest);
        },
      ),
    );
  });

  it('keep fee, promotion, returns, cost and ads apart', () => {
    const plain = planStudy({ returnRates: null });
    expect(unitMoneyAt(plain, someChoice)).toEqual({
      revenue: 38,
      margin: 38 * 0.9 - 14,
      leftover: 0.3 * 14,
      fixedCost: 120,
    });
    const returned = planStudy({ returnRates: study.logUnits.map(() => 0.25) });
    expect(unitMoneyAt(returned, someChoice)).toMatchObject({
      revenue: 38 * 0.75,
      margin: (38 * 0.9 - 14) * 0.75 - 0.25 * 0.3 * 14,
    });
  });

  it('say nothing of money that is not known', () => {
    const { economics } = study;
    const noCost = planStudy({ economics: { ...economics, unitCost: NaN } });
    expect(figuresAt(noCost, someChoice).outcome.profit).toBeNull();
    expect(figuresAt(noCost, someChoice).outcome.revenue).not.toBeNull();
    const noPrice = planStudy({ economics: { ...economics, listPrice: NaN } });
    expect(figuresAt(noPrice, someChoice).outcome.revenue).toBeNull();
    expect(figuresAt(noPrice, someChoice).odds.loss).toBeNull();
  });

  it('have one place for all spends where there are none', () => {
    const bare = planStudy({
      adSpends: new Float64Array(),
      logUnits: study.logUnits.filter((_, i) => i % adSpends.length === 0),
      returnRates: null,
    });
    const choice = { ...someChoice, priceFactor: 1.1, adSpend: NaN };
    expect(logUnitsAt(bare, choice)).toBe(study.logUnits[indexOf({ week: 2, price: 4, spend: 0 })]);
    expect(unitMoneyAt(bare, choice).fixedCost).toBe(0);
  });
});
