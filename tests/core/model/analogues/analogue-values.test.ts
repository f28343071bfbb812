import { describe, expect, it } from 'vitest';
import { analogueValues, predictAnalogues } from '#core/model/analogues/analogue-values.ts';
import { nearestFinder } from '#core/model/analogues/nearest-launches.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { BASIS, randomAction, randomAnalogues, randomProduct, type Drawn } from './support.ts';

/** The mean of known outcomes, each weighed by similarity and action, and the mean of all by 0.05. */
function valueOf({ analogues, actions, targets }: Drawn, x: Float32Array, phi: Float32Array) {
  const { launches, similarity } = nearestFinder(analogues)(x);
  const usual = mean(targets.filter((target) => !Number.isNaN(target)));
  let [weighed, total] = [0.05 * usual, 0.05];
  launches.forEach((launch, i) => {
    if (Number.isNaN(targets[launch])) return;
    const square = [2, 3, 4].reduce((all, k) => all + (phi[k]! - actions[launch]![k]!) ** 2, 0);
    const weight = similarity[i]! * Math.exp(-0.3 * square);
    weighed += weight * targets[launch]!;
    total += weight;
  });
  return weighed / total;
}

describe('what the nearest launches say', () => {
  const drawn = randomAnalogues(3, 120);
  const actions = Array.from({ length: 15 }, (_, i) => randomAction(50 + i));
  const phi = Float32Array.from(actions.flatMap((own) => [...own]));

  it('is their mean, where those count most that are most alike', () => {
    const x = randomProduct(4711);
    const near = nearestFinder(drawn.analogues)(x);
    const [values] = analogueValues(drawn.analogues, near, { phi, basis: BASIS });
    actions.forEach((own, action) =>
      expect(values![action]).toBeCloseTo(valueOf(drawn, x, own), 2),
    );
  });

  it('is the same for launches as for a product under their actions', () => {
    const products = actions.map((_, i) => randomProduct(300 + i));
    const x = Float32Array.from(products.flatMap((own) => [...own]));
    const [values] = predictAnalogues(drawn.analogues, x, phi, products.length);
    products.forEach((own, i) =>
      expect(values![i]).toBeCloseTo(valueOf(drawn, own, actions[i]!), 2),
    );
  });

  it('is the mean of all where no launch is alike', () => {
    const [values] = predictAnalogues(drawn.analogues, new Float32Array(12), actions[0]!, 1);
    expect(values![0]).toBe(drawn.analogues.outcomes[0]!.mean);
  });

  it('is what the only launch did', () => {
    const one = randomAnalogues(8, 1);
    const [values] = predictAnalogues(one.analogues, one.products[0]!, actions[0]!, 1);
    expect(values![0]).toBeCloseTo(one.targets[0]!, 12);
  });

  it('is the mean of all where the nearest launches lack the outcome', () => {
    const { analogues } = drawn;
    const [known] = analogues.outcomes;
    const unknown = { ...known!, weight: new Float32Array(known!.weight.length) };
    const without = { ...analogues, outcomes: [unknown] };
    const [values] = predictAnalogues(without, randomProduct(1), actions[0]!, 1);
    expect(values![0]).toBe(known!.mean);
  });
});
