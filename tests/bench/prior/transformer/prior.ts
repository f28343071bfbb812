// The prior as a base model: the launch Transformer, which was trained on invented shops, with the shop's newest
// launches as its context. Nothing is fitted to the shop but the fields.

import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';
import type { LaunchTable, ProductColumns } from '#core/launch/launch-table.ts';
import { pastAction, type BasisAction } from '#core/model/features/action-basis.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';
import { fitWeighed } from './experts.ts';
import { fitFields, scaleUnits } from './fields.ts';
import {
  LABEL_PLACES,
  readAttributesOf,
  readLaunches,
  type AttributeReading,
  type KnownLaunches,
} from './known-launches.ts';
import { fitSimilarities } from './similarities.ts';
import { openTransformer, type Mixture } from './transformer.ts';
import { CODE_SIZE, MOST_LEVELS, type TransformerWeights } from './transformer-weights.ts';

/** The newest launches are the context; the network was trained with up to so many. */
export const MOST_CONTEXT = 200;

/** What the prior knows of a shop. */
export interface PriorContext {
  readonly reading: AttributeReading;
  /** In order of time. */
  readonly launches: KnownLaunches;
  readonly units: Float64Array;
  readonly soldOut: readonly boolean[];
}

/** The distribution of a launch's units: ln(1 + units) = middle + spread · z. */
export interface UnitsMixture {
  readonly middle: number;
  readonly spread: number;
  readonly z: Mixture;
}

/**
 * @param rows launches of known units, in order of time
 * @param most how many of the newest count
 */
export function priorContext(
  table: LaunchTable,
  rows: Uint32Array,
  most = MOST_CONTEXT,
): PriorContext {
  const newest = rows.slice(-most);
  const reading = readAttributesOf(table, newest);
  return {
    reading,
    launches: readLaunches(reading, table, pastLaunches(table, newest)),
    units: Float64Array.from(newest, (row) => table.units[row]!),
    soldOut: soldOutFlags(table, newest),
  };
}

/** Launches with the actions that they really had. */
export function pastLaunches(table: LaunchTable, rows: Uint32Array): AskedLaunch[] {
  return Array.from(rows, (row) => ({ row, action: pastAction(table, row) }));
}

export interface AskedLaunch {
  /** Row of the product's columns. */
  readonly row: number;
  readonly action: BasisAction;
}

interface Asked {
  /** Whether decisions are still open, and were not made by the seller as usual. */
  readonly isFree: boolean;
}

export type PriorForecaster = (
  columns: ProductColumns,
  asked: readonly AskedLaunch[],
  how: Asked,
) => UnitsMixture[];

/** Reads the context once, which takes some tenths of a second. */
export function openPrior(weights: TransformerWeights, context: PriorContext): PriorForecaster {
  const { reading, launches, units, soldOut } = context;
  const { middle, spread, ...fields } = fitFields(launches, units);
  const { z } = fields;
  const ask = openTransformer(weights, { fields: fields.context, z, soldOut, codes: labelCodes() });
  return (columns, asked, { isFree }) => {
    const read = readLaunches(reading, columns, asked);
    return asked.map((_, i) => ({ middle, spread, z: ask(fields.of(read, i, isFree)) }));
  };
}

/** Returns ln(1 + units) as the Gaussian process that weighs all similarities forecasts it, without the network. */
export function openProcess({
  reading,
  launches,
  units,
}: PriorContext): (columns: ProductColumns, asked: readonly AskedLaunch[]) => Float64Array {
  const { middle, spread, z } = scaleUnits(units);
  const similarities = fitSimilarities(launches);
  const weighed = fitWeighed(similarities, z);
  return (columns, asked) => {
    const read = readLaunches(reading, columns, asked);
    return Float64Array.from(
      asked,
      (_, i) => middle + spread * weighed.forecast(similarities.of(read, i)).forecast,
    );
  };
}

const CODES_SEED = 1;

/** Returns random numbers of a normal distribution that stand for labels: the same in every shop. */
function labelCodes(): Float32Array {
  const random = seededRandom(CODES_SEED);
  return Float32Array.from({ length: LABEL_PLACES * MOST_LEVELS * CODE_SIZE }, () =>
    drawNormal(random),
  );
}

const HALVINGS = 40;
const Z_RANGE = 12;

/** Returns the quantile of ln(1 + units). */
export function quantileLog({ middle, spread, z }: UnitsMixture, share: number): number {
  let [low, high] = [-Z_RANGE, Z_RANGE];
  for (let i = 0; i < HALVINGS; i++) {
    const half = (low + high) / 2;
    if (shareBelow(z, half) < share) low = half;
    else high = half;
  }
  return middle + (spread * (low + high)) / 2;
}

/** Returns the chance of ln(1 + units) below a value. */
export function chanceBelow({ middle, spread, z }: UnitsMixture, log: number): number {
  return shareBelow(z, (log - middle) / spread);
}

function shareBelow({ centres, spreads, weights }: Mixture, value: number): number {
  let total = 0;
  for (let k = 0; k < centres.length; k++)
    total += weights[k]! * normalShare((value - centres[k]!) / spreads[k]!);
  return total;
}
