// Sums of groups of buyers: size, sales, value to come, what they respond to.

import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { HABIT_KINDS, type BestOffer, type BuyerGroup, type HabitKind } from './buyer-groups.ts';
import type { BuyersPast } from './buyers-past.ts';
import { LEAST_BUYERS } from './launch-appeal.ts';

/** How buyers are sorted: a number of each, −1 for none, and what the numbers stand for. */
export interface SortedBuyers {
  readonly groupOf: Int32Array;
  readonly names: readonly { readonly kind: HabitKind | null; readonly about: readonly string[] }[];
}

/** What is known of all buyers at the end of the log. */
export interface KnownBuyers {
  readonly log: SalesLog;
  readonly past: BuyersPast;
  /** Of each buyer over 52 weeks, [buyers]; the value is null where no money is known. */
  readonly ordersToCome: Float64Array;
  readonly valueToCome: Float64Array | null;
}

/** Times the shop's share from which a group stands out. */
const STANDS_OUT = 1.25;
const LEAST_DISCOUNT_SHARE = 0.05;

/** Returns the groups that have buyers, in the order of their numbers. Too few join the largest group. */
export function groupSums(known: KnownBuyers, { groupOf, names }: SortedBuyers): BuyerGroup[] {
  const { past } = known;
  const everyone = Array.from(groupOf.keys()).filter((buyer) => past.orderDays[buyer]! > 0);
  const members = joined(everyone, groupOf, names.length);
  const shop = sharesOf(past, everyone);
  return names.flatMap(({ kind, about }, group) => {
    const own = members[group]!;
    if (own.length < LEAST_BUYERS) return [];
    const shares = sharesOf(past, own);
    return [
      {
        ...{ kind, about, buyers: own.length },
        salesShare: shareOfSales(shares, shop),
        ordersToCome: total(known.ordersToCome, own),
        valueToCome: known.valueToCome && total(known.valueToCome, own),
        ...{ discountShare: shares.discount, newShare: shares.news },
        channel: mainChannel(known.log, new Set(own)),
        offer: bestOffer(kind, shares, shop),
      },
    ];
  });
}

/**
 * Returns the buyers of each group. Those of groups with too few, and those in none where they are too few, join the
 * largest: what all groups leave over of the shop's sums must not be theirs either.
 */
function joined(everyone: readonly number[], groupOf: Int32Array, count: number): number[][] {
  const members = Array.from({ length: count }, (_, group) =>
    everyone.filter((buyer) => groupOf[buyer] === group),
  );
  const rest = everyone.filter((buyer) => groupOf[buyer]! < 0);
  const largest = members.reduce((most, own) => (own.length > most.length ? own : most));
  for (const few of [...members, rest])
    if (few !== largest && few.length < LEAST_BUYERS) largest.push(...few.splice(0));
  return members;
}

interface Shares {
  readonly sales: number;
  readonly lines: number;
  readonly discount: number | null;
  readonly news: number;
}

function sharesOf(past: BuyersPast, members: readonly number[]): Shares {
  const lines = total(past.lines, members);
  const known = total(past.discountKnown, members);
  return {
    ...{ sales: total(past.money, members), lines },
    discount: known > 0 ? total(past.discounted, members) / known : null,
    news: total(past.newLines, members) / lines,
  };
}

/** Rounding of sums in another order would make more than 1 of all. */
function shareOfSales(group: Shares, shop: Shares): number {
  return Math.min(1, shop.sales > 0 ? group.sales / shop.sales : group.lines / shop.lines);
}

/** Returns what the group bought more of than the shop's buyers: at a discount, or new; else what its state asks for. */
function bestOffer(kind: HabitKind | null, group: Shares, shop: Shares): BestOffer {
  const [own, usual] = [group.discount ?? 0, shop.discount ?? 0];
  if (own >= Math.max(LEAST_DISCOUNT_SHARE, STANDS_OUT * usual)) return 'discount';
  if (kind === 'lapsed') return 'win-back';
  if (kind === 'new') return 'second-order';
  const least = kind === 'regular' ? shop.news : STANDS_OUT * shop.news;
  return group.news > 0 && group.news >= least ? 'early-access' : 'none';
}

function mainChannel(
  { channels, buyer, channel }: SalesLog,
  members: ReadonlySet<number>,
): BuyerGroup['channel'] {
  const lines = new Float64Array(channels.length);
  for (let line = 0; line < buyer.length && channels.length > 0; line++) {
    // Files may name no channel for some lines.
    if (channels[channel[line]!] && members.has(buyer[line]!)) lines[channel[line]!]!++;
  }
  const all = lines.reduce((sum, value) => sum + value, 0);
  if (all === 0) return null;
  const most = lines.indexOf(Math.max(...lines));
  return { name: channels[most]!, share: lines[most]! / all };
}

function total(sums: Float64Array, members: readonly number[]): number {
  return members.reduce((all, buyer) => all + sums[buyer]!, 0);
}

export const HABIT_NAMES: SortedBuyers['names'] = HABIT_KINDS.map((kind) => ({ kind, about: [] }));
