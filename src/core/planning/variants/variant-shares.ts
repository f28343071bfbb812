// Expected shares of a product's variants with their doubt: the share of the size times the liking of the option.

import { sum } from '#core/base/statistics/statistics.ts';
import { betaOf, betaQuantile } from '#core/base/statistics/beta-distribution.ts';
import { sizeSystem } from './counted-launches.ts';
import {
  likingOf,
  PRIOR_UNITS,
  seasonOf,
  type Liking,
  type OptionLikings,
} from './option-likings.ts';
import { curveOf, type SizeBasis } from './product-curve.ts';
import type { VariantCurves, VariantProduct } from './variant-curves.ts';
import type { VariantParts } from './variant-parts.ts';

/** A variant's share of the demand: beta distributed. */
export interface VariantShare {
  /** 0–1; the means of a product's variants add up to 1. */
  readonly mean: number;
  /** Sum of the parameters of its beta distribution. */
  readonly concentration: number;
}

export interface SharesOfProduct {
  readonly shares: readonly VariantShare[];
  /** What the shares of sizes rest on; null where the variants have no two sizes of one system. */
  readonly sizes: SizeBasis | null;
  /** Whether any option was sold before; null where the variants have no two options. */
  readonly knowsOptions: boolean | null;
  /** Launches that the likings of options were learnt from. */
  readonly optionLaunches: number;
}

/** Beyond these, a beta distribution is one that no number represents. */
const LEAST_CONCENTRATION = 0.5;
const MOST_CONCENTRATION = 1e6;

/**
 * Returns the shares of variants, in their order. Variants about which nothing is known have equal shares; several names of
 * one variant, such as XXL and 2XL, part its share.
 */
export function variantShares(
  curves: VariantCurves,
  product: VariantProduct,
  parts: readonly VariantParts[],
): SharesOfProduct {
  const sizes = sizeAxis(curves, product, parts);
  const options = optionAxis(curves.options, product, parts);
  const names = namesOfEach(parts);
  const weights = parts.map((_, i) => ((sizes?.shares[i] ?? 1) * options.shares[i]!) / names[i]!);
  const all = sum(weights);
  const shares = weights.map((weight, i): VariantShare => {
    const mean = weight / all;
    const relative = (1 + (sizes?.variances[i] ?? 0)) * (1 + options.variances[i]!) - 1;
    const concentration = (1 - mean) / (mean * relative) - 1;
    return {
      mean,
      concentration: Math.min(MOST_CONCENTRATION, Math.max(LEAST_CONCENTRATION, concentration)),
    };
  });
  const { isKnown: knowsOptions } = options;
  return {
    shares,
    sizes: sizes?.basis ?? null,
    knowsOptions,
    optionLaunches: curves.options.launches,
  };
}

/** Returns how many of the variants have the size and option of each. */
function namesOfEach(parts: readonly VariantParts[]): number[] {
  const keys = parts.map(({ size, option }) => JSON.stringify([size, option]));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => counts.get(key)!);
}

/** Shares along one axis by variant, with their relative variances. */
interface Axis {
  readonly shares: readonly number[];
  readonly variances: readonly number[];
}

function sizeAxis(
  curves: VariantCurves,
  product: VariantProduct,
  parts: readonly VariantParts[],
): (Axis & { readonly basis: SizeBasis }) | null {
  const system = sizeSystem(parts);
  const positions = [...new Set(parts.map(({ size }) => size?.position ?? 0))].sort(
    (a, b) => a - b,
  );
  if (system === null || positions.length < 2) return null;
  const curve = curveOf(curves, product, { system, positions });
  const places = parts.map(({ size }) => positions.indexOf(size!.position));
  const shares = places.map((place) => curve.shares[place]!);
  return {
    shares,
    variances: shares.map((share) => dirichletVariance(share, curve.concentration)),
    basis: curve.basis,
  };
}

/** Relative variance of a share of a Dirichlet distribution: (1 − p) / (p (1 + A)). */
function dirichletVariance(share: number, concentration: number): number {
  return (1 - share) / (share * (1 + concentration));
}

function optionAxis(
  likings: OptionLikings,
  { day }: VariantProduct,
  parts: readonly VariantParts[],
): Axis & { readonly isKnown: boolean | null } {
  const names = [...new Set(parts.map(({ option }) => option))];
  const families = new Map(parts.map(({ option, family }) => [option, family]));
  const each = names.map((name) => likingOf(likings, name, { family: families.get(name)!, day }));
  const all = sum(each);
  const isKnown = names.some(
    (name) => likings.options.has(name) || likings.families.has(families.get(name)!),
  );
  const places = parts.map(({ option }) => names.indexOf(option));
  const shares = places.map((place) => each[place]! / all);
  const variances = places.map((place) => {
    const share = each[place]! / all;
    if (share === 1) return 0;
    const family = families.get(names[place]!)!;
    const option = names[place]!;
    const own =
      doubtOf(likings.options.get(option)) +
      doubtOf(likings.seasons.get(seasonOf(`=${option}`, day)));
    const ofFamily =
      family === ''
        ? 0
        : doubtOf(likings.families.get(family)) +
          doubtOf(likings.seasons.get(seasonOf(family, day)));
    return dirichletVariance(share, likings.ofLaunches) + (1 - share) ** 2 * (own + ofFamily);
  });
  return { shares, variances, isKnown: names.length < 2 ? null : isKnown };
}

/** Relative variance of a factor's gamma posterior: 1 / (prior + expected units). */
function doubtOf(liking: Liking | undefined): number {
  return 1 / (PRIOR_UNITS + (liking?.expected ?? 0));
}

/** Returns the 80% range of a share. */
export function shareRange({
  mean,
  concentration,
}: VariantShare): readonly [low: number, high: number] {
  const beta = betaOf(mean, concentration);
  return [betaQuantile(beta, 0.1), betaQuantile(beta, 0.9)];
}
