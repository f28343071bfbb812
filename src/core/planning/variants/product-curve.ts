// The size curve of a product: its category's, else its size system's over all categories, else the shape that other
// systems of the shop have, else equal shares.

import { sum } from '#core/base/statistics/statistics.ts';
import { decayed, meansOf, posterior, type SystemCurve } from './size-curves.ts';
import type { VariantCurves, VariantProduct } from './variant-curves.ts';
import { isWorn, type SizeSystem } from './variant-size.ts';

/**
 * What a curve rests on. category: launches of the category in this size system; system: launches of other categories in
 * it; shape: launches in other systems; none: nothing, so shares are equal.
 */
export interface SizeBasis {
  readonly kind: 'category' | 'system' | 'shape' | 'none';
  readonly launches: number;
  /** Units sold in them. */
  readonly units: number;
}

export interface ProductCurve {
  /** By size, ascending; they add up to 1. */
  readonly shares: readonly number[];
  /** Of a launch's shares around these, all doubt included. */
  readonly concentration: number;
  readonly basis: SizeBasis;
}

interface Sizes {
  readonly system: string;
  /** Ascending. */
  readonly positions: readonly number[];
}

/** Concentrations where the system was never sold: the shape of other systems, and equal shares. */
const OF_SHAPE = 12;
const OF_EQUAL = 6;

/** Returns the curve of a product's sizes. */
export function curveOf(
  { sizes: systems }: Pick<VariantCurves, 'sizes'>,
  product: VariantProduct,
  sizes: Sizes,
): ProductCurve {
  const known = systems.find(({ system }) => system === sizes.system);
  if (known) return learntCurve(known, product, sizes.positions);
  const worn = systems.filter(({ system }) => isWornSystem(system));
  const equal = sizes.positions.map(() => 1 / sizes.positions.length);
  if (!isWornSystem(sizes.system) || worn.length === 0)
    return {
      shares: equal,
      concentration: OF_EQUAL,
      basis: { kind: 'none', launches: 0, units: 0 },
    };
  // The category's own shape where it was sold in another system, else that of all.
  const own = worn.filter(({ categories }) =>
    categories.some(({ category }) => category === product.category),
  );
  const others = own.length > 0 ? own : worn;
  const shares = shapeOf(others, product, sizes.positions.length);
  return { shares, concentration: OF_SHAPE, basis: { kind: 'shape', ...totalOf(others) } };
}

function isWornSystem(system: string): boolean {
  return isWorn(system.replace(/-shoes$/, '') as SizeSystem);
}

function learntCurve(
  curve: SystemCurve,
  { category, day }: VariantProduct,
  positions: readonly number[],
): ProductCurve {
  const all = [...new Set([...curve.positions, ...positions])].sort((a, b) => a - b);
  const onAll = (units: readonly number[]) =>
    all.map((position) => units[curve.positions.indexOf(position)] ?? 0);
  const equal = all.map(() => 1 / all.length);
  const { categories, ofCategories, ofLaunches, halfLifeDays } = curve;
  const widened = categories.map((each) => ({ units: onAll(each.units) }));
  const means = meansOf(widened, ofCategories, equal);
  const own = categories.find((each) => each.category === category);
  const units = own ? onAll(decayed(own, day, halfLifeDays)) : all.map(() => 0);
  const shares = posterior(units, ofCategories, means);
  const doubt = 1 / (1 + ofLaunches) + 1 / (1 + ofCategories + sum(units));
  const offered = positions.map((position) => shares[all.indexOf(position)]!);
  const within = sum(offered);
  return {
    shares: offered.map((share) => share / within),
    // Shares of a part of the sizes have the concentration of that part.
    concentration: Math.max(1, (1 / doubt - 1) * within),
    basis: own
      ? { kind: 'category', launches: own.launches, units: own.sold }
      : { kind: 'system', ...totalOf([curve]) },
  };
}

function totalOf(curves: readonly SystemCurve[]): Omit<SizeBasis, 'kind'> {
  const categories = curves.flatMap((each) => each.categories);
  return {
    launches: sum(categories.map(({ launches }) => launches)),
    units: sum(categories.map(({ sold }) => sold)),
  };
}

/** Returns the mean curve of other systems over the relative rank of a size, for so many sizes. */
function shapeOf(
  systems: readonly SystemCurve[],
  product: VariantProduct,
  count: number,
): number[] {
  const weights = systems.map((system) => totalOf([system]).launches);
  const curves = systems.map((system) => {
    const { shares } = learntCurve(system, product, system.positions);
    return (rank: number) => densityAt(shares, rank);
  });
  const logs = Array.from({ length: count }, (_, k) => {
    const each = curves.map((densityOf, i) => weights[i]! * Math.log(densityOf((k + 0.5) / count)));
    return sum(each) / sum(weights);
  });
  const parts = logs.map((log) => Math.exp(log));
  const all = sum(parts);
  return parts.map((part) => part / all);
}

/** Share per rank at a relative rank, 0–1, linear between sizes. */
function densityAt(shares: readonly number[], rank: number): number {
  const at = Math.min(Math.max(rank * shares.length - 0.5, 0), shares.length - 1);
  const [low, part] = [Math.floor(at), at % 1];
  const high = Math.min(low + 1, shares.length - 1);
  return (shares[low]! * (1 - part) + shares[high]! * part) * shares.length;
}
