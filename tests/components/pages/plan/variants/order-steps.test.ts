import { expect, it } from 'vitest';
import { orderSteps, reorderAfter } from '#components/pages/plan/variants/order-steps.ts';

const policy = {
  ...{ firstOrder: 40, expectedProfit: 100 },
  steps: [
    { fromUnits: 0, orderUnits: 0, chance: 0.5 },
    { fromUnits: 20, orderUnits: 30, chance: 0.3 },
    { fromUnits: 40, orderUnits: 90, chance: 0.2 },
  ],
};

it('reorders by the step that sales reach', () => {
  expect([0, 19, 20, 39, 40].map((sold) => reorderAfter(policy, sold))).toEqual([0, 0, 30, 30, 90]);
});

it('has no steps without a first order', () => {
  expect(orderSteps(null)).toBeNull();
  expect(orderSteps('too-late')).toBeNull();
});
