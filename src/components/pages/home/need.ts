/** A task for the seller, and where to do it. */
export interface Need {
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string };
}
