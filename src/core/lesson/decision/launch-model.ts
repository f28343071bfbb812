// A log-linear model of the invented shop: log1p(units) as a weighted sum of season, channel, price and promotion. Its
// ranges come from launches that were made after those it was fitted to.

import { WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { fitResiduals, type Residuals } from '#core/model/blend/conformal-ranges.ts';
import { demandSpread, type DemandSpread } from '#core/planning/economics/demand.ts';
import { SHOP_CHANNELS, USUAL_PRICE, type Offer, type ShopLaunch } from './decision-shop.ts';
import { fitLinear, weighted } from './least-squares.ts';

export interface LaunchModel {
  readonly weights: Float64Array;
  /** Errors on later launches, sorted. */
  readonly residuals: Residuals;
  readonly spread: DemandSpread;
}

/** Small: it only keeps weights finite where inputs repeat each other. */
const PENALTY = 0.1;

/**
 * Fits the first launches by ridge and takes the errors from the later ones.
 * @param launches in the order of time
 * @param learntCount launches that the weights are fitted to
 */
export function fitLaunches(launches: readonly ShopLaunch[], learntCount: number): LaunchModel {
  const learnt = launches.slice(0, learntCount);
  const { weights } = fitLinear(
    learnt.map(inputsOf),
    learnt.map(({ units }) => Math.log1p(units)),
    { penalty: PENALTY },
  );
  const later = launches.slice(learntCount);
  const residuals = fitResiduals(
    later.map(({ units }) => units),
    later.map((launch) => weighted(weights, inputsOf(launch))),
  );
  return { weights, residuals, spread: demandSpread(residuals) };
}

/** Returns the forecast of log1p(units). */
export function forecastLog({ weights }: Pick<LaunchModel, 'weights'>, offer: Offer): number {
  return weighted(weights, inputsOf(offer));
}

/** Returns the inputs of an offer, the constant first. The first channel needs no input of its own. */
function inputsOf({ week, channel, price, isPromoted }: Offer): number[] {
  const turn = (2 * Math.PI * week) / WEEKS_PER_YEAR;
  const channels = SHOP_CHANNELS.slice(1).map((each) => Number(each === channel));
  return [
    1,
    Math.cos(turn),
    Math.sin(turn),
    ...channels,
    Math.log(price / USUAL_PRICE),
    Number(isPromoted),
  ];
}
