import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import type { WorkshopRecord } from '#core/app/exercises.ts';
import { Guidance } from '#state/app/guidance.svelte.ts';

beforeEach(async () => {
  localStorage.clear();
  // Something is stored.
  await emptyDatabase();
});

const workshop: WorkshopRecord = { startedAt: 1, isBarHidden: false, noted: {} };
const guidance = (on?: WorkshopRecord) => new Guidance({ loadWorkshop: () => Promise.resolve(on) });

describe('the tour', () => {
  it('is for who opens their first data, goes on after a reload, and never comes again once it ended', () => {
    const first = guidance();
    first.meet(false);
    expect(first.guide).toBeNull();
    first.meet(true);
    expect(first.guide).toBe('tour');
    const reloaded = guidance();
    reloaded.meet(true);
    expect(reloaded.guide).toBe('tour');
    reloaded.endTour();
    const later = guidance();
    later.meet(false);
    later.meet(true);
    expect(later.guide).toBeNull();
  });

  it('is not for who comes back, even when all data went and others come', () => {
    const back = guidance();
    back.meet(true);
    expect(back.guide).toBeNull();
    back.meet(false);
    back.meet(true);
    expect(back.guide).toBeNull();
  });

  it('comes when it is asked for', () => {
    const back = guidance();
    back.meet(true);
    back.showTour();
    expect(back.guide).toBe('tour');
  });

  it('ends even where nothing can be stored', () => {
    const refused = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const first = guidance();
    first.showTour();
    first.endTour();
    expect(first.guide).toBeNull();
    refused.mockRestore();
  });

  it('waits while a workshop is on', async () => {
    const both = guidance(workshop);
    both.showTour();
    const seen: unknown[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(both.guide));
    });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('workshop'));
    stop();
  });
});
