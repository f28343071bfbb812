/** A bar between two positions on the axis, as high as its value; NaN is not drawn. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}
