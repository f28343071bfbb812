import type { LaunchPlan } from './launch-plan.ts';

/** What a plan says of its product, however it is launched. */
type AboutProduct = Pick<
  LaunchPlan,
  'product' | 'unitCost' | 'usual' | 'notes' | 'surface' | 'pastSales' | 'neverSold'
>;

/** Returns what stays of a plan when its product is launched in another way. */
export function aboutProduct(plan: LaunchPlan): AboutProduct {
  const { product, unitCost, usual, notes, surface, pastSales, neverSold } = plan;
  return {
    ...{ product, usual, notes, surface },
    ...(unitCost === undefined ? {} : { unitCost }),
    ...(pastSales === undefined ? {} : { pastSales }),
    ...(neverSold === undefined ? {} : { neverSold }),
  };
}
