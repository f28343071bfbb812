/** One page of the help, as its pages name each other. */
export interface HelpPage {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** A section of a page that can be reached by itself. */
export interface HelpAnchor {
  readonly id: string;
  readonly label: string;
}
