import fc from 'fast-check';
import { demandSpread } from '#core/launch/demand.ts';

/** Residuals of a model: from as good as none wrong to wrong by a factor of five either way. */
export const anyResiduals = fc
  .array(fc.double({ min: -1.6, max: 1.6, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((residuals) => Float64Array.from(residuals).sort());

export const anySpread = anyResiduals.map(demandSpread);

/** From less than nothing, as a line may say, to 160,000 units. */
export const anyLogUnits = fc.double({ min: -2, max: 12, noNaN: true });
