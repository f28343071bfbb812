// What the app shows of a project file that is opened or restored.

import type { Progress } from '#core/base/progress.ts';
import type { NamedDataset } from './manifest.ts';

/** What a file states about itself, before anything is checked. */
export interface ProjectGlance {
  readonly isEncrypted: boolean;
  /** Null for an encrypted file before the passphrase is given. */
  readonly contents: {
    readonly savedAt: number;
    readonly dataSets: readonly NamedDataset[];
    /** Approximate size on this device. */
    readonly bytes: number;
  } | null;
}

/** Contents missing from a project file because this device no longer has them in full. */
export interface LeftOut {
  /** Name of the data set. */
  readonly name: string;
  readonly isFileLost: boolean;
  readonly lostModelCount: number;
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

/** States of saving or restoring a project file, from the form to the result. */
export type ProjectPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' | 'reading' | 'restoring'; readonly progress: Progress | null }
  | {
      readonly status: 'saved';
      readonly bytes: number;
      readonly isEncrypted: boolean;
      readonly leftOut: readonly LeftOut[];
    }
  /** A passphrase is needed; wasWrong: the one given did not work. */
  | { readonly status: 'asking'; readonly name: string; readonly wasWrong: boolean }
  /** Storage may be too small. */
  | { readonly status: 'tight'; readonly neededBytes: number; readonly roomBytes: number }
  | { readonly status: 'restored'; readonly project: RestoredProject };
