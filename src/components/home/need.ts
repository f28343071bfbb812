/** Something that waits for the seller, and where it is done. */
export interface Need {
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string };
}
