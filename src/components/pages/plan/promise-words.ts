// Describes what a plan's forecast rests on (promise in code), how fragile its gain is, and where the usual approach is
// better.

import { adLaunchesToTell } from '#core/season/experiments/response-trial.ts';
import type {
  KeptShare,
  LaunchPlan,
  PlannedLaunch,
  PromiseKind,
  Ranking,
  SharedEdge,
  Support,
  OutcomeRange,
} from '#core/planning/plan/launch-plan.ts';
import { isHardlyTried, isWellSupported } from '#core/planning/plan/well-supported.ts';
import { m } from '#messages';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { sentences } from '#components/words/sentences.ts';
import { countedLaunches } from '#components/words/counts.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { triedWords } from './plan-words.ts';
import type { IconName } from '#components/ui/icons/icons.ts';

export type Promised = Pick<PlannedLaunch, 'support' | 'promise'>;

interface PromiseWords {
  readonly icon: 'tick' | 'note' | 'warn';
  /** Without a full stop. */
  readonly text: string;
}

const PROMISES: Readonly<Record<PromiseKind, (support: Support) => PromiseWords>> = {
  tried: () => ({ icon: 'tick', text: m.plan_promise_tried() }),
  analogy: (support) => analogyWords(support),
  assumption: (support) => ({
    icon: 'warn',
    text: isHardlyTried(support) ? m.plan_promise_hardly() : m.plan_promise_edge(),
  }),
};

/** Describes what a plan's forecast rests on; null for plans stored by versions that did not record it. */
export function promiseWords({ support, promise }: Promised): PromiseWords | null {
  return promise === undefined ? null : PROMISES[promise](support);
}

function analogyWords(support: Support): PromiseWords {
  if (isWellSupported(support)) return { icon: 'note', text: m.plan_promise_season() };
  return support.alike > 0
    ? { icon: 'note', text: m.plan_promise_few({ tried: triedWords(support) }) }
    : { icon: 'warn', text: m.plan_promise_others() };
}

/**
 * A gain is thin where demand lower by less than this share would end it: the products' other qualities may explain it.
 */
const THIN = 0.15;

/**
 * Says how far a gain may be due to qualities that no column shows. Empty without a gain, or for the usual approach.
 */
export function sensitivityFindings(plan: LaunchPlan): Finding[] {
  const { sensitivity, isAsUsual, verdict } = plan;
  if (sensitivity === undefined || isAsUsual || verdict.kind !== 'launch') return [];
  return [
    {
      icon: sensitivity < THIN ? 'warn' : 'note',
      title: sensitivity < THIN ? m.plan_lean_thin() : m.plan_lean(),
      advice: sentences(
        m.plan_lean_share({ share: formatPercent(sensitivity) }),
        adTrialWords(plan),
      ),
    },
  ];
}

/** More launches than this are of no use to a seller. */
const MOST_TRIALS = 2000;

/** Says after how many randomised launches it would be known whether ads work; '' without ads, or where too many. */
function adTrialWords({ action, outcome }: LaunchPlan): string {
  const launches = action.adSpend ? adLaunchesToTell(outcome.units) : null;
  if (launches === null || launches > MOST_TRIALS) return '';
  const rounded = Number(launches.toPrecision(2));
  return m.plan_lean_trial({ launches: countedLaunches(rounded) });
}

const EDGES: Readonly<Record<SharedEdge, () => string>> = {
  'lowest-price': m.plan_edge_lowest_price,
  'highest-price': m.plan_edge_highest_price,
  'highest-ad-spend': m.plan_edge_highest_ad_spend,
};

/** Says that all plans lie at the same edge of what was tried, a sentence for each edge. */
export function sharedEdgeWords({ sharedEdges = [] }: Pick<Ranking, 'sharedEdges'>): string[] {
  return sharedEdges.map((edge) => EDGES[edge]());
}

/** Says at what share plans count gains, because results brought less; '' where they count in full. */
export function keptWords(kept: KeptShare | null | undefined): string {
  if (!kept) return '';
  return m.plan_kept({ text: formatCount(kept.count), share: formatPercent(kept.share) });
}

/** Says that the plan is the seller's usual approach, and what would change that; else empty. */
export function asUsualFindings({ isAsUsual, verdict }: LaunchPlan): Finding[] {
  if (!isAsUsual || verdict.kind !== 'launch') return [];
  return [{ icon: 'note', title: m.plan_as_usual_title(), advice: m.plan_as_usual_advice() }];
}

interface Doubt {
  readonly icon: IconName;
  readonly text: string;
}

/** Returns a doubt about a plan; null if there are enough precedents. */
export function doubtOf(launch: Promised): Doubt | null {
  const promise = promiseWords(launch);
  if (promise) return promise.icon === 'tick' ? null : promise;
  const { support } = launch;
  if (isWellSupported(support)) return null;
  if (support.alike > 0)
    return { icon: 'note', text: m.plan_doubt_thin({ tried: triedWords(support) }) };
  const text = support.anywhere > 0 ? m.plan_doubt_none() : m.plan_doubt_untried();
  return { icon: 'warn', text };
}

/**
 * Returns the index of the plan with the best bad case, the low end of its 80% range. Returns -1 for fewer than two
 * plans, or where that plan lacks support: a range based on little shows no safety.
 */
export function safestOf(plans: readonly (Promised & { readonly range: OutcomeRange })[]): number {
  if (plans.length < 2) return -1;
  const lows = plans.map(({ range }) => range.low80);
  const best = lows.indexOf(Math.max(...lows));
  const { support, promise } = plans[best]!;
  return isWellSupported(support) && promise !== 'assumption' ? best : -1;
}
