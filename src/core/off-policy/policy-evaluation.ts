// "Had you followed the plan": from logged launches to four estimates with their intervals, or why there are none.

import { seededRandom } from '../random.ts';
import { ESTIMATORS, policyGains, sumsOf, type EstimatorName } from './estimators.ts';
import type { ChoiceInput } from './choice-inputs.ts';
import { bootstrapErrors, intervalAround, type Interval } from './intervals.ts';
import { effectiveSize, launchTerms } from './launch-terms.ts';
import type { LoggedLaunches } from './logged-launches.ts';
import { gainBounder, statedOdds, tippingOdds } from './sensitivity.ts';
import { softenedPlan } from './softened.ts';
import { LEAST_EFFECTIVE_SIZE, policyVerdict, type PolicyVerdict } from './verdict.ts';

/** What following the plan, softened, would have added a launch, in the log's objective. */
export interface GainEstimate {
  readonly name: EstimatorName;
  readonly gain: number;
  /** Where five, eight and nine of ten such estimates would lie. */
  readonly half: Interval;
  readonly likely: Interval;
  readonly wide: Interval;
}

/** What it comes to if the seller knew something of products that no column tells, and that sells, too. */
export interface HiddenReasons {
  /** How many times as likely it is allowed to have made a choice: the Γ of the bound. */
  readonly odds: number;
  /** The input that moves choices so much; null where the odds are a convention. */
  readonly input: ChoiceInput | null;
  /** Between which the gain then lies, in eight of ten such logs at least. */
  readonly bound: Interval;
  /** From which odds on the bound holds zero; null where no odds up to `MOST_ODDS` do, or 1 already does. */
  readonly tipping: number | null;
}

interface Counted {
  readonly launches: number;
  /** So many of them tell of the plan. */
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
        /** The doubly robust one first: it is what the verdict is of. */
        readonly estimates: readonly GainEstimate[];
      }
  );

/** The same launches give the same intervals. */
const SEED = 1;

export function evaluatePlan(
  logged: LoggedLaunches,
  { temperature }: { readonly temperature?: number } = {},
): PolicyEvaluation {
  const policy = softenedPlan(logged, temperature);
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
