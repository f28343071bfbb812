// Counts the buyers of a split test by arm and group. Sums of fewer than ten buyers leave neither arm.

import { LEAST_COUNT } from '#core/model/associations/associations.ts';
import { NO_ARM, SENT } from './split-arms.ts';
import type { ArmPair, ArmSums, SplitReading, SplitTest } from './split-test.ts';

/** What the buyers of a test did, one place a buyer. */
export interface BuyerOutcomes {
  /** SENT, HELD_OUT, or NO_ARM, which is not counted. */
  readonly arm: Int8Array;
  readonly ordered: Uint8Array;
  /** Money paid; NaN where not known, and then for all. */
  readonly sales: Float64Array;
  /** Index of the group as it was before the test. */
  readonly group: Uint8Array;
  readonly groups: readonly string[];
}

/**
 * Why a look is not read: an arm without buyers, too few buyers or orders to be kept, too few more than at another look, or
 * orders that end before its day or do not name the product.
 */
export type NoReading =
  | ('one-arm' | 'few-buyers' | 'few-orders' | 'few-since')
  | ('ends-early' | 'not-sold');

/**
 * Returns the sums of a look. Groups with fewer than LEAST_COUNT buyers, or with orders of fewer in either arm, are
 * counted together under '', with the smallest other groups where that is still too few.
 */
export function sumSplit(outcomes: BuyerOutcomes, look: number): SplitReading | NoReading {
  const { arm, groups } = outcomes;
  const pairs = groups.map((group) => ({ group, ...emptyPair() }));
  for (let i = 0; i < arm.length; i++) if (arm[i] !== NO_ARM) count(outcomes, i, pairs);
  const all = joined(pairs);
  const least = Math.min(all.sent.buyers, all.heldOut.buyers);
  if (least === 0) return 'one-arm';
  if (least < LEAST_COUNT) return 'few-buyers';
  if (!isKept(all)) return 'few-orders';
  return { look, all, groups: keptGroups(pairs) };
}

/**
 * Returns a look beside those read before, as it may be stored: groups at the last look only, and nothing where fewer than
 * LEAST_COUNT buyers of an arm ordered between two looks, so that no subtraction gives them away.
 */
export function keepableLook(
  reading: SplitReading,
  { readings, design }: Pick<SplitTest, 'readings' | 'design'>,
): SplitReading | NoReading {
  const others = readings.filter(({ look }) => look !== reading.look);
  const isTelling = (arm: 'sent' | 'heldOut') =>
    others.some(({ all }) => {
      const between = Math.abs(reading.all[arm].ordered - all[arm].ordered);
      return between > 0 && between < LEAST_COUNT;
    });
  if (isTelling('sent') || isTelling('heldOut')) return 'few-since';
  return reading.look < design.looks ? { ...reading, groups: [] } : reading;
}

interface Pair extends ArmPair {
  readonly group: string;
}

function count({ arm, ordered, sales, group }: BuyerOutcomes, i: number, pairs: Pair[]): void {
  const pair = pairs[group[i]!]!;
  const side = arm[i] === SENT ? 'sent' : 'heldOut';
  const one = { buyers: 1, ordered: ordered[i]!, sales: sales[i]!, salesSquares: sales[i]! ** 2 };
  pairs[group[i]!] = { ...pair, [side]: added(pair[side], one) };
}

function keptGroups(pairs: readonly Pair[]): readonly Pair[] {
  const known = pairs.filter((pair) => pair.group !== '' && isKept(pair));
  let rest = pairs.filter((pair) => !known.includes(pair) && sizeOf(pair) > 0);
  const bySize = known.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  while (rest.length > 0 && !isKept(joined(rest)) && bySize.length > 0)
    rest = [...rest, bySize.shift()!];
  const kept = pairs.filter((pair) => bySize.includes(pair));
  if (kept.length === 0 || (kept.length === 1 && rest.length === 0)) return [];
  return rest.length === 0 ? kept : [...kept, { group: '', ...joined(rest) }];
}

/** Nothing is told of fewer than LEAST_COUNT buyers, but that there are none. */
function isKept({ sent, heldOut }: ArmPair): boolean {
  return [sent, heldOut].every(
    ({ buyers, ordered }) => buyers >= LEAST_COUNT && (ordered === 0 || ordered >= LEAST_COUNT),
  );
}

function sizeOf({ sent, heldOut }: ArmPair): number {
  return sent.buyers + heldOut.buyers;
}

function joined(pairs: readonly ArmPair[]): ArmPair {
  return pairs.reduce<ArmPair>(
    (all, { sent, heldOut }) => ({
      sent: added(all.sent, sent),
      heldOut: added(all.heldOut, heldOut),
    }),
    emptyPair(),
  );
}

function emptyPair(): ArmPair {
  const none = { buyers: 0, ordered: 0, sales: 0, salesSquares: 0 };
  return { sent: none, heldOut: none };
}

function added(one: ArmSums, other: ArmSums): ArmSums {
  return {
    buyers: one.buyers + other.buyers,
    ordered: one.ordered + other.ordered,
    sales: one.sales + other.sales,
    salesSquares: one.salesSquares + other.salesSquares,
  };
}
