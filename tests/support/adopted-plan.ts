import { resultFacts, type LaunchResult, type ResultFacts } from '#core/ledger/entries/result.ts';
import { freezePlan, type AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { samplePlan, sampleProduct, sampleRanking } from './ranking.ts';

/** Returns the result of a plan that sold 130 units. */
export function sampleActual(change: Partial<LaunchResult> = {}): LaunchResult {
  return { ...resultFacts({ units: 130 }), recordedAt: 2, source: null, isEarly: false, ...change };
}

/** Returns the sample plan of one product, adopted. A test names only what it is about. */
export function adoptedPlan(change: Partial<AdoptedPlan> = {}): AdoptedPlan {
  return {
    ...freezePlan(samplePlan(), sampleRanking(), { report: null, adoptedAt: 1 }),
    money: { revenue: 11.34, margin: 6, leftover: 2, fixedCost: 60 },
    ...{ id: 1, datasetId: 1, actual: null, otherActuals: [], withdrawnAt: null },
    ...change,
  };
}

/** Returns an adopted plan with its result. */
export function settledPlan(
  units: number,
  { facts = {}, ...change }: Partial<AdoptedPlan> & { readonly facts?: Partial<ResultFacts> } = {},
): AdoptedPlan {
  return adoptedPlan({ ...change, actual: sampleActual({ units, ...facts }) });
}

export function namedPlan(id: number, productId: string, title: string): AdoptedPlan {
  return adoptedPlan({ id, product: sampleProduct({ id: productId, title }) });
}
