// HiGHS, a solver of mixed-integer linear programs, compiled to WebAssembly. It does not return before it is done, so
// stopping it means ending its worker. What it found until then has been reported.

import loadHighs, { type Highs } from 'highs';
import type { LinearProgram } from '#core/season/problem/linear-program.ts';

interface SolverRun {
  /** Columns to begin with; null: none. */
  readonly start: Float64Array | null;
  /** Optimality gap that is good enough, as a share of the value found. */
  readonly gap: number;
  readonly seconds: number;
  readonly onBetter: (found: { readonly columns: Float64Array; readonly bound: number }) => void;
}

interface Solved {
  /** null: no solution was found. */
  readonly columns: Float64Array | null;
  readonly bound: number | null;
  /** infeasible: it is proven that there is no solution. */
  readonly end: 'best' | 'out-of-time' | 'infeasible';
}

export interface Solver {
  solve(program: LinearProgram, run: SolverRun): Solved;
}

/**
 * Loads the solver.
 * @param wasmBinary returns the solver's WebAssembly; undefined: it is found next to the package, as in Node
 */
export async function openSolver(wasmBinary?: () => Promise<ArrayBuffer>): Promise<Solver> {
  const highs = await loadHighs(wasmBinary && { wasmBinary: await wasmBinary() });
  return { solve: (program, run) => solveWith(highs, program, run) };
}

function solveWith(highs: Highs, program: LinearProgram, run: SolverRun): Solved {
  // HiGHS accepts no solution of an empty program.
  if (program.columnCount === 0) return { columns: new Float64Array(), bound: 0, end: 'best' };
  return highs.withModel((model): Solved => {
    model.options.set({ output_flag: false });
    model.passModel(modelOf(highs, program));
    model.options.set({ mip_rel_gap: run.gap, time_limit: run.seconds });
    if (run.start) model.setSolution({ colValue: run.start });
    const { modelStatus, callbackType } = highs.constants;
    model.run({
      [callbackType.mipImprovingSolution]: ({ data }) => {
        const { mip_solution: columns, mip_dual_bound: bound } = data;
        if (columns) run.onBetter({ columns, bound: bound ?? Infinity });
      },
    });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { columns: null, bound: null, end: 'infeasible' };
    const isFound = Number.isFinite(model.info.get('mip_gap'));
    const bound = Number(model.info.get('mip_dual_bound'));
    return {
      columns: isFound ? model.getSolution().colValue : null,
      bound: Number.isFinite(bound) ? bound : null,
      end: status === modelStatus.optimal ? 'best' : 'out-of-time',
    };
  });
}

function modelOf(highs: Highs, program: LinearProgram) {
  const { columnCount, wholeCount, costs, rowLower, rowUpper, starts, indices, values } = program;
  const { objectiveSense, variableType } = highs.constants;
  const isWhole = (column: number) => column < wholeCount;
  const columns = Array.from({ length: columnCount }, (_, column) => column);
  return {
    numCols: columnCount,
    numRows: rowLower.length,
    sense: objectiveSense.maximize,
    colCost: costs,
    colLower: new Float64Array(columnCount),
    colUpper: Float64Array.from(columns, (column) => (isWhole(column) ? 1 : highs.infinity)),
    rowLower: rowLower.map((value) => (value === -Infinity ? -highs.infinity : value)),
    rowUpper: rowUpper.map((value) => (value === Infinity ? highs.infinity : value)),
    matrix: {
      format: 'csr' as const,
      numCols: columnCount,
      numRows: rowLower.length,
      ...{ starts, indices, values },
    },
    integrality: columns.map((column) =>
      isWhole(column) ? variableType.integer : variableType.continuous,
    ),
  };
}
