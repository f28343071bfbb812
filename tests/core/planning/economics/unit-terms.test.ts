import { expect, it } from 'vitest';
import { countedTerms, NO_UNIT_TERMS, unitTerms } from '#core/planning/economics/unit-terms.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';

const YEAR = 365.25;

it('holds later units longer, by their share, and those never sold to the end', () => {
  const selling = {
    ...NO_SELLING_TERMS,
    ...{ storagePerUnitMonth: 1, capitalRate: 0.1, laterSalesShare: 3 },
  };
  const span = { horizonDays: YEAR / 12, leadTimeDays: YEAR / 12, unitsPerOrder: 1 };
  const { held, laterShare } = unitTerms(selling, span);
  expect(laterShare).toBe(3);
  expect(held.sold.storage).toBeCloseTo(0.5, 12);
  expect(held.later.storage).toBeCloseTo(2.5, 12);
  expect(held.left.storage).toBeCloseTo(4, 12);
  expect(held.sold.capital).toBeCloseTo((0.1 * 1.5) / 12, 12);
  expect(held.later.capital).toBeCloseTo((0.1 * 3.5) / 12, 12);
  expect(held.left.capital).toBeCloseTo((0.1 * 5) / 12, 12);
});

it('spreads the cost of an order over its units', () => {
  const selling = { ...NO_SELLING_TERMS, orderFee: 1, shippingCost: 5 };
  const span = { horizonDays: 28, leadTimeDays: 0 };
  expect(unitTerms(selling, { ...span, unitsPerOrder: 1.5 }).orderCost).toBe(4);
  expect(unitTerms(selling, { ...span, unitsPerOrder: 0 }).orderCost).toBe(6);
});

it('counts nothing where the aim names no terms', () => {
  expect(countedTerms(USUAL_AIM, { unitsPerOrder: 2 })).toBeUndefined();
  const own = countedTerms({ ...USUAL_AIM, selling: NO_SELLING_TERMS }, { unitsPerOrder: 2 }, 7);
  expect(own).toEqual(NO_UNIT_TERMS);
});
