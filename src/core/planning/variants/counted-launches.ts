// Past launches as units by size and by option, with sold-out variants at their expected demand.

import type { Day } from '#core/base/dates.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { uncensoredCounts } from './censored-counts.ts';
import type { SoldVariant, VariantLaunch } from './variant-launch.ts';
import { variantParts, type VariantParts } from './variant-parts.ts';

/** Units of one launch on one axis: by size or by option. */
export interface AxisCounts<Key> {
  readonly keys: readonly Key[];
  /** Expected demand by key. */
  readonly demand: readonly number[];
}

export interface CountedLaunch {
  readonly category: string;
  readonly day: Day;
  /** Units that were sold. */
  readonly units: number;
  readonly weight: number;
  /** Whether its units are its demand: no variant sold out. */
  readonly isUncensored: boolean;
  /** Whether variants that were offered and not sold are listed too. */
  readonly isWhole: boolean;
  /** null where fewer than two sizes of one system were sold. */
  readonly sizes: (AxisCounts<number> & { readonly system: string }) | null;
  /** null where fewer than two options were sold. */
  readonly options: AxisCounts<string> | null;
}

/** A launch whose variants are taken apart. */
export interface ParsedLaunch extends VariantLaunch {
  readonly isWhole: boolean;
  readonly parts: readonly VariantParts[];
}

/**
 * Weight of a launch that sold out and does not say which variants did: its units are those that the seller bought, a
 * belief rather than demand.
 */
const SOLD_OUT_WEIGHT = 0.25;

/** Takes the variants of launches apart; each name is read once. Launches with fewer than two variants tell nothing. */
export function parsedLaunches(launches: readonly VariantLaunch[]): ParsedLaunch[] {
  const known = new Map<string, VariantParts>();
  const isWhole = launches.some(({ variants }) => variants.some(({ units }) => units === 0));
  const partsOf = ({ name }: SoldVariant) => {
    const parts = known.get(name) ?? variantParts(name);
    known.set(name, parts);
    return parts;
  };
  return launches
    .filter(({ variants }) => variants.length > 1 && variants.some(({ units }) => units > 0))
    .map((launch) => ({ ...launch, isWhole, parts: launch.variants.map(partsOf) }))
    .toSorted((a, b) => a.day - b.day);
}

/**
 * Counts a launch.
 * @param shares expected shares of its variants; null: sold-out variants count as sold
 */
export function countedLaunch(
  { category, day, isSoldOut, isWhole, variants, parts }: ParsedLaunch,
  shares: readonly number[] | null,
): CountedLaunch {
  const counts = variants.map(({ units }) => units);
  const marks = variants.map((variant) => variant.isSoldOut);
  const isUnclear = isSoldOut && !marks.includes(true);
  const demand = shares ? uncensoredCounts({ counts, isSoldOut: marks, shares }) : counts;
  return {
    ...{ category, day, units: sum(counts), weight: isUnclear ? SOLD_OUT_WEIGHT : 1 },
    ...{ isUncensored: !isSoldOut && !marks.includes(true), isWhole },
    sizes: sizesOf(parts, demand),
    options: axisOf(
      parts.map(({ option }) => option),
      demand,
    ),
  };
}

function axisOf<Key>(keys: readonly Key[], demand: readonly number[]): AxisCounts<Key> | null {
  const totals = new Map<Key, number>();
  keys.forEach((key, i) => totals.set(key, (totals.get(key) ?? 0) + demand[i]!));
  return totals.size < 2 ? null : { keys: [...totals.keys()], demand: [...totals.values()] };
}

function sizesOf(
  parts: readonly VariantParts[],
  demand: readonly number[],
): CountedLaunch['sizes'] {
  const system = sizeSystem(parts);
  if (system === null) return null;
  const axis = axisOf(
    parts.map(({ size }) => size!.position),
    demand,
  );
  return axis && { ...axis, system };
}

/**
 * Returns the system of all sizes; null where there are several or none. Numbers with an odd or a half one among them are
 * of shoes: clothes have even numbers.
 */
export function sizeSystem(parts: readonly VariantParts[]): string | null {
  const [first] = parts;
  const system = first?.size?.system;
  if (system === undefined || parts.some(({ size }) => size?.system !== system)) return null;
  const hasOdd = parts.some(({ size }) => size!.position % 2 !== 0);
  return ['numbers', 'uk', 'us'].includes(system) && hasOdd ? `${system}-shoes` : system;
}
