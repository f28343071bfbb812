// What speaks against a launch, what was odd about its product, and how much experience stands behind it, each in a sentence.

import type { LaunchPlan, ProductNote, Support, Verdict } from '#core/launch/launch-plan.ts';
import { isWellSupported } from '#core/launch/well-supported.ts';
import { m } from '#messages';
import type { Finding } from '../feedback/finding.ts';
import { sentences } from '../feedback/sentences.ts';
import { countedLaunches, formatDay } from '../format.ts';
import { asUsualFindings, leanFindings, promiseWords, type Promised } from './promise-words.ts';

const VERDICT_WORDS: Readonly<Record<Exclude<Verdict['kind'], 'launch'>, () => string>> = {
  'negative-margin': m.plan_negative_margin,
  'loses-money': m.plan_loses_money,
  'loss-likely': m.plan_loss_likely,
  displaced: m.plan_displaced,
};

/** null where nothing speaks against the launch. */
export function verdictWords({ kind }: Verdict): string | null {
  return kind === 'launch' ? null : VERDICT_WORDS[kind]();
}

/** That each piece loses money is the verdict, too, and said there. */
const NOTE_WORDS: Readonly<Record<Exclude<ProductNote, 'negative-margin'>, () => string>> = {
  'no-title': m.plan_note_no_title,
  'unknown-category': m.plan_note_unknown_category,
  'no-category': m.plan_note_no_category,
  'assumed-list-price': m.plan_note_assumed_list_price,
  'assumed-unit-cost': m.plan_note_assumed_unit_cost,
  'no-list-price': m.plan_note_no_list_price,
  'no-unit-cost': m.plan_note_no_unit_cost,
  'price-unlike-any': m.plan_note_price_unlike_any,
  'no-stock': m.plan_note_no_stock,
  'beyond-any': m.plan_note_beyond_any,
};

export function noteWords(notes: readonly ProductNote[]): string[] {
  return notes.filter((note) => note !== 'negative-margin').map((note) => NOTE_WORDS[note]());
}

/** How much experience stands behind a launch, and how it ends in a sentence. */
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

/** What is known of a plan beside its figures: "Thinly supported. Done like this before: …", for what is printed or copied. */
export function noteSentences(plan: LaunchPlan): string[] {
  const findings = [...asUsualFindings(plan), supportFinding(plan), ...leanFindings(plan)];
  return [
    ...findings.map(({ title, advice }) => sentences(title, advice)),
    ...noteWords(plan.notes),
  ];
}

/** What speaks against the launch, or for launching as usual, and what was odd about its product. */
export function cautionFindings(plan: LaunchPlan): Finding[] {
  const { verdict, notes } = plan;
  const against = verdictWords(verdict);
  return [
    ...asUsualFindings(plan),
    ...(against === null
      ? []
      : [{ icon: 'warn' as const, title: m.plan_why_not(), advice: against }]),
    ...noteWords(notes).map((advice) => ({ icon: 'note' as const, title: m.plan_note(), advice })),
  ];
}

/** "Done like this before: 7 launches in this category, …". */
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
