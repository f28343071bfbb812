import { describe, expect, it } from 'vitest';
import { runFigures, type RunFigures } from '#core/evaluation/runs/run-figures.ts';
import { parallelAxes } from '#components/pages/model/runs/parallel-axes.ts';
import { runOffBy } from '../../../../support/training-run.ts';

const base = runFigures(runOffBy(0.3));
const figures = (change: Partial<RunFigures>): RunFigures => ({ ...base, ...change });

describe('axes of runs', () => {
  it('are the settings that differ, and last how far off the runs were', () => {
    const axes = parallelAxes([
      figures({ seed: 1, width: 32, wape: 0.2 }),
      figures({ seed: 1, width: 64, wape: 0.4 }),
      figures({ seed: 1, width: 48, wape: 0.25 }),
    ]);
    expect(axes).toEqual([
      { name: 'width', low: 32, high: 64, places: [0, 1, 0.5] },
      { name: 'wape', low: 0.2, high: 0.4, places: [0, 1, expect.closeTo(0.25) as number] },
    ]);
  });

  it('spread values of very different size by their logs', () => {
    const rates = [1e-4, 1e-3, 1e-2].map((learningRate) => figures({ learningRate }));
    const [rate] = parallelAxes(rates);
    expect(rate!.places).toEqual([0, expect.closeTo(0.5) as number, expect.closeTo(1) as number]);
  });

  it('have no place for a run that lacks the setting', () => {
    const [width] = parallelAxes([
      figures({ width: 32 }),
      figures({ width: null }),
      figures({ width: 64 }),
    ]);
    expect(width!.places).toEqual([0, NaN, 1]);
  });

  it('are none where nothing was set in another way', () => {
    expect(parallelAxes([])).toEqual([]);
    expect(parallelAxes([figures({ wape: 0.2 }), figures({ wape: 0.4 })])).toEqual([]);
    expect(parallelAxes([figures({ width: null }), figures({ width: 32 })])).toEqual([]);
  });
});
