import type { FigureName, FigureValue, RunFigures } from './run-figures.ts';

export interface ComparedFigure {
  readonly name: FigureName;
  /** One value per run, in the order of the runs. */
  readonly values: readonly FigureValue[];
}

export interface ComparedFigures {
  readonly differing: readonly ComparedFigure[];
  readonly equal: readonly ComparedFigure[];
}

/**
 * Compares the figures of several runs: those that differ, and those that are equal. Figures that no run has are left
 * out.
 */
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
