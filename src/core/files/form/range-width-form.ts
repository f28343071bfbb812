import type { RangeWidth } from '#core/model/blend/range-width.ts';
import { finite, object, type Form } from './form.ts';

export const rangeWidthForm: Form<RangeWidth> = object<RangeWidth>({
  middle: finite,
  slope: finite,
  largest: finite,
});
