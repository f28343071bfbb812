/** A third-party part of the app, as listed in licences.json of the built site. */
export interface ShippedLicence {
  readonly name: string;
  /** Empty where it has none. */
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Text of the licence, with the copyright holders. */
  readonly text: string;
}
