/** One thing worth knowing: what it is, and what follows from it. */
export interface Finding {
  readonly icon: 'warn' | 'note' | 'wrong' | 'tick';
  readonly title: string;
  readonly advice: string;
}
