/** Which variants of a product sold how much, in one cell. No field: it is kept for splitting stock by size and colour. */
export const VARIANT_UNITS = 'variant_units';
