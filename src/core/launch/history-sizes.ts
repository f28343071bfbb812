/** Fewest launches that Debut learns from; with fewer it shows what is missing. */
export const MIN_LAUNCHES = 8;
/**
 * With fewer launches there is no holdout and no network, which would only memorise. Ridge alone forecasts, with wide
 * ranges.
 */
export const FEW_LAUNCHES = 30;
