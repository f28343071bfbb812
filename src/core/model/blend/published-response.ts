// Published effects of price and advertising, for what a shop's own history does not show. Log units fall by 2 for each
// log of price: 1,851 elasticities with mean −2.6 (Bijmolt, van Heerde and Pieters 2005, J. Mark. Res. 42(2)), and 367
// with mean −1.8 (Tellis 1988, J. Mark. Res. 25(4)). They rise by 0.1 for each log of ad spend: 751 elasticities with
// mean 0.12, median 0.05 (Sethuraman, Tellis and Briesch 2011, J. Mark. Res. 48(3)).

import { numberColumnsAt, PRICE_RATIO_SCALE, type ActionBasis } from '../features/action-basis.ts';
import type { UsualAction } from '../features/paired-launches.ts';
import { mean } from '#core/base/statistics/statistics.ts';

export const PRICE_ELASTICITY = -2;
export const SPEND_ELASTICITY = 0.1;

/**
 * Returns what the price and ad spend of an action add to log units. Unknown ones add nothing, as in the base models.
 */
function publishedLog(
  { logSpendMean }: ActionBasis,
  { priceRatio, adSpend }: Pick<UsualAction, 'priceRatio' | 'adSpend'>,
): number {
  const known = (value: number) => (Number.isFinite(value) ? value : 0);
  const ofPrice = PRICE_ELASTICITY * known(Math.log(priceRatio));
  return ofPrice + SPEND_ELASTICITY * known(Math.log1p(adSpend) - logSpendMean);
}

/** Returns a function that gives the published effect of an action beyond the mean of usual actions. */
export function publishedBeyond(
  basis: ActionBasis,
  usual: readonly UsualAction[],
): (action: Pick<UsualAction, 'priceRatio' | 'adSpend'>) => number {
  const middle = mean(usual.map((action) => publishedLog(basis, action)));
  return (action) => publishedLog(basis, action) - middle;
}

/**
 * Returns the published effect of encoded actions, not compared with usual ones: [actions].
 * @param phi [actions, columns]
 */
export function publishedLogs(basis: ActionBasis, phi: Float32Array, count: number): Float64Array {
  const { price, spend } = numberColumnsAt(basis);
  const columns = phi.length / count;
  return Float64Array.from({ length: count }, (_, i) => {
    const at = i * columns;
    const logRatio = phi[at + price]! / PRICE_RATIO_SCALE;
    return PRICE_ELASTICITY * logRatio + SPEND_ELASTICITY * phi[at + spend]!;
  });
}
