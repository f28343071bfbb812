// Learns what past launches tell of sizes and colours.

import { sum } from '#core/base/statistics/statistics.ts';
import { countedLaunch, parsedLaunches, type ParsedLaunch } from './counted-launches.ts';
import { learnOptions } from './option-likings.ts';
import { learnSizes } from './size-curves.ts';
import type { VariantCurves } from './variant-curves.ts';
import { variantShares } from './variant-shares.ts';
import type { VariantLaunch } from './variant-launch.ts';

/** Times that the demand of sold-out variants is estimated from the curves, and the curves from it. */
const CENSORED_ROUNDS = 6;

/** Learns from past launches. Where variants sold out, their demand is estimated with the curves found before. */
export function learnVariants(launches: readonly VariantLaunch[]): VariantCurves {
  const parsed = parsedLaunches(launches);
  let curves = learnOnce(parsed, null);
  const isCensored = parsed.some(({ variants }) => variants.some(({ isSoldOut }) => isSoldOut));
  for (let round = 0; isCensored && round < CENSORED_ROUNDS; round++)
    curves = learnOnce(parsed, curves);
  return curves;
}

function learnOnce(launches: readonly ParsedLaunch[], known: VariantCurves | null): VariantCurves {
  const families = new Map(
    launches.flatMap(({ parts }) => parts.map(({ option, family }) => [option, family] as const)),
  );
  const sharesIn = ({ category, day, parts, variants }: ParsedLaunch, curves: VariantCurves) =>
    variants.some(({ isSoldOut }) => isSoldOut)
      ? variantShares(curves, { category, day }, parts).shares.map(({ mean }) => mean)
      : null;
  const counted = launches.map((launch) => countedLaunch(launch, known && sharesIn(launch, known)));
  return {
    sizes: learnSizes(counted),
    options: learnOptions(counted, (option) => families.get(option) ?? ''),
    launches: launches.length,
    units: sum(counted.map(({ units }) => units)),
  };
}
