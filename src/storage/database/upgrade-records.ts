// Upgrades records of older app versions to the current format. tests/fixtures/schema holds what each version really
// stored.

import type { Transaction } from 'dexie';
import type { ReviewOutcome } from '#core/import/reviews/review-outcomes.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { NO_REMARKS, type TrainingRun } from '#core/evaluation/runs/training-run.ts';
import type { ReviewReading } from '#core/evaluation/reviews/review-reading.ts';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import type { EvidenceRecord, ModelRecord, ReviewOutcomesRecord } from './records.ts';

/** Upgrades data checks (findings in code): they once held one sample, and offered no treatment. */
export function renewIssues(record: { report: { issues: readonly object[] } }): void {
  record.report.issues = record.report.issues.map((issue) => {
    const { sample, ...rest } = issue as { readonly sample?: string | null };
    return { ...rest, samples: typeof sample === 'string' ? [sample] : [], treatment: null };
  });
}

/** Moves reports out of the models into `trainings`. Puts each data set's model, its only one, in use. */
export async function keepReportsApart(upgrade: Transaction): Promise<void> {
  const models = upgrade.table<OlderModel>('models');
  for (const { id, datasetId, model } of await models.toArray()) {
    const { report, ...rest } = model;
    if (!report) continue;
    const run = { modelId: id, datasetId, report: { ...report, modelId: id }, comparison: null };
    await upgrade.table('trainings').add({ ...run, ...NO_REMARKS });
    await upgrade.table('datasets').update(datasetId, { modelInUse: id });
    await models.put({ id, datasetId, model: rest });
  }
}

interface OlderModel {
  readonly id: number;
  readonly datasetId: number;
  readonly model: { readonly report?: TrainingReport };
}

/** Moves what models learn of reviews out of their readings into `reviewOutcomes`. */
export async function keepOutcomesApart(upgrade: Transaction): Promise<void> {
  const readings = upgrade.table<OlderReading>('reviewReadings');
  for (const { datasetId, reading } of await readings.toArray()) {
    const { outcomes = [], ...rest } = reading;
    await upgrade.table<ReviewOutcomesRecord>('reviewOutcomes').add({ datasetId, outcomes });
    await readings.put({ datasetId, reading: rest });
  }
}

interface OlderReading {
  readonly datasetId: number;
  /** The first readings told models nothing. */
  readonly reading: ReviewReading & { readonly outcomes?: readonly ReviewOutcome[] };
}

/**
 * Completes older records. The first models that could read names did not record it where they had read none.
 * The first reports of what a model had learnt knew no sales events.
 * The first training curves gave a coverage where there were no ranges.
 * The first evidence held fewer kinds.
 */
export async function completeRuns(upgrade: Transaction): Promise<void> {
  const all = <T>(table: string) => upgrade.table<T>(table).toCollection();
  await all<ModelRecord>('models').modify(completeEncoder);
  await all<TrainingRun>('trainings').modify(completeReport);
  await all<EvidenceRecord>('evidence').modify(completeEvidence);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function completeEncoder(record: Writable<Pick<ModelRecord, 'model'>>): void {
  const { encoding } = record.model;
  const encoder = { ...encoding.encoder, meaning: encoding.encoder.meaning ?? null };
  record.model = { ...record.model, encoding: { ...encoding, encoder } };
}

function completeReport(run: Writable<Pick<TrainingRun, 'report'>>): void {
  const { learnt, curve } = run.report;
  run.report = {
    ...run.report,
    // Without a market there are no sales events, and their key is empty.
    ...(learnt && { learnt: { ...NO_EVENTS, ...learnt } }),
    curve: curve.map((point) => (hasNoRanges(point) ? { ...point, quality: null } : point)),
  };
}

const NO_EVENTS: { readonly eventsKey?: string } = { eventsKey: '' };

function hasNoRanges({ quality }: TrainingReport['curve'][number]): boolean {
  return quality != null && Number.isNaN(quality.coverage);
}

function completeEvidence(record: Writable<Pick<EvidenceRecord, 'evidence'>>): void {
  record.evidence = { ...NO_EVIDENCE, ...record.evidence };
}
