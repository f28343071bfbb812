// What people see of a project file that is looked at or restored.

import type { NamedDataset } from './manifest.ts';

/** What a file says of itself before anything is checked. */
export interface ProjectGlance {
  readonly isEncrypted: boolean;
  /** null where only the passphrase tells. */
  readonly contents: {
    readonly savedAt: number;
    readonly dataSets: readonly NamedDataset[];
    /** About what it takes on this device. */
    readonly bytes: number;
  } | null;
}

export interface RestoredDataset {
  readonly datasetId: number;
  readonly name: string;
  readonly launchCount: number;
  readonly modelCount: number;
  readonly planCount: number;
  readonly adoptedCount: number;
}

export interface RestoredProject {
  readonly savedAt: number;
  readonly datasets: readonly RestoredDataset[];
}
