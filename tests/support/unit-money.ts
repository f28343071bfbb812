import fc from 'fast-check';
import type { SellingTerms } from '#core/planning/plan/selling-terms.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const anyLater = fc.record({ share: between(0.1, 6), holding: between(0, 8) });

/** Money of a unit, with sales after the horizon in half of the cases. */
export const anyMoney: fc.Arbitrary<UnitMoney> = fc
  .record({
    revenue: between(0, 100),
    margin: between(-50, 60),
    leftover: between(0, 20),
    fixedCost: between(0, 500),
    later: fc.option(anyLater, { nil: undefined }),
  })
  .map(({ later, ...money }) => (later ? { ...money, later } : money));

/** Terms of selling that a shop may have. */
export const anySelling: fc.Arbitrary<SellingTerms> = fc.record({
  vatRate: between(0, 0.3),
  pricesIncludeVat: fc.boolean(),
  orderFee: between(0, 2),
  shippingCost: between(0, 6),
  returnFreight: between(0, 6),
  resaleableShare: between(0, 1),
  storagePerUnitMonth: between(0, 2),
  capitalRate: between(0, 0.3),
  laterSalesShare: fc.oneof(fc.constant(0), between(0, 6)),
  assumedCostShare: fc.constant(null),
});
