// The form of an aim and of its terms.

import { ATTITUDES, OBJECTIVES, type Aim } from '#core/planning/plan/aim.ts';
import type { CashTerms } from '#core/planning/plan/cash-terms.ts';
import type { SellingTerms } from '#core/planning/plan/selling-terms.ts';
import type { StockTerms } from '#core/planning/plan/stock-terms.ts';
import { finite, ifThere, nullable, object, oneIn, share, truth, type Form } from '../form/form.ts';

export const objectiveForm: Form<Aim['objective']> = oneIn(OBJECTIVES);

export const stockTermsForm: Form<StockTerms> = object<StockTerms>({
  leftoverLoss: finite,
  minimumOrder: finite,
  packSize: finite,
  leadTimeDays: finite,
});

export const cashTermsForm: Form<CashTerms> = object<CashTerms>({
  depositShare: finite,
  payoutDays: finite,
});

const sellingTerms = object<SellingTerms>({
  vatRate: finite,
  pricesIncludeVat: truth,
  orderFee: finite,
  shippingCost: finite,
  returnFreight: finite,
  resaleableShare: finite,
  storagePerUnitMonth: finite,
  capitalRate: finite,
  laterSalesShare: finite,
  assumedCostShare: nullable(finite),
});

export const aimForm: Form<Aim> = object<Aim>({
  objective: objectiveForm,
  attitude: oneIn(ATTITUDES),
  stock: stockTermsForm,
  cash: ifThere(cashTermsForm),
  mostLaunches: nullable(finite),
  selling: ifThere(sellingTerms),
  waitingCostPerYear: ifThere(share),
  hasEarlierPrices: ifThere(truth),
  hasNoLeadTime: ifThere(truth),
});
