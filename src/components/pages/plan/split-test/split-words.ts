import type { Day } from '#core/base/dates.ts';
import { buyersNeeded, leastUplift, powerWith } from '#core/evaluation/split-test/buyers-needed.ts';
import { lookAfter } from '#core/evaluation/split-test/look-bounds.ts';
import type {
  Difference,
  SplitEffect,
  SplitResult,
} from '#core/evaluation/split-test/read-split.ts';
import type { NoOutcomes } from '#core/evaluation/split-test/split-file.ts';
import type { NoReading } from '#core/evaluation/split-test/split-sums.ts';
import type {
  SplitDesign,
  SplitReading,
  SplitTest,
  TestedAction,
} from '#core/evaluation/split-test/split-test.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay, formatDayRange } from '#components/words/dates.ts';
import { formatMoney } from '#components/words/money.ts';
import {
  formatCount,
  formatFinePercent,
  formatPercent,
  formatPoints,
  isNumber,
} from '#components/words/numbers.ts';
import { formatDifference, formatRange } from '#components/words/ranges.ts';

/** A split test before it is stored and drawn. */
export type AskedSplit = Pick<
  SplitTest,
  'tested' | 'title' | 'productIds' | 'design' | 'startDay' | 'days'
>;

export const TESTED_WORDS: Readonly<Record<TestedAction, () => string>> = {
  'early-access': () => m.split_tested_early_access(),
  coupon: () => m.split_tested_coupon(),
  newsletter: () => m.split_tested_newsletter(),
  other: () => m.split_tested_other(),
};

/** Says why a file was not read. */
export const REFUSAL_WORDS: Readonly<Record<NoReading | NoOutcomes, () => string>> = {
  'one-arm': () => m.split_no_one_arm(),
  'few-buyers': () => m.split_no_few_buyers(),
  'few-orders': () => m.split_no_few_orders(),
  'few-since': () => m.split_no_few_since(),
  'ends-early': () => m.split_no_ends_early(),
  'not-sold': () => m.split_no_not_sold(),
  'no-arms': () => m.split_no_arms(),
  'no-orders': () => m.split_no_orders(),
};

const MOST_DAYS = 366;

/** Returns whether such a test can be drawn. */
export function isSplitPossible({ design, startDay, days }: AskedSplit): boolean {
  const isDated = isNumber(startDay) && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  return isDated && buyersNeeded(design) !== null;
}

/** Says how many buyers a test needs; null where it cannot be drawn. */
export function neededWords(design: SplitDesign): string | null {
  const needed = buyersNeeded(design);
  if (!needed) return null;
  const { total, sent, heldOut } = needed;
  return m.split_needed({
    total: formatCount(total),
    sent: formatCount(sent),
    held: formatCount(heldOut),
  });
}

/** Says what the past buyers suffice for; null where the files do not tell buyers apart. */
export function reachWords(design: SplitDesign, buyerCount: number): string | null {
  const needed = buyersNeeded(design);
  if (!needed || buyerCount === 0) return null;
  const buyers = formatCount(buyerCount);
  if (buyerCount >= needed.total)
    return m.split_enough({ buyers, power: formatPercent(powerWith(design, buyerCount)) });
  const least = leastUplift(design, buyerCount);
  if (least === null) return m.split_short_none({ buyers });
  return m.split_short({ buyers, uplift: formatPoints(least) });
}

/** Says when results are read. */
export function stopWords({ design, startDay, days }: AskedSplit): string {
  const day = formatDay(startDay + days);
  if (design.looks === 1) return m.split_stop_once({ day });
  return m.split_stop_looks({ times: m.split_looks_times(tally(design.looks)), day });
}

/** Names a test: what is tested, and of which launch. */
export function nameOfSplit({ tested, title }: Pick<SplitTest, 'tested' | 'title'>): string {
  const name = TESTED_WORDS[tested]();
  return title === '' ? name : m.split_of({ tested: name, title });
}

/** Says when a test runs, and what counts in it. */
export function factsOfSplit({ startDay, days, design, productIds }: SplitTest): string[] {
  return [
    m.split_runs({
      days: formatDayRange(startDay, startDay + days - 1),
      share: formatPercent(design.heldOutShare),
    }),
    productIds.length > 0 ? m.split_counts_launch() : m.split_counts_any(),
  ];
}

/** The next look of a test and the day from which it can be read; null where all are read. */
export interface NextLook {
  readonly look: number;
  readonly day: Day;
  readonly isOpen: boolean;
}

/** Returns the next look of a test: a look that was missed is skipped. */
export function nextLook(
  { readings, design, startDay, days }: SplitTest,
  today: Day,
): NextLook | null {
  const read = readings.at(-1)?.look ?? 0;
  const open = lookAfter((today - startDay) / days, design.looks);
  const look = Math.max(read + 1, open);
  if (look > design.looks) return null;
  const day = startDay + Math.ceil((look * days) / design.looks);
  return { look, day, isOpen: open >= look };
}

/** Says in one line what a look shows. */
export function findingWords({ finding, all }: SplitResult): string {
  const difference = formatPoints(Math.abs(all.orders.difference));
  if (finding === 'more') return m.split_more({ difference });
  if (finding === 'fewer') return m.split_fewer({ difference });
  return finding === 'mixed' ? m.split_mixed() : m.split_none_shown();
}

/** Says on what a finding rests, and what to do. */
export function basisWords(
  { design }: Pick<SplitTest, 'design'>,
  { all: { sent, heldOut } }: SplitReading,
  { finding, all, advice, isFinal }: SplitResult,
  next: NextLook | null,
): string[] {
  const buyers = { sent: formatCount(sent.buyers), held: formatCount(heldOut.buyers) };
  if (finding === 'mixed')
    return [m.split_mixed_text({ ...buyers, share: formatPercent(design.heldOutShare) })];
  const { sales } = all;
  return [
    m.split_range({
      sent: formatCount(sent.ordered),
      sentBuyers: buyers.sent,
      held: formatCount(heldOut.ordered),
      heldBuyers: buyers.held,
      range: rangeOf(all.orders, formatPoints),
    }),
    ...(sales
      ? [
          m.split_sales({
            difference: formatDifference(sales.difference, formatMoney),
            range: rangeOf(sales, formatMoney),
          }),
        ]
      : []),
    isFinal ? m.split_stop() : advice === 'stop' ? m.split_stop_early() : goOnWords(next),
  ];
}

function goOnWords(next: NextLook | null): string {
  return next ? m.split_go_on({ day: formatDay(next.day) }) : m.split_stop();
}

function rangeOf({ low, high }: Difference, format: typeof formatPoints): string {
  return formatRange(low, high, format);
}

export const splitHeads = () => [
  m.split_head_group(),
  m.split_head_count(),
  m.split_head_without(),
  m.split_head_with(),
  m.split_head_difference(),
];

/** Returns the rows of a table of all buyers and their groups. */
export function splitRows({ all, groups }: SplitResult): [head: string, ...values: string[]][] {
  return [
    rowOf(m.split_all(), all),
    ...groups.map((effect) => rowOf(nameOfGroup(effect.group), effect)),
  ];
}

function rowOf(name: string, { orders, buyers }: SplitEffect): [string, ...string[]] {
  return [
    name,
    formatCount(buyers),
    formatFinePercent(orders.heldOut),
    formatFinePercent(orders.sent),
    m.split_difference({
      difference: formatPoints(orders.difference),
      range: rangeOf(orders, formatPoints),
    }),
  ];
}

const GROUP_WORDS = new Map([
  ['', () => m.split_rest()],
  ['new', () => m.buyers_kind_new()],
  ['regular', () => m.buyers_kind_regular()],
  ['bargain', () => m.buyers_kind_bargain()],
  ['lapsed', () => m.buyers_kind_lapsed()],
]);

/** Segments of a seller's table keep the names that the seller gave. */
function nameOfGroup(group: string): string {
  return GROUP_WORDS.get(group)?.() ?? group;
}
