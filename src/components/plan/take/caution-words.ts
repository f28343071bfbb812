// What speaks against a launch, what was odd about its product, and how much experience stands behind it, each in a sentence.

import type { LaunchPlan, ProductNote, Support, Verdict } from '#core/launch/launch-plan.ts';
import { m } from '#messages';
import { countedLaunches, formatDay } from '#components/format.ts';

const VERDICT_WORDS: Readonly<Record<Exclude<Verdict['kind'], 'launch'>, () => string>> = {
  'negative-margin': m.take_negative_margin,
  'loses-money': m.take_loses_money,
  'loss-likely': m.take_loss_likely,
  displaced: m.take_displaced,
};

/** null where nothing speaks against the launch. */
export function verdictWords({ kind }: Verdict): string | null {
  return kind === 'launch' ? null : VERDICT_WORDS[kind]();
}

/** That each piece loses money is the verdict, too, and said there. */
const NOTE_WORDS: Readonly<Record<Exclude<ProductNote, 'negative-margin'>, () => string>> = {
  'no-title': m.take_note_no_title,
  'unknown-category': m.take_note_unknown_category,
  'no-category': m.take_note_no_category,
  'assumed-list-price': m.take_note_assumed_list_price,
  'assumed-unit-cost': m.take_note_assumed_unit_cost,
  'no-list-price': m.take_note_no_list_price,
  'no-unit-cost': m.take_note_no_unit_cost,
  'price-unlike-any': m.take_note_price_unlike_any,
  'no-stock': m.take_note_no_stock,
};

export function noteWords(notes: readonly ProductNote[]): string[] {
  return notes.filter((note) => note !== 'negative-margin').map((note) => NOTE_WORDS[note]());
}

/** "Done like this before: 7 launches in this category, …". */
export function supportWords({ support, product }: LaunchPlan): string {
  return m.take_labelled({
    label: m.take_done_before(),
    text: timesDone(support, product.category),
  });
}

function timesDone({ alike, anywhere, lastDay }: Support, category: string): string {
  if (anywhere === 0) return m.take_done_never();
  const facts = { anywhere: countedLaunches(anywhere), day: formatDay(lastDay) };
  // Without a category all launches count as alike.
  if (category === '') return m.take_done_anywhere(facts);
  if (alike === 0) return m.take_done_elsewhere(facts);
  return m.take_done_alike({ ...facts, alike: countedLaunches(alike) });
}
