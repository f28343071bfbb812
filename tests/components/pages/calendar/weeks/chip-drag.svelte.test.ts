import { describe, expect, it, vi } from 'vitest';
import { ChipDrag, type ChipDragging } from '#components/pages/calendar/weeks/chip-drag.svelte.ts';
import type { WeekChange } from '#core/season/calendar/week-changes.ts';
import { SAMPLE_MONDAY } from '../../../../support/ranking.ts';

const week = (i: number) => SAMPLE_MONDAY + 7 * i;
const possible = (i: number): WeekChange => ({
  ...{ kind: 'possible', week: week(i), change: -i, merit: -i, breaks: [] },
  placement: { productId: 'a', week: week(i), channel: null, adSpend: null, stockUnits: 1 },
});
const changes: readonly WeekChange[] = [
  possible(0),
  possible(1),
  { kind: 'impossible', week: week(2), reason: 'closed' },
  possible(3),
];

function lifted() {
  const dragging = {
    changesOf: () => changes,
    ...{ onplace: vi.fn<ChipDragging['onplace']>(), onstep: vi.fn<ChipDragging['onstep']>() },
    ...{ onlift: vi.fn<ChipDragging['onlift']>(), onback: vi.fn<ChipDragging['onback']>() },
  };
  const drag = new ChipDrag(dragging);
  drag.lift('a', week(1));
  return { drag, ...dragging };
}

describe('a launch that is lifted', () => {
  it('steps from week to week, each told once, and is dropped where it can stand', () => {
    const { drag, onlift, onstep, onplace } = lifted();
    expect(onlift).toHaveBeenCalledExactlyOnceWith('a', week(1));
    drag.step(1);
    drag.step(1);
    drag.step(1);
    expect(onstep.mock.calls.map(([, change]) => change.week)).toEqual([week(2), week(3)]);
    expect(drag.isLifted('a')).toBe(true);
    drag.drop();
    expect(onplace).toHaveBeenCalledExactlyOnceWith('a', possible(3));
    expect(drag.lifted).toBeNull();
  });

  it('goes back where it cannot stand, where it was, and when it is put back', () => {
    for (const end of [
      (drag: ChipDrag) => {
        drag.step(1);
        drag.drop();
      },
      (drag: ChipDrag) => drag.drop(),
      (drag: ChipDrag) => {
        drag.step(-1);
        drag.back();
      },
    ]) {
      const { drag, onback, onplace } = lifted();
      end(drag);
      expect(onback).toHaveBeenCalledExactlyOnceWith('a', week(1));
      expect(onplace).not.toHaveBeenCalled();
      expect(drag.lifted).toBeNull();
    }
  });

  it('follows a pointer to the nearest week there is', () => {
    const { drag, onstep } = lifted();
    drag.moveTo(week(1));
    expect(onstep).not.toHaveBeenCalled();
    drag.moveTo(week(40));
    expect(drag.lifted?.over.week).toBe(week(3));
    drag.moveTo(week(-5));
    expect(drag.lifted?.over.week).toBe(week(0));
  });

  it('is none where nothing is lifted', () => {
    const { drag, onback, onplace } = lifted();
    drag.back();
    drag.step(1);
    drag.drop();
    drag.back();
    expect(onback).toHaveBeenCalledTimes(1);
    expect(onplace).not.toHaveBeenCalled();
    drag.lift('a', week(9));
    expect(drag.lifted).toBeNull();
  });
});
