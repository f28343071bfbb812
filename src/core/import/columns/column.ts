/** A column of numbers or days. NaN means missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** A column of texts. '' means missing. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly string[];
}

export type Column = NumberColumn | TextColumn;
