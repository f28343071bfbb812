/** Attributes that connect the control of a field to its label, help and error. */
export interface Tie {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}
