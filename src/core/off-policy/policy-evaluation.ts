// "Had you followed the plan": from logged launches to four estimates with their intervals, or why there are none.

import { seededRandom } from '../random.ts';
import { ESTIMATORS, policyGains, sumsOf, type EstimatorName } from './estimators.ts';
import { bootstrapErrors, intervalAround, type Interval } from './intervals.ts';
import { effectiveSize, launchTerms } from './launch-terms.ts';
import type { LoggedLaunches } from './logged-launches.ts';
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
  const terms = launchTerms(logged, softenedPlan(logged, temperature));
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
  return {
    ...counted,
    kind: 'estimated',
    verdict: policyVerdict(estimates[0]!.likely),
    estimates,
  };
}
