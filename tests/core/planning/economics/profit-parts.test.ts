import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from '#core/planning/economics/forecast.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { profitParts } from '#core/planning/economics/profit-parts.ts';
import { unitTerms } from '#core/planning/economics/unit-terms.ts';
import { PROFIT_PART_NAMES, unitWaterfall } from '#core/planning/plan/profit-parts.ts';
import { anySpread } from '../../../support/demand.ts';
import { anySelling } from '../../../support/unit-money.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyLaunch = fc.record({
  logUnits: between(0, 7),
  stock: fc.integer({ min: 1, max: 2000 }),
  returnRate: between(0, 0.6),
  economics: fc.record({ listPrice: between(2, 100), unitCost: between(0.5, 60) }),
  offer: fc.record({
    price: between(1, 100),
    fee: between(0, 0.4),
    adSpend: fc.oneof(fc.constant(NaN), between(0, 500)),
    leftoverLoss: between(0, 1),
    unitTerms: fc.option(
      anySelling.map((selling) =>
        unitTerms(selling, { horizonDays: 28, leadTimeDays: 21, unitsPerOrder: 1.3 }),
      ),
      { nil: undefined },
    ),
  }),
});

describe('the parts of a profit', () => {
  it('sum to the expected profit of the plan, per unit and for the launch', () => {
    fc.assert(
      fc.property(anySpread, anyLaunch, (spread, launch) => {
        const { economics, offer, returnRate, logUnits, stock } = launch;
        const money = keptMoney(offerMoney(economics, offer), returnRate);
        const { outcome, odds } = forecast(spread, { logUnits, money, stock });
        const parts = profitParts(spread, launch)!;
        fc.pre(parts.unitsSold > 0.01);
        const waterfall = unitWaterfall(parts)!;
        const size = Math.abs(parts.paid) + Math.abs(parts.leftovers) + 600;
        const wanted = outcome.profit!.expected;
        expect(Math.abs(waterfall.profit.ofLaunch - wanted)).toBeLessThan(1e-9 * size);
        const perUnit = waterfall.steps.reduce((all, step) => all + step.perUnit, 0);
        // Revenue is what buyers pay, without VAT and refunds: the same units, later ones included.
        const revenue = (parts.paid + parts.vat) * (1 - returnRate);
        expect(Math.abs(revenue - outcome.revenue!.expected)).toBeLessThan(1e-9 * size);
        const unitsSold = stock - odds.leftoverUnits;
        expect(Math.abs(perUnit - wanted / unitsSold)).toBeLessThan((1e-9 * size) / unitsSold);
        expect(waterfall.profit.perUnit * parts.unitsSold).toBeCloseTo(
          waterfall.profit.ofLaunch,
          6,
        );
      }),
    );
  });

  it('are the same with VAT in the price and on top of it, at one price without it', () => {
    fc.assert(
      fc.property(anySpread, anyLaunch, anySelling, (spread, launch, selling) => {
        const partsWith = (pricesIncludeVat: boolean) => {
          const span = { horizonDays: 28, leadTimeDays: 21, unitsPerOrder: 1.3 };
          const price = launch.offer.price * (pricesIncludeVat ? 1 + selling.vatRate : 1);
          const terms = unitTerms({ ...selling, pricesIncludeVat }, span);
          return profitParts(spread, {
            ...launch,
            offer: { ...launch.offer, price, unitTerms: terms },
          })!;
        };
        const [within, onTop] = [partsWith(true), partsWith(false)];
        for (const name of ['unitsSold', ...PROFIT_PART_NAMES] as const) {
          const [value, other] = [within[name], onTop[name]];
          expect(Math.abs(value - other)).toBeLessThan(1e-9 * (1 + within.paid + Math.abs(value)));
        }
      }),
    );
  });

  it('are what each costs, in the order of a receipt', () => {
    const flat = { factors: new Float64Array(100).fill(1), sums: new Float64Array(101) };
    flat.factors.forEach((factor, i) => (flat.sums[i + 1] = flat.sums[i]! + factor));
    const parts = profitParts(flat, {
      ...{ logUnits: Math.log1p(50), stock: 60, returnRate: 0.1 },
      economics: { listPrice: 12, unitCost: 4 },
      offer: {
        ...{ price: 12, fee: 0.1, adSpend: 30, leftoverLoss: 0.25 },
        unitTerms: unitTerms(
          {
            ...{ vatRate: 0.2, pricesIncludeVat: true, orderFee: 0.5, shippingCost: 1.5 },
            ...{ returnFreight: 2, resaleableShare: 0.5, storagePerUnitMonth: 0 },
            ...{ capitalRate: 0, laterSalesShare: 0, assumedCostShare: null },
          },
          { horizonDays: 28, leadTimeDays: 0, unitsPerOrder: 2 },
        ),
      },
    })!;
    // A return: 10 back less the fee of 1.2, 2 freight; half keep 4 − 1, half nothing.
    const returned = -(10 - 1.2) - 2 + 0.5 * 3;
    const wanted = {
      ...{ unitsSold: 50, paid: 600, vat: -100, channelFee: -60, orders: -50 },
      ...{ returns: 5 * returned, unitCost: -200, holding: 0, adSpend: -30, leftovers: -10 },
    };
    for (const [name, value] of Object.entries(wanted))
      expect(parts[name as keyof typeof parts]).toBeCloseTo(value, 9);
  });

  it('are not known without a cost, and say nothing of a unit where none is sold', () => {
    const spread = { factors: new Float64Array(100).fill(1), sums: new Float64Array(101) };
    const launch = {
      ...{ logUnits: 3, stock: 5, returnRate: 0 },
      economics: { listPrice: 12, unitCost: NaN },
      offer: { price: 12, fee: 0, adSpend: NaN, leftoverLoss: 0.3 },
    };
    expect(profitParts(spread, launch)).toBeNull();
    const known = { ...launch, economics: { listPrice: 12, unitCost: 4 }, logUnits: -Infinity };
    expect(unitWaterfall(profitParts(spread, known)!)).toBeNull();
  });
});
