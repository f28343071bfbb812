import fc from 'fast-check';
import { demandSpread } from '#core/planning/economics/demand.ts';

/** Residuals of a model on the log scale, up to a factor of five either way. */
export const anyResiduals = fc
  .array(fc.double({ min: -1.6, max: 1.6, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((residuals) => Float64Array.from(residuals).sort());

export const anySpread = anyResiduals.map(demandSpread);

/** Log units from below zero, as a linear model may predict, to 160,000 units. */
export const anyLogUnits = fc.double({ min: -2, max: 12, noNaN: true });
