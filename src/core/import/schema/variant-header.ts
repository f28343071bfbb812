/** Units by variant in one cell. It is not a field; it is kept for splitting stock by size and colour. */
export const VARIANT_UNITS = 'variant_units';
