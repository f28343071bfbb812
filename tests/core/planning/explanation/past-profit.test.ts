import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { unitTerms } from '#core/planning/economics/unit-terms.ts';
import { NO_COUNTED_COSTS, pastProfit } from '#core/planning/explanation/past-profit.ts';
import { NO_SELLING_TERMS, type SellingTerms } from '#core/planning/plan/selling-terms.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const channels = [{ name: 'Email', fee: 0.1 }];
const sold: LaunchRow = {
  ...{ title: 'Linen apron', listPrice: 40, channel: 'Email', salePrice: 36, unitCost: 10 },
  ...{ adSpend: 100, channelFee: 0.05, units: 50 },
};
const span = { horizonDays: 28, leadTimeDays: 14, unitsPerOrder: 2 };
const costsOf = (selling: Partial<SellingTerms>, leftoverLoss = 0.3) => ({
  unitTerms: unitTerms({ ...NO_SELLING_TERMS, ...selling }, span),
  leftoverLoss,
});
const profitWith = (row: LaunchRow, costs = NO_COUNTED_COSTS) =>
  pastProfit(launchTable([row]), 0, { channels, costs });

describe('the profit of a past launch', () => {
  it('is what is left after fee, cost and spend where nothing else is counted', () => {
    expect(profitWith(sold)).toBeCloseTo(50 * (36 * 0.95 - 10) - 100, 9);
    expect(profitWith({ ...sold, channelFee: NaN })).toBeCloseTo(50 * (36 * 0.9 - 10) - 100, 9);
    expect(profitWith({ ...sold, adSpend: NaN })).toBeCloseTo(50 * (36 * 0.95 - 10), 9);
    expect(profitWith({ ...sold, units: 0 })).toBe(-100);
  });

  it('counts VAT, orders of two units, and holding for half the horizon and the lead time', () => {
    const vat = costsOf({ vatRate: 0.2 });
    expect(profitWith(sold, vat)).toBeCloseTo(50 * (36 / 1.2 - 36 * 0.05 - 10) - 100, 9);
    const orders = costsOf({ orderFee: 0.4, shippingCost: 3 });
    expect(profitWith(sold, orders)).toBeCloseTo(50 * (36 * 0.95 - 10 - 1.7) - 100, 9);
    const capital = costsOf({ capitalRate: 0.1 });
    const held = (0.1 * 10 * (14 + 14)) / 365.25;
    expect(profitWith(sold, capital)).toBeCloseTo(50 * (36 * 0.95 - 10 - held) - 100, 9);
  });

  it('counts its own returns, of which a part is sold again for less', () => {
    const back = { ...sold, returns: 10 };
    const lost = 2 + (1 - 0.6) * 10 + 0.6 * 3; // freight, and the unit or the loss of a leftover one
    expect(profitWith(back, costsOf({ returnFreight: 2, resaleableShare: 0.6 }))).toBeCloseTo(
      40 * (36 * 0.95 - 10) - 10 * lost - 100,
      9,
    );
  });

  it('counts what was left over, and later sales from it', () => {
    const left = { ...sold, firstStock: 80 };
    expect(profitWith(left, costsOf({}))).toBeCloseTo(50 * (36 * 0.95 - 10) - 30 * 3 - 100, 9);
    const later = costsOf({ laterSalesShare: 0.2 });
    expect(profitWith(left, later)).toBeCloseTo(60 * (36 * 0.95 - 10) - 20 * 3 - 100, 9);
    // Sold out: nothing is left to sell later. Topped up: as if all demand had been met.
    expect(profitWith({ ...sold, firstStock: 50 }, later)).toBeCloseTo(1110, 9);
    expect(profitWith({ ...sold, firstStock: 40 }, later)).toBeCloseTo(1352, 9);
  });

  it('is that of a plan which makes the same offer and knows the demand', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.nat(90), share, (vatRate, resaleableShare, stock, fee) => {
        const costs = costsOf({ vatRate, resaleableShare, shippingCost: 2, laterSalesShare: 0.5 });
        const row = { ...sold, channelFee: fee, firstStock: 50 + stock, returns: 5 };
        const offer = { price: 36, fee, adSpend: 100, ...costs };
        const money = keptMoney(offerMoney({ listPrice: 40, unitCost: 10 }, offer), 0.1);
        const spread = demandSpread(Float64Array.of(0));
        const planned = profitOf({ spread }, Math.log1p(50), { money, stock: 50 + stock });
        expect(profitWith(row, costs)).toBeCloseTo(planned, 6);
      }),
    );
  });

  it('is not known where a figure is missing that others have', () => {
    const first = (row: LaunchRow, other: LaunchRow) =>
      pastProfit(launchTable([row, other]), 0, { channels, costs: costsOf({}) });
    expect(profitWith({ ...sold, unitCost: NaN })).toBeNaN();
    expect(profitWith({ ...sold, units: NaN })).toBeNaN();
    expect(first({ ...sold, adSpend: NaN }, sold)).toBeNaN();
    expect(first(sold, { ...sold, returns: 3 })).toBeNaN();
  });
});
