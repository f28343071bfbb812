import { columnCount } from './rate-columns.ts';
import type { LaunchEffects } from './launch-effects.ts';
import type { RateProduct } from './rate-launch.ts';

/** Why no number is shown: the category has too few units (or ratings), or the range is too wide. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: 'few-units' | 'wide-range';
  /** Units (or ratings) of the category; of the shop where the product has no category. */
  readonly units: number;
}

/** Units or ratings of a category below which nothing is said of its products. */
export const LEAST_UNITS = 30;

/** Returns why nothing is said of a product; null where something is. */
export function refusalOf(
  model: LaunchEffects,
  { category }: RateProduct,
  isWide: boolean,
): Refusal | null {
  const units = category ? unitsOfCategory(model, category) : model.units[0]!;
  if (units < LEAST_UNITS) return { kind: 'refused', reason: 'few-units', units };
  return isWide ? { kind: 'refused', reason: 'wide-range', units } : null;
}

/** Returns the units (or ratings) of a category; 0 where it is new. */
export function unitsOfCategory({ groups, units }: LaunchEffects, category: string): number {
  let from = 1;
  for (const group of groups) {
    if (group.kind === 'level' && group.names[0] === 'category') {
      const place = group.texts.indexOf(category);
      return place < 0 ? 0 : units[from + place]!;
    }
    from += columnCount(group);
  }
  return 0;
}
