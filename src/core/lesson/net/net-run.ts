// One training of a small net on a shop's launches, pass by pass, with its errors after each.

import { seededRandom, shuffle, type ResumableRandom } from '#core/base/random.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { PRICE_RANGE, type SplitShop, type VisitedLaunches } from '../shops/visited-launches.ts';
import {
  dropoutFactors,
  initialWeights,
  layerValues,
  lossAndGradient,
  type Activation,
  type NetBatch,
  type NetShape,
} from './net.ts';
import { emptyMemory, takeStep, type StepMemory, type StepRule } from './optimiser.ts';

export interface NetSettings extends StepRule {
  readonly seed: number;
  readonly width: number;
  readonly depth: number;
  readonly activation: Activation;
  /** Share of hidden nodes dropped at each step. */
  readonly dropout: number;
  readonly batchRows: number;
  readonly passes: number;
  /** Whether visits are a second output that shares the hidden layers. */
  readonly hasVisits: boolean;
  /** Whether a quarter of the launches is held back to choose the pass that is kept. */
  readonly stopsEarly: boolean;
  /** Weights to begin with, of a net of the same shape; null: drawn from the seed. */
  readonly start: Float64Array | null;
}

/** Errors after each pass: weighted absolute percentage errors (WAPE) of units. */
export interface ErrorCurves {
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/** What happened to one weight in the last step of a pass. */
export interface WeightUpdate {
  readonly before: number;
  readonly gradient: number;
  readonly direction: number;
  readonly after: number;
}

/** Visits are known more precisely than units, so they shape the shared layers most. */
const VISITS_COUNT = 40;

interface Scale {
  readonly centre: number;
  readonly spread: number;
}

export class NetRun {
  readonly shape: NetShape;
  readonly settings: NetSettings;
  readonly #taught: Measured;
  readonly #unknown: Measured;
  readonly #held: Measured | null;
  readonly #scale: Scale;
  readonly #all: NetBatch;
  readonly #memory: StepMemory;
  readonly #random: ResumableRandom;
  readonly #theta: Float64Array;
  readonly #seen: number[] = [];
  readonly #unseen: number[] = [];
  #kept: { readonly pass: number; readonly theta: Float64Array; readonly error: number };
  #update: WeightUpdate | null = null;

  constructor(shop: SplitShop, settings: NetSettings) {
    this.settings = settings;
    const { width, depth, activation } = settings;
    const inputs = 1 + shop.seen.chance.length / shop.seen.prices.length;
    this.shape = { inputs, width, depth, outputs: settings.hasVisits ? 2 : 1, activation };
    const parts = settings.stopsEarly ? heldBack(shop.seen) : { taught: shop.seen, held: null };
    this.#taught = measured(parts.taught);
    this.#unknown = measured(shop.unseen);
    this.#held = parts.held && measured(parts.held);
    this.#scale = scaleOf(parts.taught.units);
    this.#all = batchOf(parts.taught, this.shape.outputs);
    this.#theta = settings.start?.slice() ?? initialWeights(this.shape, settings.seed);
    this.#memory = emptyMemory(this.#theta.length);
    this.#random = seededRandom(settings.seed + 1);
    this.#kept = { pass: 0, theta: this.#theta, error: Infinity };
    this.#measure();
  }

  /** Passes done. */
  get passes(): number {
    return this.#seen.length - 1;
  }

  get isDone(): boolean {
    return this.passes >= this.settings.passes;
  }

  /** The first values are those before any pass. */
  get errors(): ErrorCurves {
    return { seen: this.#seen, unseen: this.#unseen };
  }

  /** Weights now; do not change them. */
  get weights(): Float64Array {
    return this.#theta;
  }

  /** The pass whose weights are used at the end: the last, or the best on the launches held back. */
  get keptPass(): number {
    return this.settings.stopsEarly ? this.#kept.pass : this.passes;
  }

  /** Error on unseen launches with the weights of the pass that is kept. */
  get keptError(): number {
    return this.#unseen[this.keptPass]!;
  }

  /** The first weight's change in the last step; null before the first. */
  get update(): WeightUpdate | null {
    return this.#update;
  }

  /** Takes a step for each batch, in a random order, and measures the errors. */
  trainPass(): void {
    const order = Uint32Array.from({ length: this.#all.rows }, (_, i) => i);
    shuffle(order, this.#random);
    for (let from = 0; from < order.length; from += this.settings.batchRows)
      this.#step(rowsOf(this.#all, order.subarray(from, from + this.settings.batchRows)));
    this.#measure();
  }

  /** Returns predicted units for launches; with the weights of the kept pass where `isKept`. */
  predict(launches: Pick<VisitedLaunches, 'prices' | 'chance'>, isKept = false): Float64Array {
    const theta = isKept && this.settings.stopsEarly ? this.#kept.theta : this.#theta;
    return this.#unitsOf(inputsOf(launches), theta);
  }

  #unitsOf(inputs: Float64Array, theta = this.#theta): Float64Array {
    const width = this.shape.inputs;
    const units = new Float64Array(inputs.length / width);
    for (let row = 0; row < units.length; row++) {
      const input = inputs.subarray(row * width, (row + 1) * width);
      const output = layerValues(this.shape, theta, input).at(-1)![0]!;
      units[row] = Math.max(0, Math.expm1(this.#scale.centre + this.#scale.spread * output));
    }
    return units;
  }

  #step(batch: NetBatch): void {
    const { dropout } = this.settings;
    const factors =
      dropout > 0
        ? dropoutFactors(this.shape, batch.rows, { share: dropout, random: this.#random })
        : null;
    const { gradient } = lossAndGradient(this.shape, this.#theta, { batch, factors });
    const before = this.#theta[0]!;
    const direction = takeStep(this.#theta, gradient, {
      rule: this.settings,
      memory: this.#memory,
    });
    this.#update = {
      before,
      gradient: gradient[0]!,
      direction: direction[0]!,
      after: this.#theta[0]!,
    };
  }

  #measure(): void {
    const errorOn = ({ units, inputs }: Measured) => wape(units, this.#unitsOf(inputs));
    this.#seen.push(errorOn(this.#taught));
    this.#unseen.push(errorOn(this.#unknown));
    if (this.#held) this.#keepBest(this.#held);
  }

  /** The best pass has the least squared error of log units, which a single launch does not decide. */
  #keepBest({ units, inputs }: Measured): void {
    const off = this.#unitsOf(inputs).map((each, i) => Math.log1p(each) - Math.log1p(units[i]!));
    const error = mean(off.map((each) => each ** 2));
    if (error >= this.#kept.error) return;
    this.#kept = { pass: this.passes, theta: this.#theta.slice(), error };
  }
}

/** Launches on which errors are measured after every pass, with their inputs made once. */
interface Measured {
  readonly units: Float64Array;
  readonly inputs: Float64Array;
}

function measured(launches: VisitedLaunches): Measured {
  return { units: launches.units, inputs: inputsOf(launches) };
}

/** Prices are scaled alike in all shops, so that weights learnt in one can start another. */
export function priceInput(price: number): number {
  const half = (PRICE_RANGE.high - PRICE_RANGE.low) / 2;
  return (price - PRICE_RANGE.low - half) / (half / 2);
}

function scaleOf(values: Float64Array): Scale {
  const logs = values.map(Math.log1p);
  return { centre: mean(logs), spread: standardDeviation(logs) || 1 };
}

function scaled(values: Float64Array): Float64Array {
  const { centre, spread } = scaleOf(values);
  return values.map((value) => (Math.log1p(value) - centre) / spread);
}

function batchOf(launches: VisitedLaunches, outputs: number): NetBatch {
  const { prices, units, visits } = launches;
  const columns = [scaled(units), scaled(visits)].slice(0, outputs);
  const targets = Float64Array.from(
    { length: prices.length * outputs },
    (_, i) => columns[i % outputs]![Math.floor(i / outputs)]!,
  );
  const importance = [1, VISITS_COUNT].slice(0, outputs);
  return { rows: prices.length, inputs: inputsOf(launches), targets, importance };
}

function rowsOf({ inputs, targets, rows, importance }: NetBatch, order: Uint32Array): NetBatch {
  const pick = (values: Float64Array) => {
    const width = values.length / rows;
    return Float64Array.from(
      { length: order.length * width },
      (_, i) => values[order[Math.floor(i / width)]! * width + (i % width)]!,
    );
  };
  return { rows: order.length, inputs: pick(inputs), targets: pick(targets), importance };
}

/** Returns the price and the facts that change nothing of each launch, [launches, inputs]. */
function inputsOf({ prices, chance }: Pick<VisitedLaunches, 'prices' | 'chance'>): Float64Array {
  const others = chance.length / prices.length;
  const width = 1 + others;
  return Float64Array.from({ length: prices.length * width }, (_, i) => {
    const row = Math.floor(i / width);
    const column = i % width;
    return column === 0 ? priceInput(prices[row]!) : chance[row * others + column - 1]!;
  });
}

/** Every fourth launch is held back. */
function heldBack(launches: VisitedLaunches): {
  readonly taught: VisitedLaunches;
  readonly held: VisitedLaunches;
} {
  const pick = (isHeld: boolean) => {
    const of = (values: Float64Array) => {
      const width = values.length / launches.prices.length;
      return values.filter((_, i) => (Math.floor(i / width) % 4 === 3) === isHeld);
    };
    const { prices, units, visits, chance } = launches;
    return { prices: of(prices), units: of(units), visits: of(visits), chance: of(chance) };
  };
  return { taught: pick(false), held: pick(true) };
}
