// Chooses the launches of a solved season that move to another channel as trials. It takes those whose worth for later
// launches most exceeds their cost this season. Each is assumed to be made before the next is chosen.

import { sum } from '#core/base/statistics/statistics.ts';
import type { Placement } from '../offers/placement.ts';
import type { SeasonLimits } from '../offers/season-limits.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';
import { placementOf, withPlacements } from '../calendar/placements.ts';
import {
  allowedOptions,
  seasonProblem,
  type SeasonChoice,
  type SeasonProblem,
} from '../problem/season-problem.ts';
import { chosen, seasonValue } from '../problem/season-value.ts';
import { gainALaunch, stakesOf, type Stakes } from './arm-stakes.ts';
import { cheapestSwitch, mayMove } from './channel-switches.ts';
import type { Experiment, Leaning, SeasonExperiments } from '../offers/experiment.ts';
import { armDeviation, type CategoryArms, type KnownArms } from '../offers/known-arms.ts';

export interface SolvedSeason {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
  readonly placements: readonly Placement[];
}

export interface Exploration {
  /** Largest share of the launches, 0–1. */
  readonly share: number;
  /** Number of later seasons in which the knowledge is of use; distant ones are discounted. */
  readonly laterSeasons: number;
}

/**
 * Knowledge is of use next season, and in each later season three quarters as much as in the one before: 4 in total.
 */
export const USUAL_EXPLORATION: Exploration = { share: 0.1, laterSeasons: 4 };

/** Chooses the trial launches; none where the history has no channels to choose from. */
export function chooseExperiments(
  season: SolvedSeason,
  { share, laterSeasons }: Exploration = USUAL_EXPLORATION,
): SeasonExperiments {
  const { offers, placements } = season;
  const most = Math.floor(share * placements.length);
  const experiments: Experiment[] = [];
  const state = offers.arms && new Exploring(season, offers.arms, laterSeasons);
  while (state && experiments.length < most) {
    const next = state.next();
    if (!next) break;
    experiments.push(next);
  }
  return {
    ...{ experiments, most },
    cost: sum(experiments.map(({ cost }) => cost)),
    worth: sum(experiments.map(({ worth }) => worth)),
  };
}

/** The arms of one category while trial launches are chosen. */
interface OpenArms extends CategoryArms {
  readonly stakes: readonly Stakes[];
  /** Launches of the present calendar, by channel. */
  readonly planned: Uint32Array;
}

interface Candidate {
  readonly product: number;
  readonly channel: number;
  readonly option: number;
  /** In merit. */
  readonly cost: number;
  readonly worth: number;
}

/** A gain of the season itself is no reason to explore: it is a move that a solver stopped early has missed. */
function paysOf({ worth, cost }: Pick<Candidate, 'worth' | 'cost'>): number {
  return worth - Math.max(0, cost);
}

class Exploring {
  readonly #problem: SeasonProblem;
  readonly #arms: KnownArms;
  readonly #laterSeasons: number;
  /** By product; null where nothing is known about its category. */
  readonly #armsOf: readonly (OpenArms | null)[];
  readonly #before: SeasonChoice;
  #choice: SeasonChoice;

  constructor({ offers, limits, placements }: SolvedSeason, arms: KnownArms, laterSeasons: number) {
    const placed = withPlacements(seasonProblem(offers, limits), offers, placements);
    this.#problem = withEveryChannel(placed.problem, offers);
    this.#arms = arms;
    this.#laterSeasons = laterSeasons;
    this.#choice = placed.choice;
    this.#before = placed.choice;
    this.#armsOf = openArms(this.#problem, offers, arms);
    this.#armsOf.forEach((own, i) => this.#count(own, i, 1));
  }

  /** Returns the trial launch that pays most now and moves it; null where none pays. */
  next(): Experiment | null {
    let best: Candidate | null = null;
    for (const product of this.#problem.products.keys()) {
      if (this.#choice[product] !== this.#before[product]) continue;
      if (!mayMove(this.#problem, this.#choice, product)) continue;
      for (const channel of this.#problem.channels.keys())
        best = this.#better(best, product, channel);
    }
    return best && this.#made(best);
  }

  #better(best: Candidate | null, product: number, channel: number): Candidate | null {
    const now = chosen(this.#problem, this.#choice, product)!;
    if (channel === now.channel) return best;
    const worth = this.#worth(product, now.channel, channel);
    const mostCost = worth - (best ? paysOf(best) : 0);
    if (!(mostCost > 0)) return best;
    const found = cheapestSwitch(this.#problem, this.#choice, { product, channel, mostCost });
    return found ? { product, channel, worth, ...found } : best;
  }

  /** Returns what later launches gain from one more launch on one channel and one fewer on another. */
  #worth(product: number, from: number, to: number): number {
    const own = this.#armsOf[product];
    if (!own) return 0;
    const gain = (channel: number, launches: number) =>
      gainALaunch(own.stakes, channel, { spread: this.#arms, launches });
    const more = gain(to, this.#launches(own, to));
    const less = gain(from, this.#launches(own, from) - 1);
    return this.#laterSeasons * own.launchesASeason * (more - less);
  }

  #launches({ tried, planned }: OpenArms, channel: number): number {
    return tried[channel]! + planned[channel]!;
  }

  #made({ product, channel, option, worth }: Candidate): Experiment {
    const own = this.#armsOf[product]!;
    const { productId, title } = this.#problem.products[product]!;
    const placementNow = () =>
      placementOf(this.#problem, productId, chosen(this.#problem, this.#choice, product)!);
    const otherwise = placementNow();
    const [tried, planned] = [own.tried[channel]!, own.planned[channel]!];
    const left = this.#leaning(own, product, 1);
    const before = seasonValue(this.#problem, this.#choice);
    this.#count(own, product, -1);
    this.#choice = this.#choice.with(product, option);
    this.#count(own, product, 1);
    const cost = before - seasonValue(this.#problem, this.#choice);
    const leanings = [left, this.#leaning(own, product, -1)];
    return {
      ...{ productId, title, category: own.category, otherwise, placement: placementNow() },
      ...{ tried, planned, cost, worth, leanings },
      doubtBefore: armDeviation(this.#arms, tried + planned),
      doubtAfter: armDeviation(this.#arms, tried + planned + 1),
    };
  }

  /** Uncertainty from past launches only: those of this season are still to come. */
  #leaning({ category, tried }: OpenArms, product: number, sign: 1 | -1): Leaning {
    const { channel, contribution } = chosen(this.#problem, this.#choice, product)!;
    return {
      arm: JSON.stringify([category, channel]),
      slope: sign * contribution,
      doubt: armDeviation(this.#arms, tried[channel]!),
    };
  }

  #count(own: OpenArms | null, product: number, more: number): void {
    const option = chosen(this.#problem, this.#choice, product);
    if (own && option) own.planned[option.channel]! += more;
  }
}

/** Adds the options that an optimal season would not use; the existing options keep their indices. */
function withEveryChannel(problem: SeasonProblem, offers: SeasonOffers): SeasonProblem {
  const products = problem.products.map((product, i) => ({
    ...product,
    options: [...product.options, ...allowedOptions(offers, offers.products[i]!, problem.limits)],
  }));
  return { ...problem, products };
}

function openArms(
  { products }: SeasonProblem,
  offers: SeasonOffers,
  arms: KnownArms,
): (OpenArms | null)[] {
  const stakes = offers.products.map((product) => stakesOf(offers, product));
  const byCategory = new Map(
    arms.categories.map((known): [string, OpenArms] => [
      known.category,
      {
        ...known,
        tried: offers.channels.map(({ name }) => known.tried[arms.channels.indexOf(name)] ?? 0),
        stakes: stakes.filter((_, i) => offers.products[i]!.category === known.category),
        planned: new Uint32Array(offers.channels.length),
      },
    ]),
  );
  return products.map((_, i) => byCategory.get(offers.products[i]!.category) ?? null);
}
