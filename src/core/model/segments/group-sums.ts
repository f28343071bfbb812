// Sums of groups of buyers: size, sales, value to come, what they respond to. Groups of too few buyers are left out.

import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
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

/** Returns the groups of at least LEAST_BUYERS buyers, in the order of their numbers. */
export function groupSums(known: KnownBuyers, { groupOf, names }: SortedBuyers): BuyerGroup[] {
  const { past } = known;
  const everyone = membersOf(past.orderDays, (buyer) => past.orderDays[buyer]! > 0);
  const shop = sharesOf(past, everyone);
  const channels = channelsOf(known.log, groupOf, names.length);
  return names.flatMap(({ kind, about }, group) => {
    const members = membersOf(past.orderDays, (buyer) => groupOf[buyer] === group);
    if (members.length < LEAST_BUYERS) return [];
    const shares = sharesOf(past, members);
    return [
      {
        ...{ kind, about, buyers: members.length },
        salesShare: shop.sales > 0 ? shares.sales / shop.sales : shares.lines / shop.lines,
        ordersToCome: total(known.ordersToCome, members),
        valueToCome: known.valueToCome && total(known.valueToCome, members),
        ...{ discountShare: shares.discount, newShare: shares.news },
        channel: channels[group]!,
        offer: bestOffer(kind, shares, shop),
      },
    ];
  });
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

/** Returns what the group bought more of than the shop's buyers: at a discount, or new; else what its state asks for. */
function bestOffer(kind: HabitKind | null, group: Shares, shop: Shares): BestOffer {
  const [own, usual] = [group.discount ?? 0, shop.discount ?? 0];
  if (own >= Math.max(LEAST_DISCOUNT_SHARE, STANDS_OUT * usual)) return 'discount';
  if (kind === 'lapsed') return 'win-back';
  if (kind === 'new') return 'second-order';
  if (shop.news > 0 && (kind === 'regular' || group.news >= STANDS_OUT * shop.news))
    return 'early-access';
  return 'none';
}

function channelsOf(
  { channels, buyer, channel }: SalesLog,
  groupOf: Int32Array,
  count: number,
): BuyerGroup['channel'][] {
  const lines = Array.from({ length: count }, () => new Float64Array(channels.length));
  for (let line = 0; line < buyer.length && channels.length > 0; line++) {
    const who = buyer[line]!;
    const group = who === NO_BUYER ? -1 : groupOf[who]!;
    // Files may name no channel for some lines.
    if (group >= 0 && channels[channel[line]!]) lines[group]![channel[line]!]!++;
  }
  return lines.map((counts) => {
    const all = counts.reduce((sum, value) => sum + value, 0);
    if (all === 0) return null;
    const most = counts.indexOf(Math.max(...counts));
    return { name: channels[most]!, share: counts[most]! / all };
  });
}

function membersOf(all: ArrayLike<unknown>, isMember: (buyer: number) => boolean): number[] {
  return Array.from({ length: all.length }, (_, buyer) => buyer).filter(isMember);
}

function total(sums: Float64Array, members: readonly number[]): number {
  return members.reduce((all, buyer) => all + sums[buyer]!, 0);
}

export const HABIT_NAMES: SortedBuyers['names'] = HABIT_KINDS.map((kind) => ({ kind, about: [] }));
