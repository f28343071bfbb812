// Launches that were derived from order lines begin with their first sale. One that sold nothing has no line, and cannot be
// seen. A launch that sold a single piece sold none after its first sale: at a steady rate of sales, it was as likely to sell
// none at all. So for each that sold one, another that sold none is counted.

import type { Residuals } from './conformal-ranges.ts';

/** On the log scale, so far below any forecast that nothing is left of it. */
const NOTHING = -40;

/**
 * Returns the residuals with those of launches that cannot be seen, so that ranges reach down to nothing as often as
 * launches sold a single piece.
 * @param units of the launches that are seen; NaN where not known
 */
export function withUnseen(residuals: Residuals, units: ArrayLike<number>): Residuals {
  const known = Array.from(units).filter((each) => !Number.isNaN(each));
  const single = known.filter((each) => each <= 1).length;
  const unseen = Math.round((single / known.length) * residuals.length);
  return Float64Array.of(...new Array<number>(unseen).fill(NOTHING), ...residuals);
}
