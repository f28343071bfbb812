import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runFigures } from '#core/evaluation/runs/run-figures.ts';
import { runsJson, type RunsFile } from '#core/evaluation/runs/runs-json.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import { anyRun, runOffBy } from '../../../support/training-run.ts';

const read = (text: string) => JSON.parse(text) as RunsFile;

/** As JSON can say it: no undefined, no number that is not finite, no negative zero. */
function sayable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return value.map(sayable);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(known.map(([key, part]) => [key, sayable(part)]));
}

/** A run again, without what the file says in other words. */
function runFrom({ report, curve, ...said }: RunsFile['runs'][number]): TrainingRun {
  const { name, note, tags, comparison } = said;
  const { modelId, datasetId } = report;
  return { modelId, datasetId, name, note, tags, comparison, report: { ...report, curve } };
}

describe('runs as JSON', () => {
  it('come back whole, with their curves, remarks and comparisons', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 3 }), (runs) => {
        const file = read(runsJson({ runs, modelInUse: runs[0]?.modelId ?? null }));
        expect(file).toMatchObject({ format: 'debut-runs', version: 1 });
        expect(file.modelInUse).toBe(runs[0]?.modelId ?? null);
        expect(file.runs.map(runFrom).map(sayable)).toEqual(runs.map(sayable));
        expect(file.runs.map(({ figures }) => figures)).toEqual(runs.map(runFigures).map(sayable));
      }),
    );
  });

  it('say null where a loss or a metric was no number', () => {
    const curve = [{ epoch: 1, training: NaN, validation: null }];
    const [run] = read(
      runsJson({ runs: [runOffBy(NaN, { report: { curve } })], modelInUse: null }),
    ).runs;
    expect(run!.curve).toEqual([{ epoch: 1, training: null, validation: null }]);
    expect(run!.figures.wape).toBeNull();
  });

  it('keep the comparison with the model before', () => {
    const comparison = {
      modelId: 2,
      judgedOn: 40,
      wape: 0.3,
      wapeBefore: 0.35,
      verdict: 'worse' as const,
    };
    const file = read(runsJson({ runs: [runOffBy(0.3, { comparison })], modelInUse: 1 }));
    expect(file.runs[0]!.comparison).toEqual(comparison);
  });
});
