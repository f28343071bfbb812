// The prediction is a convex blend of net and ridge on the log1p scale, so that it is never much worse than the steadier one.

import { wape } from '../evaluation/metrics.ts';

const WEIGHTS = [1, 0.75, 0.5, 0.25, 0];

export function blendLogs(
  netLogs: ArrayLike<number>,
  ridgeLogs: ArrayLike<number>,
  netWeight: number,
): Float64Array {
  return Float64Array.from(netLogs, (net, i) => netWeight * net + (1 - netWeight) * ridgeLogs[i]!);
}

/** The weight with the least error on launches that neither has seen; the net's side wins ties. */
export function chooseNetWeight(
  actualUnits: ArrayLike<number>,
  netLogs: ArrayLike<number>,
  ridgeLogs: ArrayLike<number>,
): number {
  const errors = WEIGHTS.map((weight) =>
    wape(actualUnits, unitsFromLogs(blendLogs(netLogs, ridgeLogs, weight))),
  );
  const least = Math.min(...errors.filter((error) => !Number.isNaN(error)));
  return WEIGHTS[Math.max(0, errors.indexOf(least))]!;
}

export function unitsFromLogs(logs: ArrayLike<number>): Float64Array {
  return Float64Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
}

/** Ridge reads product and action side by side: [rows, inputs + basis − 1], the basis without its constant. */
export function ridgeInputs(x: Float32Array, phi: Float32Array, rowCount: number): Float32Array {
  const inputs = x.length / rowCount;
  const basis = phi.length / rowCount;
  const width = inputs + basis - 1;
  const joined = new Float32Array(rowCount * width);
  for (let i = 0; i < rowCount; i++) {
    joined.set(x.subarray(i * inputs, (i + 1) * inputs), i * width);
    joined.set(phi.subarray(i * basis + 1, (i + 1) * basis), i * width + inputs);
  }
  return joined;
}
