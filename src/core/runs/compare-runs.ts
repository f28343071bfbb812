import type { FigureName, FigureValue, RunFigures } from './run-figures.ts';

export interface ComparedFigure {
  readonly name: FigureName;
  /** Of each run, in the runs' order. */
  readonly values: readonly FigureValue[];
}

export interface ComparedFigures {
  readonly differing: readonly ComparedFigure[];
  readonly equal: readonly ComparedFigure[];
}

/** Figures of several runs side by side, those that tell the runs apart by themselves. What no run knows is left out. */
export function compareFigures(
  names: readonly FigureName[],
  runs: readonly RunFigures[],
): ComparedFigures {
  const figures = names
    .map((name) => ({ name, values: runs.map((figuresOf) => figuresOf[name]) }))
    .filter(({ values }) => values.some((value) => value !== null));
  const differs = ({ values }: ComparedFigure) => new Set(values).size > 1;
  return {
    differing: figures.filter(differs),
    equal: figures.filter((figure) => !differs(figure)),
  };
}
