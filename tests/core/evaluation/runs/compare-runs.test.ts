import { expect, it } from 'vitest';
import { compareFigures } from '#core/evaluation/runs/compare-runs.ts';
import { runFigures } from '#core/evaluation/runs/run-figures.ts';
import { runOffBy } from '../../../support/training-run.ts';

const NAMES = ['seconds', 'wape', 'seed', 'startedFrom'] as const;
const figures = (wape: number, startedFrom?: number) =>
  runFigures(runOffBy(wape, { report: { seconds: 9, startedFrom } }));

it('tells figures that set runs apart from those that do not, and leaves out what none knows', () => {
  const { differing, equal } = compareFigures(NAMES, [figures(0.3), figures(0.4)]);
  expect(differing).toEqual([{ name: 'wape', values: [0.3, 0.4] }]);
  expect(equal.map(({ name }) => name)).toEqual(['seconds', 'seed']);
});

it('sets runs apart where only one of them knows a figure', () => {
  const { differing } = compareFigures(NAMES, [figures(0.3), figures(0.3, 2)]);
  expect(differing).toEqual([{ name: 'startedFrom', values: [null, 2] }]);
});
