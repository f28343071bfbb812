import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { USUAL_AIM, type Aim } from '#core/planning/plan/aim.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import { PlanAim } from '#state/plan/plan-aim.svelte.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';

const stored: Aim = { ...USUAL_AIM, objective: 'revenue', mostLaunches: 5 };

beforeEach(async () => {
  await emptyDatabase();
  await saveSetting('planAim', stored);
});

const kept = () => loadSetting('planAim');

describe('PlanAim', () => {
  it('is the usual one until what is stored is read', async () => {
    const session = new PlanAim();
    expect(session.aim).toEqual(USUAL_AIM);
    await session.load();
    expect(session.aim).toEqual(stored);
  });

  it('keeps what is chosen on top of what is stored', async () => {
    const session = new PlanAim();
    await session.choose({ attitude: 'cautious' });
    await session.set('packSize', 12);
    const expected = {
      ...stored,
      attitude: 'cautious',
      stock: { ...stored.stock, packSize: 12 },
    };
    expect(session.aim).toEqual(expected);
    expect(await kept()).toEqual(expected);
  });

  it('takes the usual figure for null, and no number outside its bounds', async () => {
    const session = new PlanAim();
    await session.set('packSize', 0);
    await session.set('leadTimeDays', 2.5);
    await session.set('mostLaunches', null);
    expect(session.aim).toEqual({ ...stored, mostLaunches: null });
  });

  it('keeps costs of selling until none is counted any more', async () => {
    const session = new PlanAim();
    await session.sell({ vatRate: 0.2, orderFee: 0.3 });
    await session.sell({ vatRate: 1.5, shippingCost: 4 });
    const selling = { ...NO_SELLING_TERMS, vatRate: 0.2, orderFee: 0.3, shippingCost: 4 };
    expect(await kept()).toEqual({ ...stored, selling });
    await session.sell({ vatRate: null, orderFee: null, shippingCost: null });
    expect(await kept()).toEqual(stored);
  });

  it('says what went wrong, and goes on with what is chosen', async () => {
    const error = new Error('full');
    const session = new PlanAim({
      loadAim: () => Promise.reject(error),
      changeAim: () => Promise.reject(error),
    });
    await session.choose({ objective: 'units' });
    expect(session.failure).toBe(error);
    expect(session.aim.objective).toBe('units');
  });
});

describe('the aim in two tabs', () => {
  it('keeps what each of them changed', async () => {
    const [one, other] = [new PlanAim(), new PlanAim()];
    await Promise.all([one.load(), other.load()]);
    await one.set('packSize', 12);
    await other.choose({ attitude: 'cautious' });
    await Promise.all([one.set('leadTimeDays', 30), other.set('minimumOrder', 40)]);
    const { stock } = stored;
    const expected = {
      ...{ ...stored, attitude: 'cautious' },
      stock: { ...stock, packSize: 12, leadTimeDays: 30, minimumOrder: 40 },
    };
    expect(await kept()).toEqual(expected);
    // As it is read again before plans are made.
    await Promise.all([one.load(), other.load()]);
    expect([one.aim, other.aim]).toEqual([expected, expected]);
  });

  it('is shown in one as the other leaves it, within a second', async () => {
    const [one, other] = [new PlanAim(), new PlanAim()];
    const seen: string[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(one.aim.objective);
      });
    });
    await one.choose({ objective: 'units' });
    await expect.poll(() => seen.at(-1)).toBe('units');
    await other.choose({ objective: 'sell-through' });
    await expect.poll(() => seen.at(-1), { timeout: 1_000 }).toBe('sell-through');
    await one.set('packSize', 12);
    await expect.poll(kept).toMatchObject({ objective: 'sell-through', stock: { packSize: 12 } });
    expect(one.aim.objective).toBe('sell-through');
    stop();
  });
});
