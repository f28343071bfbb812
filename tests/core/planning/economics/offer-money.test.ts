import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptMoney,
  offerMoney,
  offerParts,
  type ProductEconomics,
} from '#core/planning/economics/offer-money.ts';
import { NO_UNIT_TERMS, unitTerms } from '#core/planning/economics/unit-terms.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import { anySelling } from '../../../support/unit-money.ts';

const span = { horizonDays: 28, leadTimeDays: 30, unitsPerOrder: 1.25 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyEconomics: fc.Arbitrary<ProductEconomics> = fc.record({
  listPrice: between(1, 200),
  unitCost: between(0.1, 150),
});
const anyOffer = fc.record({
  price: between(0.5, 200),
  fee: between(0, 0.4),
  adSpend: fc.oneof(fc.constant(NaN), between(0, 900)),
  leftoverLoss: between(0, 1),
});

function expectSame(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
}

describe('money of an offer', () => {
  it('is what it was where no terms are counted, to the last bit', () => {
    fc.assert(
      fc.property(anyEconomics, anyOffer, between(0, 1), (economics, offer, rate) => {
        const { unitCost } = economics;
        const [margin, leftover] = [
          offer.price * (1 - offer.fee) - unitCost,
          offer.leftoverLoss * unitCost,
        ];
        const money = {
          revenue: (1 - rate) * offer.price,
          margin: (1 - rate) * margin - rate * leftover,
          leftover,
          fixedCost: Number.isNaN(offer.adSpend) ? 0 : offer.adSpend,
        };
        for (const terms of [undefined, NO_UNIT_TERMS, unitTerms(NO_SELLING_TERMS, span)])
          expect(keptMoney(offerMoney(economics, { ...offer, unitTerms: terms }), rate)).toEqual(
            money,
          );
      }),
    );
  });

  it('is the same with VAT in the price and on top of it, at one price without it', () => {
    fc.assert(
      fc.property(anyEconomics, anyOffer, anySelling, (economics, offer, selling) => {
        const moneyWith = (pricesIncludeVat: boolean) => {
          const terms = unitTerms({ ...selling, pricesIncludeVat }, span);
          const price = pricesIncludeVat ? offer.price * (1 + selling.vatRate) : offer.price;
          return offerMoney(economics, { ...offer, price, unitTerms: terms });
        };
        const [within, onTop] = [moneyWith(true), moneyWith(false)];
        for (const name of ['revenue', 'margin', 'leftover', 'returned'] as const)
          expectSame(within[name], onTop[name]);
      }),
    );
  });

  it('charges the channel fee on what buyers pay, VAT included', () => {
    const terms = unitTerms({ ...NO_SELLING_TERMS, vatRate: 0.2 }, span);
    const offer = { price: 12, fee: 0.1, adSpend: NaN, leftoverLoss: 0, unitTerms: terms };
    const money = offerMoney({ listPrice: 12, unitCost: 4 }, offer);
    expect(money.revenue).toBeCloseTo(10, 12);
    expect(money.margin).toBeCloseTo(10 - 1.2 - 4, 12);
    expect(money.vatShare).toBeCloseTo(1 / 6, 12);
  });

  it('holds a unit for half the horizon, its capital for the lead time too', () => {
    const selling = { ...NO_SELLING_TERMS, storagePerUnitMonth: 0.6, capitalRate: 0.1 };
    const terms = unitTerms(selling, {
      horizonDays: 30.4375,
      leadTimeDays: 30.4375,
      unitsPerOrder: 1,
    });
    const offer = { price: 20, fee: 0, adSpend: NaN, leftoverLoss: 0.3, unitTerms: terms };
    const money = offerMoney({ listPrice: 20, unitCost: 12 }, offer);
    const month = (12 * 0.1) / 12;
    expect(money.margin).toBeCloseTo(20 - 12 - 0.3 - 1.5 * month, 9);
    expect(money.leftover).toBeCloseTo(0.3 * 12 + 0.6 + 2 * month, 9);
  });

  it('pays for orders, ways back and units that cannot be sold again', () => {
    const selling = {
      ...NO_SELLING_TERMS,
      ...{ orderFee: 0.5, shippingCost: 4.5, returnFreight: 3, resaleableShare: 0.75 },
    };
    const terms = unitTerms(selling, { ...span, unitsPerOrder: 2 });
    const offer = { price: 20, fee: 0.1, adSpend: 50, leftoverLoss: 0.5, unitTerms: terms };
    const money = offerMoney({ listPrice: 20, unitCost: 8 }, offer);
    expect(money.margin).toBeCloseTo(20 * 0.9 - 8 - 2.5, 12);
    expect(money.returned).toBeCloseTo(2.5 + 3 + 0.25 * 8 + 0.75 * 4, 12);
    expect(keptMoney(money, 0.2).margin).toBeCloseTo(0.8 * 7.5 - 0.2 * 10.5, 12);
  });

  it('never earns more than before where a cost is added', () => {
    fc.assert(
      fc.property(
        anyEconomics,
        anyOffer,
        anySelling,
        between(0, 1),
        (economics, offer, selling, rate) => {
          const bare = keptMoney(offerMoney(economics, offer), rate);
          const terms = unitTerms({ ...selling, pricesIncludeVat: true }, span);
          const money = keptMoney(offerMoney(economics, { ...offer, unitTerms: terms }), rate);
          const isDearer = selling.resaleableShare === 1 || offer.leftoverLoss < 1;
          if (isDearer) expect(money.margin).toBeLessThanOrEqual(bare.margin + 1e-9 * 200);
          expect(money.leftover).toBeGreaterThanOrEqual(bare.leftover);
        },
      ),
    );
  });

  it('comes in parts that add up', () => {
    fc.assert(
      fc.property(anyEconomics, anyOffer, anySelling, (economics, offer, selling) => {
        const own = { ...offer, unitTerms: unitTerms(selling, span) };
        const { paid, vat, channelFee, ...costs } = offerParts(economics, own);
        const { margin, revenue } = offerMoney(economics, own);
        expectSame(paid - vat, revenue);
        const spent = costs.orderCost + costs.unitCost + costs.holding;
        expectSame(revenue - channelFee - spent, margin);
      }),
    );
  });
});
