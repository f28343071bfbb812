/** A bar from one place of the axis to another, as high as its value; NaN is not drawn. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}
