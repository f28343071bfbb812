// Says what speaks against a launch, what is unusual about its product, and what precedents it has, each in a sentence.

import type { LaunchPlan, ProductNote, Support, Verdict } from '#core/planning/plan/launch-plan.ts';
import { isWellSupported } from '#core/planning/plan/well-supported.ts';
import { m } from '#messages';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { sentences } from '#components/words/sentences.ts';
import { countedLaunches } from '#components/words/counts.ts';
import { beyondSentences } from './doubt/past-sales-words.ts';
import { neverSoldFinding } from './never-sold-words.ts';
import { formatDay } from '#components/words/dates.ts';
import {
  asUsualFindings,
  sensitivityFindings,
  promiseWords,
  type Promised,
} from './promise-words.ts';

const VERDICT_WORDS: Readonly<Record<Exclude<Verdict['kind'], 'launch'>, () => string>> = {
  'negative-margin': m.plan_negative_margin,
  'loses-money': m.plan_loses_money,
  'loss-likely': m.plan_loss_likely,
  displaced: m.plan_displaced,
};

/** Says why not to launch; null if nothing speaks against it. */
export function verdictWords({ kind }: Verdict): string | null {
  return kind === 'launch' ? null : VERDICT_WORDS[kind]();
}

/** Leaves out that each unit loses money: the verdict says so already. */
const NOTE_WORDS: Readonly<Record<Exclude<ProductNote, 'negative-margin'>, () => string>> = {
  'no-title': m.plan_note_no_title,
  'unknown-category': m.plan_note_unknown_category,
  'no-category': m.plan_note_no_category,
  'assumed-list-price': m.plan_note_assumed_list_price,
  'assumed-unit-cost': m.plan_note_assumed_unit_cost,
  'assumed-cost-share': m.plan_note_assumed_cost_share,
  'no-list-price': m.plan_note_no_list_price,
  'no-unit-cost': m.plan_note_no_unit_cost,
  'price-unlike-any': m.plan_note_price_unlike_any,
  'no-stock': m.plan_note_no_stock,
  'beyond-any': m.plan_note_beyond_any,
};

export function noteWords(notes: readonly ProductNote[]): string[] {
  return notes.filter((note) => note !== 'negative-margin').map((note) => NOTE_WORDS[note]());
}

/** Returns a finding on the precedents (support) of a launch. Its title is a sentence with a full stop. */
export function supportFinding(launch: Promised & Pick<LaunchPlan, 'product'>): Finding {
  const { alike, anywhere } = launch.support;
  const advice = supportWords(launch);
  const promise = promiseWords(launch);
  if (promise) return { icon: promise.icon, title: promise.text + m.plan_decision_stop(), advice };
  if (isWellSupported(launch.support))
    return { icon: 'tick', title: m.plan_support_well(), advice };
  if (alike > 0) return { icon: 'note', title: m.plan_support_thin(), advice };
  const title = anywhere > 0 ? m.plan_support_none() : m.plan_support_untried();
  return { icon: 'warn', title, advice };
}

/** Returns the notes on a plan other than its figures, to print or copy: "Few precedents. Tried before: …". */
export function noteSentences(plan: LaunchPlan): string[] {
  const findings = [
    ...asUsualFindings(plan),
    supportFinding(plan),
    ...sensitivityFindings(plan),
    ...neverSoldFindings(plan),
  ];
  return [
    ...findings.map(({ title, advice }) => sentences(title, advice)),
    ...noteWords(otherNotes(plan)),
    ...beyondSentences(plan),
  ];
}

/** Returns what speaks against the launch, or for the usual approach, and what is unusual about its product. */
export function cautionFindings(plan: LaunchPlan): Finding[] {
  const { verdict } = plan;
  const against = verdictWords(verdict);
  return [
    ...asUsualFindings(plan),
    ...(against === null
      ? []
      : [{ icon: 'warn' as const, title: m.plan_why_not(), advice: against }]),
    ...neverSoldFindings(plan),
    ...noteWords(otherNotes(plan)).map((advice) => ({
      ...{ icon: 'note' as const, title: m.plan_note(), advice },
    })),
  ];
}

function neverSoldFindings(plan: LaunchPlan): Finding[] {
  const found = neverSoldFinding(plan);
  return found ? [found] : [];
}

/** Returns the notes without what is said of a category that was never sold. */
function otherNotes({ notes, neverSold }: LaunchPlan): ProductNote[] {
  return notes.filter((note) => !neverSold || note !== 'unknown-category');
}

/** Returns, for example, "Tried before: 7 launches in this category, …". */
export function supportWords({
  support,
  product,
}: Pick<LaunchPlan, 'support' | 'product'>): string {
  return m.take_labelled({
    label: m.plan_done_before(),
    text: timesDone(support, product.category),
  });
}

function timesDone({ alike, anywhere, lastDay }: Support, category: string): string {
  if (anywhere === 0) return m.plan_done_never();
  const facts = { anywhere: countedLaunches(anywhere), day: formatDay(lastDay) };
  // Without a category all launches count as alike.
  if (category === '') return m.plan_done_anywhere(facts);
  if (alike === 0) return m.plan_done_elsewhere(facts);
  return m.plan_done_alike({ ...facts, alike: countedLaunches(alike) });
}
