import { mount, tick, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import WhatIf from '#components/pages/plan/what-if/WhatIf.svelte';
import { WhatIfSliders } from '#components/pages/plan/what-if/slider-state.svelte.ts';
import { NO_UNIT_TERMS } from '#core/planning/economics/unit-terms.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { plannedAction, planStudy } from '../../../../support/plan-study.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const study = planStudy();

function shown(change: Partial<PlanStudy> = {}) {
  const sliders = new WhatIfSliders(planStudy(change), plannedAction);
  const page = mount(WhatIf, {
    target: document.body,
    props: {
      sliders,
      get isChanged() {
        return !sliders.isAtPlan;
      },
      onreset: () => sliders.reset(),
    },
  });
  leave = () => void unmount(page);
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type="range"]')];
  return {
    names: inputs.map((slider) => slider.getAttribute('aria-label')),
    slider: (name: string) => inputs.find((each) => each.getAttribute('aria-label') === name)!,
    move: async (name: string, to: number) => {
      const slider = inputs.find((each) => each.getAttribute('aria-label') === name)!;
      slider.value = String(to);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await tick();
      return slider;
    },
    text: () => document.body.textContent,
    back: () => document.querySelector<HTMLButtonElement>('section button')!,
  };
}

describe('what if', () => {
  it('has a slider for each thing that can be moved, whose words say what it brings', () => {
    const { names, slider } = shown();
    expect(names).toEqual(['Launch week', 'Price buyers pay', 'Ad spend', 'Initial stock']);
    expect(slider('Price buyers pay').getAttribute('aria-valuetext')).toMatch(
      /^38\.00: profit about [\d,]+, likely [\d,]+\u2060–\u2060[\d,]+$/,
    );
    const described = slider('Price buyers pay').getAttribute('aria-describedby')!.split(' ');
    for (const id of described) expect(document.getElementById(id)).not.toBeNull();
  });

  it('names at what the profit of each stock counts leftovers, and which figures count later sales', () => {
    const { leftoverLoss } = study.stock;
    expect(shown().text()).toContain(`counted at ${100 * (1 - leftoverLoss)}% of its cost.`);
    expect(document.body.textContent).not.toContain('count later sales');
    leave();
    const unitTerms = { ...NO_UNIT_TERMS, laterShare: 2 };
    expect(shown({ unitTerms }).text()).toContain('money and leftover stock count later sales too');
  });

  it('lets every figure follow a slider, and goes back to the plan', async () => {
    const { move, text, back, slider } = shown();
    await tick(); // only then is its width measured
    const atPlan = text();
    const words = slider('Ad spend').getAttribute('aria-valuetext');
    expect(back().disabled).toBe(true);
    await move('Price buyers pay', 44);
    expect(text()).not.toBe(atPlan);
    expect(text()).toContain('44.00');
    expect(slider('Ad spend').getAttribute('aria-valuetext')).not.toBe(words);
    back().click();
    await tick();
    expect(text()).toBe(atPlan);
    expect(back().disabled).toBe(true);
  });

  it('takes the thumb back to what can be had', async () => {
    const { move } = shown();
    const price = await move('Price buyers pay', Number(shownMax('Price buyers pay')));
    expect(Number(price.value)).toBeCloseTo(1.32 * 38, 0);
    const again = await move('Price buyers pay', Number(shownMax('Price buyers pay')));
    expect(Number(again.value)).toBeCloseTo(1.32 * 38, 0);
  });

  function shownMax(name: string): string {
    return document.querySelector(`input[aria-label="${name}"]`)!.getAttribute('max')!;
  }

  it('leaves out what was never varied, and says so', () => {
    const same = {
      priceFactors: Float64Array.of(1),
      adSpends: Float64Array.of(120),
      logUnits: study.logUnits.filter((_, i) => i % 28 === 14),
      returnRates: null,
    };
    const { names, text } = shown(same);
    expect(names).toEqual(['Launch week', 'Initial stock']);
    expect(text()).toContain('your launches show no price other than the list price');
    expect(text()).toContain('you have always spent the same');
    leave();
    const economics = { ...study.economics, listPrice: NaN, unitCost: NaN };
    const unpriced = shown({ ...same, economics });
    expect(unpriced.text()).toContain('Price: your data has no prices');
    expect(unpriced.text()).not.toContain('list price');
  });

  it('shows what the stock means, the chosen one marked', async () => {
    const { move } = shown();
    const stocks = () =>
      [...document.querySelectorAll('thead th')].slice(1).map((cell) => cell.textContent);
    expect(stocks()).toEqual(['114', '132', '150', '168', '186']);
    expect(document.querySelector('th[aria-current]')!.textContent).toBe('150');
    await move('Initial stock', 100);
    expect(document.querySelector('th[aria-current]')!.textContent).toBe('100');
  });

  it.each([
    { says: 'costs are', economics: { ...study.economics, unitCost: NaN } },
    { says: 'prices are', economics: { ...study.economics, unitCost: NaN, listPrice: NaN } },
  ])('never shows what is not a number where no $says known', ({ economics }) => {
    const { text } = shown({ economics });
    expect(text()).not.toMatch(/NaN|undefined|Infinity/);
    expect(document.body.innerHTML).not.toMatch(/="[^"]*(NaN|Infinity)/);
  });
});
