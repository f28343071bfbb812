import type { DerivationAccount, DerivedLaunch } from '../derivation/derivation-settings.ts';
import type { TableKind } from '../kind/kinds.ts';
import type { ExportKind } from '../platform-files/export-format.ts';
import type { FileAccount } from '../derivation/file-account.ts';
import type { ExportProblem } from '../platform-files/export-problem.ts';
import type { LaunchLack } from '../derivation/launch-lack.ts';
import type { Gap } from '../derivation/data-gaps.ts';
import type { MarketingAccount } from './report-match.ts';

/** What a file was recognised as. */
export interface FileFacts {
  readonly name: string;
  readonly sizeBytes: number;
  /** Null if it is not a known export. */
  readonly found: {
    readonly formatId: string;
    /** '' for a table of no platform. */
    readonly platform: string;
    readonly kind: ExportKind;
  } | null;
  /** What another file is; null for a known export. */
  readonly tableKind: TableKind | null;
  readonly rowCount: number;
  /** What became of its rows; null if none can be used. */
  readonly account: FileAccount | null;
}

export interface RolledUp {
  readonly launchCount: number;
  readonly variantCount: number;
  /** Products with the most variants, most first. */
  readonly largest: readonly { readonly title: string; readonly variants: readonly string[] }[];
}

/** A first look at exports that were given together, before anything is stored. */
export interface ExportsPreview {
  readonly files: readonly FileFacts[];
  readonly problems: readonly ExportProblem[];
  /** Null if no file has order lines. */
  readonly account: DerivationAccount | null;
  /** Why there are too few launches to learn from; null if there are enough, or no lines. */
  readonly lack: LaunchLack | null;
  /** Accounts of the reports of ads and visits, one for each kind. */
  readonly reports: readonly MarketingAccount[];
  /** Products sold in several variants, each counted as one launch. */
  readonly rolledUp: RolledUp;
  /** Launches with the most sales, most first. */
  readonly largest: readonly DerivedLaunch[];
  readonly gaps: readonly Gap[];
}
