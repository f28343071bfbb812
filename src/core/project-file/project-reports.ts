// What people see of a project file that is looked at or restored.

import type { Progress } from '../progress.ts';
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

/** What a project file goes without, because on this device it is not whole any more. */
export interface LeftOut {
  /** Of the data set. */
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

/** What goes on with a project file, from the form before it is saved to what came back. */
export type ProjectPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'saving'; readonly progress: Progress | null }
  | {
      readonly status: 'saved';
      readonly bytes: number;
      readonly isEncrypted: boolean;
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly status: 'reading'; readonly progress: null }
  /** A passphrase is needed; wasWrong: another one was given. */
  | { readonly status: 'asking'; readonly name: string; readonly wasWrong: boolean }
  /** It may not fit. */
  | { readonly status: 'tight'; readonly neededBytes: number; readonly roomBytes: number }
  | { readonly status: 'restoring'; readonly progress: Progress | null }
  | { readonly status: 'restored'; readonly project: RestoredProject };
