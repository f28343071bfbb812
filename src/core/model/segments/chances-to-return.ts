import { sigmoid } from '#core/base/statistics/statistics.ts';
import { termsOf, type Logit } from './buyer-logit.ts';
import type { BuyersPast } from './buyers-past.ts';
import { INPUT_COUNT, LaunchView, type ShelvedLaunch } from './launch-view.ts';
import type { RepeatModel } from './repeat-purchases.ts';

/** Returns each buyer's chance to buy a launch within 28 days of the day at which `past` stands, [buyers]; 0 without a past. */
export function chancesToReturn(
  past: BuyersPast,
  launch: ShelvedLaunch,
  { logit, repeat }: { readonly logit: Logit; readonly repeat: RepeatModel },
): Float64Array {
  const view = new LaunchView(past, launch);
  const inputs = new Float32Array(INPUT_COUNT);
  const chances = new Float64Array(past.orderDays.length);
  for (let buyer = 0; buyer < chances.length; buyer++) {
    if (past.orderDays[buyer] === 0) continue;
    view.read(buyer, repeat, inputs);
    chances[buyer] = sigmoid(logit.intercept + termsOf(logit, inputs, [0, INPUT_COUNT]));
  }
  return chances;
}
