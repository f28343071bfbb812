import { describe, expect, it } from 'vitest';
import { WhatIfSliders } from '#components/pages/plan/what-if/slider-state.svelte.ts';
import { figuresAt } from '#core/planning/what-if/what-if.ts';
import { plannedAction, planStudy, someChoice } from '../../../../support/plan-study.ts';

const study = planStudy();
const { economics } = study;
const atPlan = () => new WhatIfSliders(study, plannedAction);

describe('WhatIfSliders', () => {
  it('stand at the plan, and say what the plan says', () => {
    const sliders = atPlan();
    expect(sliders.choice).toEqual(someChoice);
    expect(sliders.isAtPlan).toBe(true);
    expect(sliders.figures).toEqual(figuresAt(study, someChoice));
  });

  it('move one at a time, and come back to the plan', () => {
    const sliders = atPlan();
    sliders.move('price', 45.6);
    expect(sliders.choice.priceFactor).toBeCloseTo(1.2, 9);
    expect(sliders.choice).toMatchObject({ weekIndex: 2, adSpend: 120, stockUnits: 150 });
    expect(sliders.isAtPlan).toBe(false);
    expect(sliders.figures).toEqual(figuresAt(study, sliders.choice));
    sliders.reset();
    expect(sliders.isAtPlan).toBe(true);
  });

  it('change every other curve, and not their own', () => {
    const sliders = atPlan();
    const curves = () =>
      (['week', 'price', 'spend', 'stock'] as const).map((a) => sliders.curve(a));
    const before = curves();
    sliders.move('price', 45.6);
    const after = curves();
    expect(after.map((curve, i) => curve === before[i])).toEqual([false, true, false, false]);
  });

  it('expect on each curve what the curve has there', () => {
    for (const asked of [study, planStudy({ economics: { ...economics, listPrice: NaN } })]) {
      const sliders = new WhatIfSliders(asked, plannedAction);
      for (const axis of ['price', 'spend', 'stock'] as const) {
        const { x, expected } = sliders.curve(axis);
        const [place, value] = [x[8]!, expected[8]!];
        sliders.move(axis, axis === 'price' ? place * (asked === study ? 38 : 1) : place);
        expect(sliders.expectedOn(axis)).toBeCloseTo(value, 6);
        sliders.reset();
      }
    }
  });

  it('share an axis that holds all curves, wherever they stand', () => {
    const sliders = atPlan();
    sliders.move('price', 0);
    sliders.move('stock', 1_000);
    for (const axis of ['week', 'price', 'spend', 'stock'] as const) {
      const { low80, high80 } = sliders.curve(axis);
      const { min, max } = sliders.yAxis;
      const least = min - 0.05 * max; // a loss that small is drawn as none
      expect(low80.every((value) => Number.isNaN(value) || value >= least)).toBe(true);
      expect(high80.every((value) => Number.isNaN(value) || value <= max)).toBe(true);
    }
  });

  it('show more stock where more is called for, and keep what was chosen of it', () => {
    const little = new WhatIfSliders(study, { ...plannedAction, launchDay: study.weeks[4]! });
    const most = little.scale('stock').max;
    little.move('week', study.weeks[2]!);
    little.move('price', 0);
    expect(little.scale('stock').max).toBeGreaterThan(most);
    little.move('stock', little.scale('stock').max);
    little.move('week', study.weeks[4]!);
    expect(little.scale('stock').max).toBeGreaterThanOrEqual(little.choice.stockUnits);
  });

  it('take the nearest week where the plan’s own has passed', () => {
    const passed = new WhatIfSliders(study, { ...plannedAction, launchDay: study.weeks[0]! - 30 });
    expect(passed.choice.weekIndex).toBe(0);
  });

  it('do not move to what is no number', () => {
    const sliders = atPlan();
    sliders.move('stock', NaN);
    expect(sliders.isAtPlan).toBe(true);
  });
});
