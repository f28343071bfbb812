import { describe, expect, it } from 'vitest';
import { FIGURE_NAMES, numberOf, runFigures } from '#core/evaluation/runs/run-figures.ts';
import { runOffBy, trainingRun } from '../../../support/training-run.ts';

describe('figures of a run', () => {
  it('are what was set, what was taken, and how it did', () => {
    const coverage = [
      { promisedFraction: 0.5, reachedFraction: 0.4 },
      { promisedFraction: 0.8, reachedFraction: 0.77 },
    ];
    const run = runOffBy(0.31, { modelId: 7, report: { coverage, startedFrom: 5, seconds: 12 } });
    expect(runFigures(run)).toMatchObject({
      number: 7,
      wape: 0.31,
      maeUnits: 9,
      coverage80: 0.77,
      startedFrom: 5,
      seconds: 12,
      seed: run.report.settings.seed,
      backend: run.report.backend.name,
    });
  });

  it('are all there, in one order', () => {
    expect(Object.keys(runFigures(trainingRun()))).toEqual(FIGURE_NAMES);
  });

  it('are null where they are not known, and then no number', () => {
    const run = trainingRun({ report: { net: null, holdout: [], coverage: [] } });
    const figures = runFigures(run);
    expect(figures).toMatchObject({ width: null, wape: null, coverage80: null });
    expect(numberOf(figures, 'wape')).toBeNaN();
    expect(numberOf(runFigures(runOffBy(NaN)), 'wape')).toBeNaN();
  });

  it('count no parameters of a network without a weight in the forecast', () => {
    const { report } = trainingRun();
    expect(runFigures(trainingRun()).parameters).toBe(report.parameterCount);
    const blend = { net: 0, ridge: 1, trees: 0, analogues: 0, median: 0 };
    expect(runFigures(trainingRun({ report: { blend } })).parameters).toBeNull();
  });

  it('count the launches of all parts where a model does not say how many it learnt', () => {
    const rows = { training: 60, validation: 20, test: 20 };
    const run = trainingRun({ report: { rows, learnt: undefined } });
    expect(runFigures(run).launches).toBe(100);
  });

  it('count the launches that a model has learnt from whose last fit was stopped', () => {
    const stopped = [
      { part: 'epochs', done: 3, total: 12 },
      { part: 'launches', done: 64, total: 100 },
    ] as const;
    expect(runFigures(trainingRun({ report: { stopped } })).launches).toBe(64);
  });
});
