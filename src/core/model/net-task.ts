// A fit of one net as plain values, so that it can be done on another thread, or later.

import type { EpochQuality, Yardstick } from '../evaluation/epoch-quality.ts';
import type { HeadLoss } from '../launch/training-report.ts';
import type { FitSettings, NetShape, NetWeights, TrainingRows } from './net.ts';

/** All that decides what a net becomes. */
export interface NetTask {
  readonly rows: TrainingRows;
  /** Where given, the weights of the last epoch that does well on these rows are kept. */
  readonly validation?: TrainingRows | undefined;
  /** What epochs say of the validation rows in the seller's terms is measured by it. */
  readonly yardstick?: Yardstick | undefined;
  readonly shape: NetShape;
  readonly offsets: readonly number[];
  readonly settings: FitSettings;
  readonly seed: number;
  /** Ends before the schedule of `settings.epochs` does: at the epoch that an earlier fit found best. */
  readonly stopAfter?: number | undefined;
}

export interface EpochReport {
  /** From 1. */
  readonly epoch: number;
  /** Of the epoch's last step. */
  readonly learningRate: number;
  /** Means per row and member; training under dropout, validation without. */
  readonly training: number;
  readonly validation: number | null;
  /** The parts of the validation's, by head. */
  readonly byHead: readonly HeadLoss[] | null;
  readonly quality: EpochQuality | null;
  /** Steps of this epoch. */
  readonly steps: number;
  /** These weights are the ones to return so far. */
  readonly kept: boolean;
}

/** @param isKnown the epoch was learnt before the run was interrupted */
export type OnEpoch = (report: EpochReport, isKnown: boolean) => void;

/** What a task became. */
export interface FittedNet {
  readonly net: NetWeights;
  readonly reports: readonly EpochReport[];
}

export type FitNet = (task: NetTask, onEpoch: OnEpoch) => Promise<NetWeights>;
