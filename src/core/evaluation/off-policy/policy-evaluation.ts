// Evaluates "if you had followed the plan": from logged launches to four estimates with intervals, or to a refusal.

import { seededRandom } from '#core/base/random.ts';
import { ESTIMATORS, policyGains, sumsOf, type EstimatorName } from './estimators.ts';
import type { ChoiceInput } from './choice-inputs.ts';
import { bootstrapErrors, intervalAround, type Interval } from './intervals.ts';
import { effectiveSize } from '#core/base/statistics/statistics.ts';
import { launchTerms } from './launch-terms.ts';
import type { LoggedLaunches } from './logged-launches.ts';
import { gainBounder, statedOdds, tippingOdds } from './sensitivity.ts';
import { softmaxPolicy } from './softmax-policy.ts';
import { LEAST_EFFECTIVE_SIZE, policyVerdict, type PolicyVerdict } from './policy-verdict.ts';

/** What following the softmax policy of the plan would have added per launch, in the unit of the log's objective. */
export interface GainEstimate {
  readonly name: EstimatorName;
  readonly gain: number;
  /** Intervals that contain 50% (half), 80% (likely) and 90% (wide) of such estimates. */
  readonly half: Interval;
  readonly likely: Interval;
  readonly wide: Interval;
}

/**
 * Sensitivity of the gain to hidden reasons: something the seller knew that no column records and that affects sales.
 */
export interface HiddenReasons {
  /** Odds ratio by which hidden reasons may have moved a choice: the Γ of the bound. */
  readonly odds: number;
  /** Input that moves choices as much; null where the odds are a convention. */
  readonly input: ChoiceInput | null;
  /** Range that then contains the gain, in at least eight of ten such logs. */
  readonly bound: Interval;
  /** Odds from which the bound holds zero; null where no odds up to `MOST_ODDS` do, or 1 already does. */
  readonly tipping: number | null;
}

interface Counted {
  readonly launches: number;
  /** Effective sample size under the plan. */
  readonly effective: number;
  readonly objective: LoggedLaunches['objective'];
}

export type PolicyEvaluation = Counted &
  (
    | { readonly kind: 'refused'; readonly needed: number }
    | {
        readonly kind: 'estimated';
        readonly verdict: PolicyVerdict;
        readonly hidden: HiddenReasons;
        /** Doubly robust estimate first; the verdict rests on it. */
        readonly estimates: readonly GainEstimate[];
      }
  );

/** Fixed seed, so that the same launches give the same intervals. */
const SEED = 1;

/** Evaluates the softmax policy of the plan. Refuses where the effective sample size is below LEAST_EFFECTIVE_SIZE. */
export function evaluatePlan(
  logged: LoggedLaunches,
  { temperature }: { readonly temperature?: number } = {},
): PolicyEvaluation {
  const policy = softmaxPolicy(logged, temperature);
  const terms = launchTerms(logged, policy);
  const effective = effectiveSize(terms.weight);
  const counted = { launches: logged.count, effective, objective: logged.objective };
  if (!(effective >= LEAST_EFFECTIVE_SIZE))
    return { ...counted, kind: 'refused', needed: LEAST_EFFECTIVE_SIZE };
  const gains = policyGains(sumsOf(terms));
  const errors = bootstrapErrors(terms, policyGains, { random: seededRandom(SEED) });
  const estimates = [...ESTIMATORS].reverse().map((name) => ({
    name,
    gain: gains[name],
    half: intervalAround(gains[name], errors[name], 'half'),
    likely: intervalAround(gains[name], errors[name], 'likely'),
    wide: intervalAround(gains[name], errors[name], 'wide'),
  }));
  const hidden = hiddenReasons(logged, policy);
  return {
    ...counted,
    kind: 'estimated',
    verdict: policyVerdict(estimates[0]!.likely, hidden.bound),
    hidden,
    estimates,
  };
}

function hiddenReasons(logged: LoggedLaunches, policy: Float64Array): HiddenReasons {
  const { odds, input } = statedOdds(logged);
  const boundAt = gainBounder(logged, policy, 'likely');
  return { odds, input, bound: boundAt(odds), tipping: tippingOdds(boundAt) };
}
