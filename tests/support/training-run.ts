import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { readModelFile } from '#core/files/model/model-file.ts';
import { NO_REMARKS, type TrainingRun } from '#core/evaluation/runs/training-run.ts';

const { report } = readModelFile(
  new Uint8Array(readFileSync('tests/core/files/model/small-model.safetensors')),
);

interface Said extends Partial<Omit<TrainingRun, 'report'>> {
  readonly report?: Partial<TrainingReport>;
}

/** Returns a run of the small model, with the fields that a test gives. */
export function trainingRun({ report: said, ...rest }: Said = {}): TrainingRun {
  const { modelId = 1, datasetId = 1 } = rest;
  const own = { ...report, ...said, modelId, datasetId };
  return { ...NO_REMARKS, comparison: null, ...rest, modelId, datasetId, report: own };
}

/** Returns a run with this WAPE. */
export function runOffBy(wape: number, said: Said = {}): TrainingRun {
  const holdout = [{ method: 'debut', wape, maeUnits: 9, r2Log: 0.5 } as const];
  return trainingRun({ ...said, report: { holdout, ...said.report } });
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const measured = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -0));

/** Runs with any names, notes, tags and figures. */
export const anyRun: fc.Arbitrary<TrainingRun> = fc
  .record({
    modelId: fc.integer({ min: 1, max: 1e6 }),
    name: text,
    note: text,
    tags: fc.array(text, { maxLength: 3 }),
    seconds: measured,
    wape: measured,
    losses: fc.array(fc.tuple(measured, fc.option(measured)), { maxLength: 3 }),
  })
  .map(({ seconds, wape, losses, ...said }) =>
    runOffBy(wape, {
      ...said,
      report: {
        seconds,
        curve: losses.map(([training, validation], epoch) => ({ epoch, training, validation })),
      },
    }),
  );
