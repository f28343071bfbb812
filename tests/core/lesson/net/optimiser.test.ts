import { describe, expect, it } from 'vitest';
import { lossAndGradient, type NetShape } from '#core/lesson/net/net.ts';
import { emptyMemory, OPTIMISERS, takeStep } from '#core/lesson/net/optimiser.ts';
import recorded from '../../../support/references/lesson-net.json';

const RULES = { adamw: { rate: 0.02, decay: 0.1 }, plain: { rate: 0.05, decay: 0 } };

describe.each(OPTIMISERS)('%s', (optimiser) => {
  it.each(recorded.nets)('moves the weights as PyTorch does, several steps: $shape', (net) => {
    const theta = Float64Array.from(net.theta);
    const memory = emptyMemory(theta.length);
    const rule = { optimiser, ...RULES[optimiser] };
    const batch = {
      rows: net.inputs.length / net.shape.inputs,
      inputs: Float64Array.from(net.inputs),
      targets: Float64Array.from(net.targets),
      importance: net.importance,
    };
    for (let step = 0; step < recorded.steps; step++) {
      const { gradient } = lossAndGradient(net.shape as NetShape, theta, { batch, factors: null });
      takeStep(theta, gradient, { rule, memory });
    }
    const gaps = Array.from(theta, (value, i) => Math.abs(value - net[optimiser][i]!));
    expect(Math.max(...gaps)).toBeLessThan(1e-8);
  });

  it('returns the direction by which rate times it is taken off', () => {
    const theta = Float64Array.from([1, -2]);
    const rule = { optimiser, ...RULES[optimiser] };
    const memory = emptyMemory(2);
    const direction = takeStep(theta, Float64Array.from([0.5, -3]), { rule, memory });
    expect(theta[0]).toBeCloseTo(1 - rule.rate * direction[0]!, 12);
    expect(theta[1]).toBeCloseTo(-2 - rule.rate * direction[1]!, 12);
  });
});
