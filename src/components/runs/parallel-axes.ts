import { numberOf, type FigureName, type RunFigures } from '#core/runs/run-figures.ts';

/** One axis of a drawing on which each run is a line. */
export interface ParallelAxis {
  readonly name: FigureName;
  readonly low: number;
  readonly high: number;
  /** Where each run lies on it, 0–1; NaN where the run has no such setting. */
  readonly places: readonly number[];
}

/** In the order in which a line runs through them. */
const SETTINGS: readonly FigureName[] = [
  ...(['launches', 'seed', 'searchSeconds', 'members', 'width'] as const),
  ...(['epochs', 'batch', 'learningRate', 'weightDecay'] as const),
];
/** Values further apart than this many times are spread by their logs. */
const WIDE = 20;

/** Settings in which runs differ, and last how far off they were; none where nothing differs. */
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
