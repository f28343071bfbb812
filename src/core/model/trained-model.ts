import type { TrainingReport } from '../launch/training-report.ts';
import type { NetWeights } from './net.ts';

/** Everything that planning needs, as plain values and typed arrays: it is stored as it is. */
export interface TrainedModel {
  readonly net: NetWeights | null;
  readonly report: TrainingReport;
}
