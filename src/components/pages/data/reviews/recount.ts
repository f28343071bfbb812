/** Whether shares count the words as they are now, or are being counted again. */
export interface Recount {
  readonly isUpToDate: boolean;
  /** null where nothing is being read. */
  readonly reading: { readonly fraction: number | null } | null;
}
