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

/**
 * Ridge has no interactions: blending it in steadies predictions but flattens the differences between actions that plans
 * live on. So the net keeps all the weight that costs less than this share of the least error.
 */
const NET_PREFERENCE = 0.05;

/** The net's share, chosen by error on launches that neither has seen. */
export function chooseNetWeight(
  actualUnits: ArrayLike<number>,
  netLogs: ArrayLike<number>,
  ridgeLogs: ArrayLike<number>,
): number {
  const errors = WEIGHTS.map((weight) =>
    wape(actualUnits, unitsFromLogs(blendLogs(netLogs, ridgeLogs, weight))),
  );
  const tolerated = Math.min(...errors) * (1 + NET_PREFERENCE);
  return WEIGHTS.find((_, i) => errors[i]! <= tolerated) ?? 1;
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
