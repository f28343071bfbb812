// Whether the network in TypeScript forecasts what PyTorch does, from values that training/record_parity.py recorded.

import { readFileSync } from 'node:fs';
import { readPrior } from './read-prior.ts';
import { openTransformer } from './transformer/transformer.ts';
import { CODE_SIZE, MOST_LEVELS } from './transformer/transformer-weights.ts';
import { LABEL_PLACES } from './transformer/known-launches.ts';

const FURTHEST = 1e-5;

interface Recorded {
  readonly context: number;
  readonly inputs: readonly (readonly number[])[];
  readonly codes: readonly (readonly number[])[];
  readonly z: readonly number[];
  readonly soldOut: readonly boolean[];
  /** Of the launches after the context, [launches][normals]. */
  readonly centres: readonly (readonly number[])[];
  readonly spreads: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
}

export function parity(): readonly string[] {
  const text = readFileSync(new URL('parity.json', import.meta.url), 'utf8');
  const recorded = JSON.parse(text) as Recorded;
  const { context } = recorded;
  const fields = recorded.inputs.map((inputs, i) => ({
    inputs: Float32Array.from(inputs),
    codes: Int16Array.from(recorded.codes[i]!),
  }));
  const ask = openTransformer(readPrior(), {
    fields: fields.slice(0, context),
    z: Float64Array.from(recorded.z.slice(0, context)),
    soldOut: recorded.soldOut.slice(0, context),
    codes: Float32Array.from({ length: LABEL_PLACES * MOST_LEVELS * CODE_SIZE }, (_, k) =>
      Math.sin(k + 1),
    ),
  });
  const apart = fields.slice(context).flatMap((asked, i) => {
    const told = ask(asked);
    return (['centres', 'spreads', 'weights'] as const).flatMap((part) =>
      Array.from(told[part], (value, k) => Math.abs(value - recorded[part][i]![k]!)),
    );
  });
  const furthest = Math.max(...apart);
  console.log(`furthest from PyTorch: ${furthest.toExponential(1)} (at most ${FURTHEST})`);
  return furthest <= FURTHEST ? [] : ['parity with PyTorch'];
}
