import { describe, expect, it, vi } from 'vitest';
import { USUAL_AIM, type Aim } from '#core/launch/aim.ts';
import { PlanAim } from '#state/plan-aim.svelte.ts';

const stored: Aim = { ...USUAL_AIM, objective: 'revenue', mostLaunches: 5 };

function aimOf(loadAim: () => Promise<unknown> = () => Promise.resolve(stored)) {
  const saveAim = vi.fn(() => Promise.resolve());
  return { session: new PlanAim({ loadAim, saveAim }), saveAim };
}

describe('PlanAim', () => {
  it('is the usual one until what is stored is read', async () => {
    const { session } = aimOf();
    expect(session.aim).toEqual(USUAL_AIM);
    await session.load();
    expect(session.aim).toEqual(stored);
  });

  it('keeps what is chosen on top of what is stored', async () => {
    const { session, saveAim } = aimOf();
    await session.choose({ attitude: 'cautious' });
    await session.set('packSize', 12);
    const expected = {
      ...stored,
      attitude: 'cautious',
      stock: { ...stored.stock, packSize: 12 },
    };
    expect(session.aim).toEqual(expected);
    expect(saveAim).toHaveBeenLastCalledWith(expected);
  });

  it('takes the usual figure for null, and no number outside its bounds', async () => {
    const { session } = aimOf();
    await session.set('packSize', 0);
    await session.set('leadTimeDays', 2.5);
    await session.set('mostLaunches', null);
    expect(session.aim).toEqual({ ...stored, mostLaunches: null });
  });

  it('says what went wrong, and goes on with what is chosen', async () => {
    const error = new Error('full');
    const session = new PlanAim({
      loadAim: () => Promise.reject(error),
      saveAim: () => Promise.reject(error),
    });
    await session.choose({ objective: 'units' });
    expect(session.failure).toBe(error);
    expect(session.aim.objective).toBe('units');
  });
});
