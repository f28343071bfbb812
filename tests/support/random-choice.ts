import { seededRandom } from '#core/base/random.ts';
import {
  LEFT_OUT,
  type SeasonChoice,
  type SeasonProblem,
} from '#core/season/problem/season-problem.ts';

/** Draws an option for each product, or none. */
export function randomChoice({ products }: SeasonProblem, seed: number): SeasonChoice {
  const random = seededRandom(seed);
  return Int32Array.from(products, ({ options }) =>
    random() < 0.2 ? LEFT_OUT : Math.floor(random() * (options.length + 1)) - 1,
  );
}
