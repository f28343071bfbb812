// The fit of one network as plain values, so that it can run on another thread, or later.

import type { EpochQuality, Yardstick } from './epoch-quality.ts';
import type { HeadLoss } from './training-report.ts';
import type { NetStart } from './net-start.ts';
import type { FitSettings, NetShape, NetWeights, TrainingRows } from '../net/net.ts';

/** Everything that determines the fitted network. */
export interface NetTask {
  readonly rows: TrainingRows;
  /** Validation rows. Where given, the weights of the last epoch that does well on them are kept. */
  readonly validation?: TrainingRows | undefined;
  /** Measures the quality of each epoch on the validation rows in the seller's terms. */
  readonly yardstick?: Yardstick | undefined;
  readonly shape: NetShape;
  readonly offsets: readonly number[];
  /** What the network starts from; undefined: from its baseline. */
  readonly start?: NetStart | undefined;
  readonly settings: FitSettings;
  readonly seed: number;
  /** Epoch to stop after, before the schedule of `settings.epochs` ends: the one that an earlier fit found best. */
  readonly stopAfter?: number | undefined;
}

export interface EpochReport {
  /** Number of the epoch, from 1. */
  readonly epoch: number;
  /** Learning rate of the epoch's last step. */
  readonly learningRate: number;
  /** Mean loss per row and member: training with dropout, validation without. */
  readonly training: number;
  readonly validation: number | null;
  /** Parts of the validation loss, by head. */
  readonly byHead: readonly HeadLoss[] | null;
  readonly quality: EpochQuality | null;
  /** Number of steps in this epoch. */
  readonly steps: number;
  /** Whether these weights are the ones to return so far. */
  readonly kept: boolean;
}

/**
 * Receives the report of an epoch.
 * @param isKnown whether the epoch was trained before the run was interrupted
 */
export type OnEpoch = (report: EpochReport, isKnown: boolean) => void;

/** A fitted network, with the reports of its epochs. */
export interface FittedNet {
  readonly net: NetWeights;
  readonly reports: readonly EpochReport[];
}
