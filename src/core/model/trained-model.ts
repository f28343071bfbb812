import type { Residuals } from '../evaluation/conformal.ts';
import type { TrainingReport } from '../launch/training-report.ts';
import type { RowEncoding } from './heads.ts';
import type { NetWeights } from './net.ts';
import type { Ridge } from './ridge.ts';

/** Everything that planning needs, as plain values and typed arrays: it is stored as it is. */
export interface TrainedModel {
  readonly encoding: RowEncoding;
  /** null where there were too few launches for a net. */
  readonly net: NetWeights | null;
  readonly ridge: Ridge;
  /** Share of the net in the blend of both, on the log scale. */
  readonly netWeight: number;
  readonly residuals: Residuals;
  readonly report: TrainingReport;
}
