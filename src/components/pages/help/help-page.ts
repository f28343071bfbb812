/** One page of the help, as listed on each help page. */
export interface HelpPage {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** A section of a page with its own anchor. */
export interface HelpAnchor {
  readonly id: string;
  readonly label: string;
}
