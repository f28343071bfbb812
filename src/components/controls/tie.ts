/** What ties the control of a field to its label, its help and what is wrong. */
export interface Tie {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}
