/** Something that can be asked for by name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Written smaller beside it. */
  readonly note?: string | undefined;
  /** Also found by these. */
  readonly keywords?: readonly string[] | undefined;
  /** Pressed one after another they do the same. */
  readonly keys?: readonly string[] | undefined;
  readonly onrun: () => void;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}
