import {
  fitAnalogues,
  type Analogues,
  type ComparedColumns,
} from '#core/model/analogues/analogues.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { seededRandom } from '#core/base/random.ts';

export const MARKS = 9;
/** Nine marks and three numbers, the second of them the price. */
export const COMPARED: ComparedColumns = {
  markCount: MARKS,
  priceInput: MARKS + 1,
  firstAction: 2,
  actionCount: 3,
};
/** The constant, a column of the season, three of what was decided, the trend. */
export const BASIS = 6;

export interface Drawn {
  readonly analogues: Analogues;
  readonly products: readonly Float32Array[];
  readonly actions: readonly Float32Array[];
  readonly targets: readonly number[];
}

/** Later marks are rarer; the first is had by all. */
export function randomProduct(seed: number): Float32Array {
  const random = seededRandom(seed);
  const marks = Array.from({ length: MARKS }, (_, mark) => (random() < 1 / (1 + mark / 2) ? 1 : 0));
  return roundToHalf(Float32Array.from([...marks, random(), random(), random()]));
}

export function randomAction(seed: number): Float32Array {
  const random = seededRandom(seed);
  return roundToHalf(Float32Array.from({ length: BASIS }, (_, k) => (k === 0 ? 1 : random())));
}

/** Every third launch lacks its outcome. */
export function randomAnalogues(seed: number, count: number): Drawn {
  const launches = Array.from({ length: count }, (_, launch) => launch);
  const products = launches.map((launch) => randomProduct(97 * seed + launch));
  const actions = launches.map((launch) => randomAction(89 * seed + launch));
  const random = seededRandom(seed);
  const targets = launches.map((launch) => (launch % 3 === 2 ? NaN : 4 * random() - 2));
  const places = launches.filter((launch) => !Number.isNaN(targets[launch]));
  const analogues = fitAnalogues(
    {
      x: Float32Array.from(products.flatMap((x) => [...x])),
      phi: Float32Array.from(actions.flatMap((phi) => [...phi])),
      count,
    },
    COMPARED,
    [
      {
        places: Uint32Array.from(places),
        target: Float64Array.from(places, (launch) => targets[launch]!),
        weight: new Float64Array(places.length).fill(2),
      },
    ],
  );
  return { analogues, products, actions, targets };
}
