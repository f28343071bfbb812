/** A command that can be found by name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Smaller text next to the label. */
  readonly note?: string | undefined;
  /** Other words that find it. */
  readonly keywords?: readonly string[] | undefined;
  /** Keys that do the same, pressed one after another. */
  readonly keys?: readonly string[] | undefined;
  readonly onrun: () => void;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}
