import type { NeverSoldCategory, NicheFigures } from '#core/planning/plan/launch-plan.ts';
import { count, finite, list, nullable, object, such, text, type Form } from '../form/form.ts';

const positive = such(finite, 'above 0', (value) => value > 0);

/** How the forecast for a category that was never sold was found. */
export const neverSoldForm: Form<NeverSoldCategory> = object<NeverSoldCategory>({
  ...{ shift: finite, scale: positive, freedom: positive, categories: count },
  nicheShare: nullable(finite),
  niche: nullable(
    object<NicheFigures>({
      ...{ name: text, fileNames: list(text), unitsLow: finite, unitsHigh: finite },
      returnRate: nullable(finite),
    }),
  ),
});
