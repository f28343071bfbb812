// The net again, one number at a time in double precision, written from its formulas and sharing no code with the tensors.

import type { NetShape, TrainingRows } from '#core/model/net/net.ts';

export interface NaiveMasks {
  readonly hidden1: ArrayLike<number>; // [members, rows, width]
  readonly hidden2: ArrayLike<number>;
  readonly skip: ArrayLike<number>; // [members, rows, inputs]
}

interface Layers {
  readonly w1: Matrix;
  readonly r1: Matrix;
  readonly s1: Matrix;
  readonly b1: Matrix;
  readonly w2: Matrix;
  readonly r2: Matrix;
  readonly s2: Matrix;
  readonly b2: Matrix;
  readonly headHidden: Matrix;
  /** undefined: the network has no skip. */
  readonly headSkip: Matrix | undefined;
  readonly headBias: Matrix;
}

type Matrix = (row: number, column: number) => number;

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function readLayers(shape: NetShape, theta: ArrayLike<number>): Layers {
  const { inputs, members, width } = shape;
  const outputs = total(shape.heads.map(({ basis }) => basis));
  let at = 0;
  const matrix = (rows: number, columns: number): Matrix => {
    const start = at;
    at += rows * columns;
    return (row, column) => theta[start + row * columns + column]!;
  };
  return {
    w1: matrix(inputs, width),
    r1: matrix(inputs, members),
    s1: matrix(members, width),
    b1: matrix(members, width),
    w2: matrix(width, width),
    r2: matrix(members, width),
    s2: matrix(members, width),
    b2: matrix(members, width),
    headHidden: matrix(members * width, outputs),
    headSkip: shape.hasSkip ? matrix(members * inputs, outputs) : undefined,
    headBias: matrix(members, outputs),
  };
}

export interface NaiveQuestion {
  readonly shape: NetShape;
  readonly theta: ArrayLike<number>;
  readonly rows: Pick<TrainingRows, 'rowCount' | 'x' | 'phi'>;
  readonly offsets: readonly number[];
  readonly masks?: NaiveMasks;
}

/** Coefficients of one member and row. */
export function naiveCoefficients(
  { shape, theta, rows, masks }: NaiveQuestion,
  member: number,
  row: number,
): number[] {
  const { inputs, width } = shape;
  const net = readLayers(shape, theta);
  const outputs = total(shape.heads.map(({ basis }) => basis));
  const x = range(inputs).map((i) => rows.x[row * inputs + i]!);
  const place = member * rows.rowCount + row;
  const hidden1 = range(width).map((j) => {
    const products = x.map((value, i) => value * net.r1(i, member) * net.w1(i, j));
    const value = total(products) * net.s1(member, j) + net.b1(member, j);
    return Math.max(0, value) * (masks?.hidden1[place * width + j] ?? 1);
  });
  const hidden2 = range(width).map((j) => {
    const products = hidden1.map((value, i) => value * net.r2(member, i) * net.w2(i, j));
    const value = total(products) * net.s2(member, j) + net.b2(member, j);
    return Math.max(0, value) * (masks?.hidden2[place * width + j] ?? 1);
  });
  const skip = x.map((value, i) => value * (masks?.skip[place * inputs + i] ?? 1));
  const skipWeight = net.headSkip ?? (() => 0);
  const raw = range(outputs).map(
    (output) =>
      total(hidden2.map((value, i) => value * net.headHidden(member * width + i, output))) +
      total(skip.map((value, i) => value * skipWeight(member * inputs + i, output))) +
      net.headBias(member, output),
  );
  let start = 0;
  for (const { basis, signed = [] } of shape.heads) {
    for (const { column, sign, start: size } of signed) {
      const value = raw[start + column]!;
      raw[start + column] = sign * Math.log1p(Math.exp(sign * value + Math.log(Math.expm1(size))));
    }
    start += basis;
  }
  return raw;
}

/** z of one member and row, for each head. */
export function naivePredictors(question: NaiveQuestion, member: number, row: number): number[] {
  const { shape, rows, offsets } = question;
  const values = naiveCoefficients(question, member, row);
  let start = 0;
  return shape.heads.map(({ basis }, head) => {
    const terms = range(basis).map(
      (i) => values[start + i]! * rows.phi[row * values.length + start + i]!,
    );
    start += basis;
    return total(terms) + offsets[head]!;
  });
}

export function naiveLoss(question: NaiveQuestion & { readonly rows: TrainingRows }): number {
  const { shape, rows } = question;
  const headCount = shape.heads.length;
  let sum = 0;
  for (let member = 0; member < shape.members; member++) {
    for (let row = 0; row < rows.rowCount; row++) {
      naivePredictors(question, member, row).forEach((z, head) => {
        const at = row * headCount + head;
        sum += rows.soft[at]! * Math.log1p(Math.exp(z)) + (rows.square[at]! / 2) * z * z;
        sum += rows.constant[at]! - rows.target[at]! * z;
      });
    }
  }
  return sum / (shape.members * rows.rowCount);
}

/** By central differences. */
export function naiveGradient(
  question: NaiveQuestion & { readonly rows: TrainingRows },
): Float64Array {
  const theta = Float64Array.from(question.theta);
  const step = 1e-6;
  const lossAt = (index: number, value: number): number => {
    const moved = theta.slice();
    moved[index] = value;
    return naiveLoss({ ...question, theta: moved });
  };
  return theta.map((value, i) => (lossAt(i, value + step) - lossAt(i, value - step)) / (2 * step));
}
