import { describe, expect, it } from 'vitest';
import {
  withExperimentsIn,
  withExperimentsOut,
} from '#core/season/experiments/calendar-experiments.ts';
import type { Experiment } from '#core/season/offers/experiment.ts';
import type { CalendarContent } from '#core/season/calendar/calendar-edits.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { FIRST_WEEK } from '../../../support/random-offers.ts';

const placed = (productId: string, week: number, channel: string) => ({
  ...{ productId, week: FIRST_WEEK + 7 * week, channel, adSpend: 40, stockUnits: 10 },
});
const experiment: Experiment = {
  ...{ productId: 'b', title: 'B', category: 'any', tried: 1, planned: 0 },
  otherwise: placed('b', 3, 'own store'),
  placement: placed('b', 1, 'social'),
  ...{ doubtBefore: 0.4, doubtAfter: 0.3, cost: 10, worth: 30 },
  leanings: [],
};
const content: CalendarContent = {
  limits: {
    ...usualLimits(FIRST_WEEK),
    wishes: { a: { locked: { week: FIRST_WEEK + 14, channel: 'social' } }, b: { isNeeded: true } },
  },
  placements: [placed('a', 2, 'social'), placed('b', 3, 'own store')],
  bound: 100,
};

describe('experiments in a calendar', () => {
  const inside = withExperimentsIn(content, [experiment]);

  it('stand where they are to be, locked, and are kept with it', () => {
    expect(inside.placements).toEqual([placed('b', 1, 'social'), placed('a', 2, 'social')]);
    expect(inside.limits.wishes).toMatchObject({
      b: {
        isNeeded: true,
        locked: { week: FIRST_WEEK + 7, channel: 'social', isExperiment: true },
      },
    });
    expect(inside).toMatchObject({ bound: null, experiments: [experiment] });
  });

  it('go back to where they would be otherwise, and leave no lock but the seller’s', () => {
    const out = withExperimentsOut(inside);
    expect(out.placements).toEqual(content.placements);
    expect(out.limits).toEqual(content.limits);
    expect(out).toMatchObject({ bound: null, experiments: [] });
  });

  it('stay where the seller has put them since', () => {
    const wishes = { ...inside.limits.wishes, b: { isNeeded: true as const } };
    const moved = {
      ...inside,
      limits: { ...inside.limits, wishes },
      placements: [placed('a', 2, 'social'), placed('b', 5, 'social')],
    };
    expect(withExperimentsOut(moved).placements).toEqual(moved.placements);
  });
});
