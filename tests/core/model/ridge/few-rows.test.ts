// Both ways to solve a ridge, held to the same one written out.

import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { pairGroups } from '#core/model/ridge/coefficient-groups.ts';
import { FewRows } from '#core/model/ridge/few-rows.ts';
import { ManyRows } from '#core/model/ridge/many-rows.ts';
import type { RidgeSolver } from '#core/model/ridge/penalised-system.ts';
import type { RidgeRows } from '#core/model/ridge/ridge-rows.ts';
import {
  denseInteractions,
  solveDense,
  solveRidge,
  times,
  transposed,
  dot,
} from '../../../support/dense.ts';

const GROUPS = pairGroups([0, 0, 0, 1, 1], [0, 1, 1, 2]);
const [INPUTS, BASIS] = [5, 4];

function someRows(count: number): RidgeRows {
  const random = seededRandom(3);
  const phi = Float32Array.from({ length: count * BASIS }, (_, i) =>
    i % BASIS === 0 ? 1 : random() - 0.3,
  );
  return {
    x: Float32Array.from({ length: count * INPUTS }, (_, i) =>
      // The last input is in no row.
      i % INPUTS < 4 && random() < 0.6 ? random() : 0,
    ),
    phi,
    target: Float64Array.from({ length: count }, () => random() - 0.5),
    weight: Float64Array.from({ length: count }, () => 0.5 + random()),
    batch: Uint32Array.from({ length: count }, (_, row) => Math.floor(row / 3)),
  };
}

const rows = someRows(20);
const penalties = Float64Array.from({ length: GROUPS.count + 1 }, (_, group) => 0.5 + group / 3);
const precision = rows.weight.map((value) => 3 * value);

const ofCoefficient = [
  ...Array.from(GROUPS.ofCoefficient),
  ...Array<number>(7).fill(GROUPS.count), // batches
];
const matrix = denseInteractions(rows);
const dense = { precision, penalties: ofCoefficient.map((group) => penalties[group]!) };

/** Of (XᵀWX + Λ)⁻¹ XᵀWX, summed over each group. */
function denseTraces(): number[] {
  const columns = transposed(matrix);
  const weighed = columns.map((column) => column.map((value, row) => value * precision[row]!));
  const gram = weighed.map((one) => columns.map((other) => dot(one, other)));
  const system = gram.map((row, i) =>
    row.map((value, j) => value + (i === j ? dense.penalties[i]! : 0)),
  );
  const traces = Array<number>(GROUPS.count + 1).fill(0);
  gram.forEach((_row, i) => {
    const column = gram.map((row) => row[i]!);
    traces[ofCoefficient[i]!]! += solveDense(system, column)[i]!;
  });
  return traces;
}

function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const SOLVERS: readonly [string, RidgeSolver, number][] = [
  ['by way of the rows', new FewRows(rows, GROUPS), 9],
  ['by conjugate gradients', new ManyRows(rows, { groups: GROUPS, random: seededRandom(1) }), 2],
];

describe.each(SOLVERS)('a ridge %s', (_name, solver, digits) => {
  const system = solver.under({ penalties, precision });

  it('has the coefficients of the normal equations', () => {
    const found = finished(system.coefficients(rows.target, true));
    const exact = solveRidge(matrix, rows.target, dense);
    expect(found).toHaveLength(exact.length);
    found.forEach((value, i) => expect(value).toBeCloseTo(exact[i]!, digits));
    const fitted = solver.times(found);
    times(matrix, exact).forEach((value, row) => expect(fitted[row]).toBeCloseTo(value, digits));
  });

  it('counts the coefficients that a launch speaks of', () => {
    // The constant input and the other four that are in any row, times the columns of each group.
    expect([...solver.sizes]).toEqual([1, 2, 1, 3, 6, 3, 1, 2, 1, 7]);
  });

  it('adds up squares by group', () => {
    const ones = new Float64Array(ofCoefficient.length).fill(2);
    expect([...solver.squareLengths(ones)]).toEqual([4, 8, 4, 12, 24, 12, 8, 16, 8, 28]);
  });
});

it('tells exactly how many coefficients of each group are settled, where rows are few', () => {
  const learnt = finished(SOLVERS[0]![1].under({ penalties, precision }).learntByGroup());
  denseTraces().forEach((trace, group) => expect(learnt[group]).toBeCloseTo(trace, 9));
});

it('tells it by chance, and on average rightly, where they are many', () => {
  const mean = new Float64Array(GROUPS.count + 1);
  const TRIES = 40;
  for (let seed = 1; seed <= TRIES; seed++) {
    const solver = new ManyRows(rows, { groups: GROUPS, random: seededRandom(seed) });
    const ofRounds = [1, 2, 3].map(() =>
      finished(solver.under({ penalties, precision }).learntByGroup()),
    );
    ofRounds.at(-1)!.forEach((count, group) => (mean[group] = mean[group]! + count / TRIES));
  }
  denseTraces().forEach((trace, group) => {
    expect(Math.abs(mean[group]! - trace)).toBeLessThan(0.15 * Math.max(1, trace));
  });
});

it('says nothing of launches that count for nothing', () => {
  const solver = new FewRows(rows, GROUPS);
  const none = { penalties, precision: new Float64Array(20) };
  expect(finished(solver.under(none).coefficients(rows.target, true)).every((w) => w === 0)).toBe(
    true,
  );
  expect(finished(solver.under(none).learntByGroup()).every((count) => count === 0)).toBe(true);
});
