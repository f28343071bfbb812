import { ownValue } from '#core/base/lookup.ts';
import type { LaunchEffects } from './launch-effects.ts';
import type { RateProduct } from './rate-launch.ts';

/** Why no number is shown: the category has too few units, or the range is too wide. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: 'few-units' | 'wide-range';
  /** Units of the category; of the shop where the product has no category. */
  readonly units: number;
}

/** Units of a category below which nothing is said of its products. */
export const LEAST_UNITS = 30;

/** Returns why nothing is said of a product; null where something is. */
export function refusalOf(
  model: LaunchEffects,
  { category }: RateProduct,
  isWide: boolean,
): Refusal | null {
  const units = category ? (ownValue(model.unitsByCategory, category) ?? 0) : model.units[0]!;
  if (units < LEAST_UNITS) return { kind: 'refused', reason: 'few-units', units };
  return isWide ? { kind: 'refused', reason: 'wide-range', units } : null;
}
