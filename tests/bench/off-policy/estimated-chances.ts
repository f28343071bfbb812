// Estimates the merchandiser's propensities from the launches alone, as the app does.

import { fitProductEncoder, encodeProducts } from '#core/model/features/product-encoder.ts';
import { predictChoices } from '#core/evaluation/off-policy/choice-model.ts';
import { choiceInputs } from '#core/evaluation/off-policy/choice-inputs.ts';
import type { CoarseActions } from '#core/evaluation/off-policy/logged-offers.ts';
import {
  crossFittedPropensities,
  type Propensities,
} from '#core/evaluation/off-policy/propensities.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { launchTable } from '../../support/launch-table.ts';
import type { ChosenLaunch, WorldModule } from './merchandiser-log.ts';

export interface EstimatedChances extends Pick<Propensities, 'strongest'> {
  /** Propensities of the launches made, [launches × actions]; each by a model that had not seen the launch. */
  readonly made: Float64Array;
  /** Propensities of further launches of the same world, which taught nothing. */
  readonly others: Float64Array;
}

const DAYS_PER_WEEK = 7;
/** Monday, 3 January 2022. Launches are spread over as many years as in the benchmark. */
const FIRST_DAY = 18_995;
const YEARS = 3;
const DAYS_PER_YEAR = 364;

export function estimatedChances(
  worlds: WorldModule,
  made: readonly ChosenLaunch[],
  others: readonly ChosenLaunch[],
): EstimatedChances {
  const all = [...made, ...others];
  const table = tableOf(worlds, all);
  const rows = Uint32Array.from(all.keys());
  const encoder = fitProductEncoder(table, rows.subarray(0, made.length));
  const x = encodeProducts(encoder, table, rows);
  const taken = Uint16Array.from(all, (launch) => launch.taken);
  const coarse = coarseOf(worlds, made);
  const inputs = choiceInputs(table, coarse, { encoder, rows, x, taken });
  const { places } = coarse;
  const estimated = drained(
    crossFittedPropensities({
      ...{ places, taken, inputs },
      products: table.productId.slice(0, made.length),
    }),
  );
  const later = Array.from(others.keys(), (i) => made.length + i);
  return {
    made: estimated.chances,
    others: predictChoices(estimated.models[0]!, inputs, later),
    strongest: estimated.strongest,
  };
}

function tableOf(worlds: WorldModule, launches: readonly ChosenLaunch[]) {
  return launchTable(
    launches.map(({ product, week, factor, actions, taken }, i) => {
      const { channel, promo, spend } = actions[taken]!;
      return {
        productId: `P${i}`,
        title: product.title,
        category: product.category,
        brand: `B${product.brand}`,
        material: product.material,
        day: FIRST_DAY + DAYS_PER_WEEK * week + DAYS_PER_YEAR * (i % YEARS),
        channel: worlds.CHANNELS[channel]!,
        promotion: worlds.PROMOTIONS[promo]!,
        listPrice: product.price,
        unitCost: product.cost,
        salePrice: product.price * factor * (1 - worlds.DISCOUNT[promo]!),
        adSpend: spend,
      };
    }),
  );
}

/** Returns all pairs of channel and promotion, like `coarseActions`. Each has its column in the truth. */
function coarseOf(worlds: WorldModule, made: readonly ChosenLaunch[]): CoarseActions {
  const { actions } = made[0]!;
  const usual = worlds.CHANNELS.map((_, channel) =>
    median(
      made
        .map((launch) => launch.actions[launch.taken]!)
        .filter((action) => action.channel === channel)
        .map(({ spend }) => spend),
    ),
  );
  return {
    actions: actions.map(({ channel, promo }) => ({
      channel: worlds.CHANNELS[channel]!,
      promotion: worlds.PROMOTIONS[promo]!,
    })),
    places: actions.map(({ channel, promo }) => ({ channel, promotion: promo })),
    depths: actions.map(({ promo }) => worlds.DISCOUNT[promo]!),
    fees: actions.map(({ channel }) => worlds.FEE[channel]!),
    usualSpends: actions.map(({ channel }) => usual[channel]!),
  };
}

function drained<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
