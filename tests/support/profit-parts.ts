import type { ProfitParts } from '#core/planning/plan/profit-parts.ts';

/** A hundred units at 20.00, of which 5.97 each are left. */
export const sampleParts: ProfitParts = {
  unitsSold: 100,
  paid: 2000,
  vat: -333,
  channelFee: -200,
  orders: 0,
  returns: 0,
  unitCost: -800,
  holding: 0,
  adSpend: -50,
  leftovers: -20,
};
