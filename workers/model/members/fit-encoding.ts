// Fits the encoding of products, actions and outcomes. Demand of launches that sold out is imputed by ridges.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { fitActionBasis } from '#core/model/features/action-basis.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { fitProductEncoder } from '#core/model/features/product-encoder.ts';
import { withAgreedDemand } from '#core/model/features/season-agreement.ts';
import { soldOutFlags, withImputedDemand } from '#core/model/outcomes/censored-demand.ts';
import {
  fitHeads,
  unitsScale,
  type OutcomeName,
  type RowEncoding,
} from '#core/model/outcomes/heads.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import type { EncodedRows } from './encode-rows.ts';
import type { FitRequest } from './fit-request.ts';
import { fitRidges, ridgeRequest } from './fit-ridges.ts';
import type { Tuned } from './members.ts';

/** Fits the encoding of products and actions, and the outcome heads, unless these are decided. */
export function fitEncoding(
  table: LaunchTable,
  rows: Uint32Array,
  decided?: readonly OutcomeName[],
): RowEncoding {
  return withHeads(fitInputs(table, rows), { table, rows, decided });
}

/** How products and actions are encoded, whatever their outcomes. */
export type Inputs = Pick<RowEncoding, 'encoder' | 'basis'>;

function fitInputs(given: LaunchTable, rows: Uint32Array): Inputs {
  const table = withAgreedDemand(given, rows);
  return { encoder: fitProductEncoder(table, rows), basis: fitActionBasis(table, rows) };
}

function withHeads(
  inputs: Inputs,
  of: {
    readonly table: LaunchTable;
    readonly rows: Uint32Array;
    readonly decided: readonly OutcomeName[] | undefined;
  },
): RowEncoding {
  const { table, rows, decided } = of;
  return { ...inputs, heads: fitHeads(table, rows, { basis: inputs.basis, decided }) };
}

/** Start of a fit: ridges of an earlier one, the outcomes that were decided on, and inputs fitted to the same rows. */
export interface FitStart extends Partial<Pick<Tuned, 'outcomes'>> {
  readonly ridges?: readonly Ridge[] | undefined;
  readonly inputs?: Inputs | undefined;
}

/** Rounds of imputing demand. Each depends on the one before; after so many the demand hardly changes. */
const DEMAND_ROUNDS = 4;

interface FittedToDemand {
  /** Launches; where they sold out, units are the demand that ridges expect. */
  readonly table: LaunchTable;
  readonly encoding: RowEncoding;
  readonly encoded: EncodedRows;
}

/** Imputes the demand of sold-out launches and fits the encoding to it. */
export async function fitEncodingToDemand(
  request: FitRequest,
  rows: Uint32Array,
  start: FitStart = {},
): Promise<FittedToDemand> {
  const given = request.table;
  const decided = start.outcomes;
  const inputs = start.inputs ?? fitInputs(given, rows);
  const encoded = { rows, ...encodeLaunches(inputs, given, rows) };
  let table = given;
  let encoding = withHeads(inputs, { table, rows, decided });
  if (!soldOutFlags(given, rows).includes(true)) return { table, encoding, encoded };
  let ridges = start.ridges;
  for (let round = 0; round < DEMAND_ROUNDS; round++) {
    ridges = await fitRidges(ridgeRequest({ ...request, table }, encoding), encoded, ridges);
    const { x, phi } = encoded;
    const outcomes = ridges.map((ridge) => predictRidge(ridge, x, phi, rows.length));
    table = withImputedDemand(given, rows, unitsFromOutcomes(outcomes, unitsScale(encoding.heads)));
    encoding = withHeads(inputs, { table, rows, decided });
  }
  return { table, encoding, encoded };
}
