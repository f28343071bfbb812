// Estimates what planning a season needs in addition to offers: which products are similar, and how much such launches
// take from each other.

import { knownArms, type KnownArms } from '#core/season/offers/known-arms.ts';
import { numberColumnsAt } from '#core/model/features/action-basis.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { inputCount } from '#core/model/features/product-encoder.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { joinColumns } from '#core/base/join-columns.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import { similarPairs } from '#core/season/similarity/similar-pairs.ts';
import type { Competition } from '#core/season/offers/competition.ts';
import { estimateCompetition } from '#core/season/similarity/estimate-competition.ts';
import { unexplained } from '#core/season/similarity/partial-out.ts';
import { productSimilarity, raritiesOf } from '#core/season/similarity/product-similarity.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import {
  ASSUMED_CORRELATION,
  intraclassCorrelation,
} from '#core/season/calendar/intraclass-correlation.ts';
import { runSteps } from '#workers/runtime/run-steps.ts';
import { encodeNewProducts } from '../predict/encode-plans.ts';

export interface SeasonInput {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  /** Launches that the model had not seen when it was evaluated; null: there are none. */
  readonly heldOut: Holdout | null;
  /** Earlier estimate for the same model; null: none. */
  readonly competition: Competition | null;
  readonly arms?: KnownArms | null | undefined;
  /** Called now and then; may throw to stop. */
  readonly pause: () => Promise<void>;
}

/** Most launches used: older ones say little of how much similar ones take from each other today. */
const NEWEST_LAUNCHES = 3000;

/**
 * Returns similar pairs, cannibalisation, intraclass correlation and arms. Earlier estimates of the same model are
 * kept.
 */
export async function seasonBeside(
  input: SeasonInput,
): Promise<Pick<SeasonOffers, 'pairs' | 'competition' | 'sharedFate' | 'arms'>> {
  const { model, table, products, heldOut, competition, arms, pause } = input;
  const { encoder, basis } = model.encoding;
  const rows = rowsByDate(table).slice(-NEWEST_LAUNCHES); // ascending by day
  const { x, phi } = encodeLaunches(model.encoding, table, rows);
  const rarities = raritiesOf(encoder, x, rows.length);
  const columns = productColumns(products, Object.keys(table.attributes), table);
  // Where only new titles were read by meaning, past launches show nothing of how much similarity of meaning takes
  // away.
  const read = model.report.leavesTitles ? { embeddings: undefined } : {};
  const similarity = productSimilarity({
    ...{ columns: { ...columns, ...read }, encoder, rarities },
    rows: Array.from(products.keys()),
    x: encodeNewProducts(model, table, products),
  });
  const pairs = await runSteps(similarPairs(products.length, similarity), pause);
  const sharedFate = heldOut ? monthCorrelation(heldOut) : ASSUMED_CORRELATION;
  const hasChannels = basis.channels.length > 0;
  if (competition && (arms || !hasChannels))
    return { pairs, sharedFate, competition, ...(arms && { arms }) };
  const explaining = { columns: beside(model, x, phi, rows.length), rowCount: rows.length };
  const logUnits = Float64Array.from(rows, (row) => Math.log1p(table.units[row]!));
  const unitsLeft = await runSteps(unexplained(explaining, logUnits), pause);
  const past = {
    days: Float64Array.from(rows, (row) => table.launchDay[row]!),
    ...{ unitsLeft, explaining },
    similarity: productSimilarity({ columns: { ...table, ...read }, encoder, x, rows, rarities }),
  };
  return {
    ...{ pairs, sharedFate },
    ...(hasChannels && { arms: armsOf({ table, rows, channels: basis.channels }, unitsLeft) }),
    competition: await runSteps(estimateCompetition(past), pause),
  };
}

interface Past {
  readonly table: LaunchTable;
  readonly rows: Uint32Array;
  readonly channels: readonly string[];
}

function armsOf({ table, rows, channels }: Past, left: Float64Array): KnownArms {
  const past = {
    category: Array.from(rows, (row) => table.category[row]!),
    channel: Array.from(rows, (row) => table.channel[row]!),
    days: Float64Array.from(rows, (row) => table.launchDay[row]!),
    left,
  };
  return knownArms(past, channels);
}

/** Returns product inputs and basis, [rows × columns], with crowding set to 0, because its effect is estimated. */
function beside(
  { encoding }: TrainedModel,
  x: Float32Array,
  phi: Float32Array,
  count: number,
): Float32Array {
  const columns = joinColumns(x, phi, count);
  const width = columns.length / Math.max(1, count);
  const crowding = inputCount(encoding.encoder) + numberColumnsAt(encoding.basis).spend + 1;
  for (let at = crowding; at < columns.length; at += width) columns[at] = 0;
  return columns;
}

/** Returns the correlation of forecast errors of launches in one month, 0–1. */
function monthCorrelation({ actualUnits, predictedLog, launchDay }: Holdout): number {
  const misses = actualUnits.map((units, i) => Math.log1p(units) - predictedLog[i]!);
  return intraclassCorrelation(misses, launchDay);
}
