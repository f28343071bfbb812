/** A part of the app that others made, as licences.json of the built site lists it. */
export interface ShippedLicence {
  readonly name: string;
  /** Empty where it has none. */
  readonly version: string;
  /** As SPDX names it. */
  readonly licence: string;
  /** The licence's words, with the names of whom it is from. */
  readonly text: string;
}
