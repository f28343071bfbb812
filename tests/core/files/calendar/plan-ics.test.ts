import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { planIcs, type CalendarWords } from '#core/files/calendar/plan-ics.ts';
import { isoDate } from '#core/base/dates.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../../support/ranking.ts';

const words: CalendarWords = {
  launch: ({ product }, due) => ({
    ...{ summary: `Launch: ${product.title}`, description: `due ${due}` },
  }),
  order: ({ product }, _due, day) => ({
    summary: `Order stock for ${product.title}`,
    description: isoDate(day),
  }),
};
const madeAt = Date.UTC(2026, 1, 2, 9, 30);
const eventsOf = (ranking: Ranking, at = madeAt) =>
  new ICAL.Component(ICAL.parse(planIcs(ranking, { words, madeAt: at })) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
const ordering = (leadTimeDays: number) => ({
  ...USUAL_AIM,
  stock: { ...USUAL_AIM.stock, leadTimeDays },
});
const withId = (id: string) => samplePlan({ product: sampleProduct({ id }) });

describe('the calendar of a ranking', () => {
  it('has a day for each launch that is proposed, and none for the others', () => {
    const refused = samplePlan({ verdict: { kind: 'loses-money' } });
    const events = eventsOf(sampleRanking({ plans: [refused, withId('a'), withId('b')] }));
    expect(events.map(({ summary }) => summary)).toEqual(['Launch: Red mug', 'Launch: Red mug']);
    expect(events[0]!.startDate.toString()).toBe('2026-03-09');
  });

  it('has a day to order the stock where that takes time', () => {
    const [launch, order] = eventsOf(sampleRanking({ aim: ordering(30) }));
    expect(launch!.startDate.toString()).toBe('2026-03-09');
    expect(order!.summary).toBe('Order stock for Red mug');
    expect(order!.startDate.toString()).toBe('2026-02-07');
    expect(order!.description).toBe('2026-02-07');
  });

  it('says what is due for the stock on both days', () => {
    const dueOf = (ranking: Ranking) => {
      const due: (number | null)[] = [];
      const note = (_: unknown, amount: number | null) => {
        due.push(amount);
        return { summary: '', description: '' };
      };
      planIcs(ranking, { words: { launch: note, order: note }, madeAt });
      return due;
    };
    // 160 units at 4: 30% when ordered, the rest on the launch day; all of it there without a lead time.
    expect(dueOf(sampleRanking({ aim: ordering(30) }))).toEqual([448, 192]);
    expect(dueOf(sampleRanking())).toEqual([640]);
    const there = samplePlan({ product: sampleProduct({ firstStock: 160 }) });
    expect(dueOf(sampleRanking({ aim: ordering(30), plans: [there] }))).toEqual([null]);
  });

  it('reminds of every day in the morning', () => {
    const [launch, order] = eventsOf(sampleRanking({ aim: ordering(30) })).map(({ component }) =>
      component.getAllSubcomponents('valarm'),
    );
    for (const alarms of [launch!, order!]) {
      expect(alarms).toHaveLength(1);
      expect(String(alarms[0]!.getFirstPropertyValue('trigger'))).toBe('PT9H');
    }
  });

  it('keeps the identity of each day however often plans are made, so that a new file changes it', () => {
    const first = sampleRanking({ aim: ordering(30), plans: [withId('a'), withId('b')] });
    const later = { ...first, modelId: 2, plannedAt: first.plannedAt + 86_400_000 };
    const [before, after] = [eventsOf(first), eventsOf(later, madeAt + 86_400_000)];
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(new Set(after.map(({ uid }) => uid)).size).toBe(4);
    expect(after[0]!.sequence).toBeGreaterThan(before[0]!.sequence);
    expect(after[0]!.sequence).toBeLessThan(2 ** 31);
  });

  it('never gives two products the same identity, nor two data sets', () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('_', '2', '0', ' ') }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 5 }), (ids) => {
        const uids = [1, 2].flatMap((datasetId) =>
          eventsOf(sampleRanking({ datasetId, plans: ids.map(withId) })).map(({ uid }) => uid),
        );
        expect(new Set(uids).size).toBe(2 * ids.length);
        for (const uid of uids) expect(uid).toMatch(/^[\w.-]+@debut$/);
      }),
    );
  });
});
