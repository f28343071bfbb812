import type { DerivationAccount, DerivedLaunch } from '../derivation/derivation.ts';
import type { ExportKind } from './export-format.ts';
import type { FileAccount } from './file-account.ts';
import type { ExportProblem } from './export-problem.ts';
import type { LaunchLack } from '../derivation/launch-lack.ts';
import type { Gap } from '../derivation/knowledge-gaps.ts';
import type { ReportAccount } from '../reports/report.ts';

/** What a file turned out to be. */
export interface FileFacts {
  readonly name: string;
  readonly sizeBytes: number;
  /** Null where it is no known export. */
  readonly found: {
    readonly formatId: string;
    /** '' for a table of no platform. */
    readonly platform: string;
    readonly kind: ExportKind;
  } | null;
  readonly rowCount: number;
  /** What became of its rows; null where none can be used. */
  readonly account: FileAccount | null;
}

export interface RolledUp {
  readonly launchCount: number;
  readonly variantCount: number;
  /** Those with most variants, most first. */
  readonly largest: readonly { readonly title: string; readonly variants: readonly string[] }[];
}

/** A look at exports that were given together, before anything is stored. */
export interface ExportsPreview {
  readonly files: readonly FileFacts[];
  readonly problems: readonly ExportProblem[];
  /** Null where no file has lines of orders. */
  readonly account: DerivationAccount | null;
  /** Why there are too few launches to learn from; null where there are enough, or no lines. */
  readonly lack: LaunchLack | null;
  /** What became of reports of ads and visits, one a kind. */
  readonly reports: readonly ReportAccount[];
  /** Products that were sold in several variants, each one launch. */
  readonly rolledUp: RolledUp;
  /** Those that sold most, most first. */
  readonly largest: readonly DerivedLaunch[];
  readonly gaps: readonly Gap[];
}
