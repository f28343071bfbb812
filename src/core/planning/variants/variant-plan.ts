// The first stock of a product by variant: what the seller set, and the best split of the rest.

import type { ProductVariants } from '#core/launch/product-variants.ts';
import { variantNames } from '#core/launch/product-variants.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { splitPacks } from './assortment-split.ts';
import type { VariantCurves, VariantProduct } from './variant-curves.ts';
import { demandTails, thinnedDemand } from './variant-demand.ts';
import { variantParts } from './variant-parts.ts';
import {
  shareRange,
  variantShares,
  type SharesOfProduct,
  type VariantShare,
} from './variant-shares.ts';
import { splitStock, type Tails } from './variant-split.ts';

/** What is to be split. */
export interface SplitRequest {
  readonly curves: VariantCurves;
  readonly product: VariantProduct;
  readonly variants: ProductVariants;
  /** Equally likely units of demand that the stock is to meet. */
  readonly demand: ArrayLike<number>;
  /** Units of first stock. */
  readonly stock: number;
}

export interface VariantRow {
  readonly name: string;
  /** Expected share of the demand, 0–1, with its 80% range. */
  readonly share: number;
  readonly low80: number;
  readonly high80: number;
  readonly units: number;
  /** null where packs hold several variants. */
  readonly packs: number | null;
  /** Whether the seller set the units. */
  readonly isSet: boolean;
}

export interface VariantPlan {
  readonly rows: readonly VariantRow[];
  /** Units of all rows. */
  readonly units: number;
  /** Assortment packs by option; empty where there are none. */
  readonly packs: readonly { readonly option: string; readonly count: number }[];
  readonly shares: readonly VariantShare[];
  readonly basis: Omit<SharesOfProduct, 'shares'>;
}

/**
 * Splits the stock. Units that the seller set stay; the rest goes to the other variants, in packs and with their minimum.
 * Assortment packs are split whole, so units cannot be set. Returns null where there are fewer than two variants.
 */
export function planVariants({
  curves,
  product,
  variants,
  demand,
  stock,
}: SplitRequest): VariantPlan | null {
  const names = variantNames(variants);
  if (names.length < 2) return null;
  const { shares, ...basis } = variantShares(curves, product, names.map(variantParts));
  const points = thinnedDemand(demand);
  const tails = shares.map((share) => demandTails(points, share, stock));
  const split = isAssorted(variants)
    ? assorted(tails, variants, stock)
    : single(tails, { names, variants, stock });
  const rows = names.map((name, i): VariantRow => {
    const [low80, high80] = shareRange(shares[i]!);
    const own = split.own[i]!;
    const packs = isAssorted(variants) ? null : Math.ceil(split.units[i]! / variants.packSize);
    return {
      name,
      share: shares[i]!.mean,
      low80,
      high80,
      units: split.units[i]!,
      packs,
      isSet: own,
    };
  });
  return { rows, units: sum(split.units), packs: split.packs, shares, basis };
}

interface Split {
  readonly units: readonly number[];
  readonly own: readonly boolean[];
  readonly packs: VariantPlan['packs'];
}

/** Returns whether packs hold one unit count for each size. */
export function isAssorted({ sizes, assortment }: ProductVariants): boolean {
  return assortment.length > 0 && assortment.length === sizes.length;
}

function assorted(
  tails: Tails,
  { sizes, options, assortment }: ProductVariants,
  stock: number,
): Split {
  const groups = Array.from({ length: Math.max(1, options.length) }, (_, option) =>
    sizes.map((_size, i) => option * sizes.length + i),
  );
  const counts = splitPacks(tails, { stock, options: groups, pack: assortment });
  return {
    units: groups.flatMap((group, option) => group.map((_, i) => counts[option]! * assortment[i]!)),
    own: tails.map(() => false),
    packs: counts.map((count, option) => ({ option: options[option] ?? '', count })),
  };
}

function single(
  tails: Tails,
  {
    names,
    variants,
    stock,
  }: { readonly names: readonly string[] } & Pick<SplitRequest, 'variants' | 'stock'>,
): Split {
  const set = names.map((name) =>
    Object.hasOwn(variants.units, name) ? variants.units[name]! : null,
  );
  const open = [...names.keys()].filter((i) => set[i] === null);
  const left = Math.max(0, stock - sum(set.map((units) => units ?? 0)));
  const found = splitStock(
    open.map((i) => tails[i]!),
    { stock: left, packSize: variants.packSize, minimumPerVariant: variants.minimum },
  );
  const units = set.map((units, i) => units ?? found[open.indexOf(i)]!);
  return { units, own: set.map((units) => units !== null), packs: [] };
}
