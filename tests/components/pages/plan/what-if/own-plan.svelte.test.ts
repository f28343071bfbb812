import { describe, expect, it } from 'vitest';
import { OwnPlan } from '#components/pages/plan/what-if/own-plan.svelte.ts';
import { plannedAction, planStudy } from '../../../../support/plan-study.ts';
import { samplePlan } from '../../../../support/ranking.ts';

const plan = samplePlan({ action: plannedAction });
const study = planStudy();
const market = planStudy({ offer: { channel: 'Market', promotion: 'none' } });

function studied(): OwnPlan {
  const own = new OwnPlan(plan, 'profit');
  own.take(study);
  return own;
}

describe('a plan that the seller can change', () => {
  it('is the plan itself before its study has come, and until something changes', () => {
    const own = new OwnPlan(plan, 'profit');
    expect(own.sliders).toBeNull();
    expect(own.shown).toBe(plan);
    own.take(study);
    expect(own.isChanged).toBe(false);
    expect(own.shown).toBe(plan);
  });

  it('shows what was chosen, and is the plan again after a reset', () => {
    const own = studied();
    own.sliders!.choose({ weekIndex: 1, priceFactor: 9, stockUnits: 80 });
    expect(own.isChanged).toBe(true);
    expect(own.shown.action).toMatchObject({
      ...{ launchDay: study.weeks[1], priceFactor: 1.32, stockUnits: 80 },
    });
    expect(own.shown.outcome).not.toEqual(plan.outcome);
    own.reset();
    expect(own.shown).toBe(plan);
  });

  it('keeps its figures until the study of another offer has come, then all that was chosen', () => {
    const own = studied();
    own.sliders!.choose({ stockUnits: 80 });
    const before = own.shown;
    own.chooseOffer({ channel: 'Market', promotion: 'none' });
    expect(own.isWaiting).toBe(true);
    expect(own.shown).toEqual(before);
    own.take(study); // of the offer before
    expect(own.isWaiting).toBe(true);
    own.take(market);
    expect(own.isWaiting).toBe(false);
    expect(own.shown.action).toMatchObject({
      ...{ channel: 'Market', promotion: 'none', stockUnits: 80 },
    });
  });

  it('counts another channel as a change even where the sliders stand at the plan', () => {
    const own = studied();
    own.chooseOffer({ channel: 'Market', promotion: 'none' });
    own.take(market);
    expect(own.sliders!.isAtPlan).toBe(true);
    expect(own.isChanged).toBe(true);
    own.reset();
    expect(own.offer).toEqual({ channel: 'Email', promotion: 'coupon' });
    own.take(study);
    expect(own.shown).toBe(plan);
  });
});
