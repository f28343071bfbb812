import fc from 'fast-check';
import { demandSpread } from '#core/planning/economics/demand.ts';

/** Residuals of a model on the log scale, up to a factor of five either way. */
export const anyResiduals = fc
  .array(fc.double({ min: -1.6, max: 1.6, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((residuals) => Float64Array.from(residuals).sort());

/** So steep that a higher forecast has no lower range end. */
const anyWidth = fc.record({
  middle: fc.double({ min: -1, max: 9, noNaN: true }),
  slope: fc.double({ min: -0.3, max: 0, noNaN: true }),
  largest: fc.double({ min: 2, max: 9, noNaN: true }),
});

export const anySpread = fc
  .tuple(anyResiduals, fc.option(anyWidth, { nil: undefined }))
  .map(([residuals, width]) => demandSpread(residuals, width));

/** Log units from below zero, as a linear model may predict, to 160,000 units. */
export const anyLogUnits = fc.double({ min: -2, max: 12, noNaN: true });
