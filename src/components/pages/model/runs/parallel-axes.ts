import { numberOf, type FigureName, type RunFigures } from '#core/evaluation/runs/run-figures.ts';

/** One axis of a parallel-coordinates plot, on which each run is a line. */
export interface ParallelAxis {
  readonly name: FigureName;
  readonly low: number;
  readonly high: number;
  /** Position of each run on the axis, 0–1; NaN if the run has no such setting. */
  readonly places: readonly number[];
}

/** In the order of the axes. */
const SETTINGS: readonly FigureName[] = [
  ...(['launches', 'seed', 'searchSeconds', 'members', 'width'] as const),
  ...(['epochs', 'batch', 'learningRate', 'weightDecay'] as const),
];
/** Above this ratio of the highest to the lowest value, an axis is logarithmic. */
const WIDE = 20;

/**
 * Returns an axis for each setting in which runs differ, then one for the error (WAPE). Empty if no setting differs.
 */
export function parallelAxes(runs: readonly RunFigures[]): ParallelAxis[] {
  const axes = SETTINGS.map((name) => axisOf(name, runs)).filter(({ low, high }) => high > low);
  return axes.length > 0 ? [...axes, axisOf('wape', runs)] : [];
}

function axisOf(name: FigureName, runs: readonly RunFigures[]): ParallelAxis {
  const values = runs.map((figures) => numberOf(figures, name));
  const known = values.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const scale = low > 0 && high / low > WIDE ? Math.log : (value: number) => value;
  const span = scale(high) - scale(low);
  const place = (value: number) => (scale(value) - scale(low)) / span;
  return { name, low, high, places: values.map((value) => (span > 0 ? place(value) : 0.5)) };
}
